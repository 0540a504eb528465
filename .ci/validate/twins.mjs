// A table that is there as CSV, JSON and XLSX holds the same cells in each, as three
// readers that nobody here wrote see them: csv-parse, JSON.parse and SheetJS. No cell
// of a spreadsheet is a formula.
import * as sheetjs from 'xlsx'
import { readCSV } from './csv.mjs'

/** Compares the tables of the site. Returns how many there are. */
export function checkTwins(site, report) {
  const tables = site.ending('.csv').filter((file) => site.has(file.replace(/csv$/, 'xlsx')))
  for (const csv of tables) {
    try {
      compare(site, csv, report)
    } catch (error) {
      report(csv, error.message)
    }
  }
  for (const file of site.ending('.xlsx')) {
    if (!site.has(file.replace(/xlsx$/, 'csv'))) report(file, 'there is no CSV of the same name')
  }
  if (tables.length === 0) report('', 'the site has no spreadsheets')
  return tables.length
}

function compare(site, csv, report) {
  const [head, ...rows] = readCSV(site, csv)
  const json = csv.replace(/csv$/, 'json')
  if (!site.has(json)) report(json, 'it is missing')
  else {
    const observations = JSON.parse(site.text(json)).observations
    for (const key of new Set(observations.flatMap(Object.keys))) if (!head.includes(key)) report(json, `${key} is no column of the CSV`)
    alike(json, head, rows, observations.map((one) => head.map((name) => written(one[name]))), report)
  }
  const xlsx = csv.replace(/csv$/, 'xlsx')
  const book = sheetjs.read(site.bytes(xlsx), { type: 'buffer', cellFormula: true, cellHTML: false })
  for (const name of book.SheetNames) {
    for (const [at, cell] of Object.entries(book.Sheets[name])) {
      if (!at.startsWith('!') && (cell.f || cell.l)) report(`${xlsx}, ${name}!${at}`, `it is a ${cell.f ? 'formula' : 'link'}`)
    }
  }
  const sheet = book.Sheets.Data
  if (!sheet) return report(xlsx, `it has no sheet "Data", but ${book.SheetNames.join(', ')}`)
  const [sheetHead, ...cells] = sheetjs.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: '', blankrows: true })
  if (sheetHead.join() !== head.join()) return report(xlsx, `its head is ${sheetHead}, that of the CSV ${head}`)
  alike(xlsx, head, rows, cells.map((row) => row.map(written)), report)
}

function alike(file, head, expected, rows, report) {
  if (rows.length !== expected.length) return report(file, `${rows.length} rows, the CSV has ${expected.length}`)
  expected.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const found = rows[row][column] ?? ''
      if (bare(found) === bare(cell)) return
      if (isNumber(cell) && Number(cell) === Number(found) && found !== '') return // 12.50 is 12.5 in a spreadsheet
      report(`${file}, row ${row + 2}, ${head[column]}`, `${JSON.stringify(found).slice(0, 120)}, in the CSV ${JSON.stringify(cell).slice(0, 120)}`)
    }),
  )
}

// In CSV, an apostrophe guards what a spreadsheet would take for a formula. Line
// ends are one character in a spreadsheet's file.
const bare = (text) => text.replace(/'+(?=[=+\-@＝＋－＠\t\r\n])/g, '')

const isNumber = (text) => /^-?\d+(\.\d+)?$/.test(text)
const written = (value) => (value === undefined || value === null ? '' : String(value))
