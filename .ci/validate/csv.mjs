// CSV as RFC 4180 writes it, read by csv-parse; and no cell that a spreadsheet
// would take for a formula.
import { parse } from 'csv-parse/sync'
import { drawn } from './site.mjs'

// RFC 4180, section 2: a quoted field, or one without quotes, commas and line ends;
// records that end with CRLF.
const record = /(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n/y
// OWASP's list of beginnings (https://owasp.org/www-community/attacks/CSV_Injection),
// and their full-width forms, which some spreadsheets read alike.
const formula = /^[=+\-@\t\r\n＝＋－＠]/
const number = /^-?\d+(\.\d+)?$/

/** Checks every CSV file of the site. Returns how many. */
export function checkCSV(site, report) {
  const files = site.ending('.csv')
  for (const file of files) checkOne(site, file, report)
  if (files.length === 0) report('', 'the site has no CSV files')
  return files.length
}

/** Returns the records of a CSV file of the site, the head first, as texts. */
export function readCSV(site, file) {
  return parse(site.text(file), { bom: true, record_delimiter: '\r\n', relax_column_count: false, relax_quotes: false, skip_empty_lines: false })
}

function checkOne(site, file, report) {
  let text, records
  try {
    text = site.text(file)
    records = readCSV(site, file)
  } catch (error) {
    return report(file, error.message)
  }
  // The CSV of a chart is opened by hand, and a spreadsheet takes UTF-8 from its mark.
  // Open data is read by programs, which take the mark for a part of the first name.
  const marked = text.startsWith('\ufeff')
  if (marked && file.startsWith('data/') && !drawn(file)) report(file, 'it begins with a byte-order mark')
  record.lastIndex = marked ? 1 : 0
  let lines = 0
  while (record.lastIndex < text.length) {
    const from = record.lastIndex
    if (!record.test(text)) {
      report(`${file}:${lines + 1}`, `no record of RFC 4180: ${JSON.stringify(text.slice(from, from + 60))}`)
      break
    }
    lines++
  }
  const head = records[0] ?? []
  if (head.length === 0) report(file, 'it has no head')
  if (new Set(head).size !== head.length || head.includes('')) report(file, `its columns need a name each: ${head}`)
  records.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (formula.test(cell) && !number.test(cell)) report(`${file}:${row + 1}:${column + 1}`, `a spreadsheet runs ${JSON.stringify(cell.slice(0, 60))}`)
    }),
  )
}
