// What is right passes; each fault is seen. A validator that sees nothing is worse
// than none.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'
import * as sheetjs from 'xlsx'
import { checkCSV } from '../csv.mjs'
import { checkPackage } from '../datapackage.mjs'
import { checkHTML } from '../html.mjs'
import { checkManifest, checkSearch } from '../json.mjs'
import { checkLinkedData } from '../jsonld.mjs'
import { openSite } from '../site.mjs'
import { checkTwins } from '../twins.mjs'
import { checkFeed, checkSitemap } from '../xml.mjs'

const base = 'https://example.org/some/where/'

// problems are what a validator says of a site with these files.
async function problems(check, files) {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-validate-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    const found = []
    const report = (place, message) => void found.push(`${place}: ${message}`)
    try {
      await check(openSite(folder, base), report)
    } catch (error) {
      report('thrown', error.message) // run.mjs reports it as well
    }
    return found
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// cases has a validator pass the files, and find fault with each change of them. A
// change is of one file: [name, content or a function of it, what must be said].
function cases(name, check, files, changes) {
  test(`${name}: what is right passes`, async () => assert.deepEqual(await problems(check, files), []))
  for (const [file, change, expected] of changes) {
    test(`${name}: ${expected}`, async () => {
      const content = typeof change === 'function' ? change(files[file]) : change
      assert.notDeepEqual(content, files[file], 'the change changes nothing')
      const found = await problems(check, { ...files, [file]: content })
      assert.ok(found.some((one) => expected.test(one)), `not said: ${expected}; but: ${found.join('\n')}`)
    })
  }
}
const replace = (from, to) => (text) => text.replace(from, to)

const page = '<!doctype html><html lang="en"><title>A</title><h1>A</h1><p>Words.</p></html>'
cases('HTML', checkHTML, { 'index.html': page }, [
  ['index.html', replace('<p>', '<p><b><i></b>'), /misnested|violates|Unclosed|not allowed/i],
  ['index.html', replace('<h1>', '<h1 colour="red">'), /colour/],
  ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect onpaint="x"/></svg>', /onpaint/],
])

const sitemap = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${base}</loc><lastmod>2024-05-01</lastmod></url></urlset>`
cases('sitemap', checkSitemap, { 'index.html': page, 'sitemap.xml': sitemap }, [
  ['sitemap.xml', replace('2024-05-01', '1 May'), /lastmod/],
  ['sitemap.xml', replace('</url>', '</url><title/>'), /title/],
  ['sitemap.xml', replace(`${base}<`, `${base}nowhere/<`), /no page of the site/],
  ['sitemap.xml', replace(/<url>.*<\/url>/, '$&$&'), /stands twice/],
])

const feed = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${base}</id><title>A</title><updated>2024-05-01T00:00:00Z</updated><author><name>A</name></author>
<entry><id>${base}a</id><title>A</title><updated>2024-05-01T00:00:00Z</updated><link rel="alternate" type="text/html" href="${base}"></link></entry></feed>`
cases('feed', checkFeed, { 'index.html': page, 'feed.xml': feed }, [
  ['feed.xml', replace('2024-05-01T00:00:00Z', '2024-05-01'), /xmllint: [\s\S]*dateTime|xmllint: [\s\S]*updated/],
  ['feed.xml', replace('2024-05-01T00:00:00Z', '2024-05-01'), /java: .*Bad character content/],
  ['feed.xml', replace('<author><name>A</name></author>', ''), /atom:author/],
  ['feed.xml', replace(/<link rel.*<\/link>/, ''), /atom:link/],
  ['feed.xml', replace(`${base}a<`, `${base}<`), /stands twice/],
  ['feed.xml', replace(`href="${base}"`, `href="${base}b"`), /no page of the site/],
])

const csv = 'id,note\r\n1,"a ""b"", c"\r\n2,\'=1+1\r\n3,-4.5\r\n'
cases('CSV', checkCSV, { 'data/a.csv': csv }, [
  ['data/a.csv', replace(/\r\n/g, '\n'), /RFC 4180|record|column/i],
  ['data/a.csv', replace('1,', '1,2,'), /Invalid Record Length/],
  ['data/a.csv', replace('"a ""b"", c"', 'a "b" c'), /quote/i],
  ['data/a.csv', replace('-4.5\r\n', '-4.5'), /RFC 4180/],
  ['data/a.csv', replace("'=", '='), /a spreadsheet runs/],
  ['data/a.csv', replace("'=1+1", "-1+cmd|' /C calc'!A0"), /a spreadsheet runs/],
  ['data/a.csv', replace('id,', '\ufeffid,'), /byte-order mark/],
  ['data/a.csv', replace('id,note', 'id,id'), /a name each/],
  ['data/a.csv', Buffer.from([0x69, 0x64, 0x0d, 0x0a, 0xff, 0x0d, 0x0a]), /not valid|invalid/i],
])

const areas = 'id,name\r\na,A\r\nb,B\r\n'
const counts = 'area,period_start,value\r\na,2024-01-01,1\r\nb,2024-01-01,2.5\r\n'
const resource = (name, content, schema) => ({
  name,
  type: 'table',
  path: `${name}.csv`,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes: Buffer.byteLength(content),
  hash: 'sha256:' + createHash('sha256').update(content).digest('hex'),
  schema,
})
const text = (name) => ({ name, type: 'string' })
const pack = (areasCSV, countsCSV) =>
  JSON.stringify({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'a',
    title: 'A',
    description: 'A',
    homepage: base,
    version: '1.0.0',
    licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    sources: [{ title: 'A' }],
    contributors: [{ title: 'A' }],
    resources: [
      resource('areas', areasCSV, { fields: [text('id'), text('name')], primaryKey: ['id'] }),
      resource('counts', countsCSV, {
        fields: [text('area'), { name: 'period_start', type: 'date' }, { name: 'value', type: 'number' }],
        missingValues: [''],
        foreignKeys: [{ fields: ['area'], reference: { resource: 'areas', fields: ['id'] } }],
      }),
    ],
  })
const packed = (one, two) => ({ 'data/areas.csv': one, 'data/counts.csv': two, 'data/datapackage.json': pack(one, two) })
cases('data package', checkPackage, packed(areas, counts), [
  ['data/counts.csv', replace('2.5', '2.6'), /hash is/],
  ['data/more.csv', areas, /in no resource/],
  ['data/more/other-chart.csv', areas, /in no resource/],
  ['data/more.json', '{}', /in no resource/],
  ['data/datapackage.json', replace('"areas.csv"', '"../areas.csv"'), /is not safe/],
  ['data/datapackage.json', replace('profiles/2.0', 'profiles/1.0'), /\$schema/],
  ['data/datapackage.json', replace('"type":"table",', ''), /not table/],
  ['data/datapackage.json', replace('"type":"date"', '"type":"day"'), /counts.*validation error/],
])
for (const [what, one, two, expected] of [
  ['a foreign key without row', areas, counts.replace('b,', 'c,'), /[Ff]oreign key/],
  ['a key that stands twice', areas.replace('b,', 'a,'), counts.replace('b,', 'a,'), /unique/],
  ['a value of another type', areas, counts.replace('2.5', 'many'), /many|number/],
  ['a day that there is not', areas, counts.replace('2024-01-01', '2024-02-30'), /2024-02-30|date/],
]) {
  test(`data package: ${what}`, async () => {
    const found = await problems(checkPackage, packed(one, two))
    assert.ok(found.some((message) => expected.test(message)), found.join('\n'))
  })
}

function book(rows, change = () => {}) {
  const sheet = sheetjs.utils.aoa_to_sheet(rows)
  change(sheet)
  const made = sheetjs.utils.book_new()
  sheetjs.utils.book_append_sheet(made, sheet, 'Data')
  return sheetjs.write(made, { type: 'buffer', bookType: 'xlsx' })
}
const rows = [['area', 'value', 'note'], ['a', 1, '=1+1'], ['b', 2.5, '']]
const twins = {
  'data/t.csv': "area,value,note\r\na,1,'=1+1\r\nb,2.50,\r\n",
  'data/t.json': JSON.stringify({ observations: [{ area: 'a', value: '1', note: '=1+1' }, { area: 'b', value: '2.50' }] }),
  'data/t.xlsx': book(rows),
}
cases('twins', checkTwins, twins, [
  ['data/t.json', replace('"2.50"', '"2.51"'), /t\.json, row 3, value/],
  ['data/t.json', replace('"area":"b"', '"areas":"b"'), /no column/],
  ['data/t.json', replace('=1+1', '=1+2'), /note/],
  ['data/t.xlsx', book([...rows, ['c', 3, '']]), /3 rows, the CSV has 2/],
  ['data/t.xlsx', book(rows.map((row) => row.slice(0, 2))), /its head is/],
  ['data/t.xlsx', book(rows, (sheet) => (sheet.C2 = { t: 'n', f: '1+1', v: 2 })), /it is a formula/],
  ['data/u.xlsx', book(rows), /no CSV of the same name/],
])

const crumbs = { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Home', item: base }, { '@type': 'ListItem', position: 2, name: 'A' }] }
const dataset = {
  '@type': 'Dataset',
  name: 'A',
  description: 'A description that is long enough for Google, which asks for fifty.',
  url: base,
  creator: { '@type': 'Organization', name: 'A' },
  identifier: base,
  isAccessibleForFree: true,
  keywords: ['a'],
  license: 'https://example.org/licence',
  spatialCoverage: { '@type': 'Place', name: 'A' },
  temporalCoverage: '2023-01-01/2024-03-31',
  variableMeasured: 'A',
  dateModified: '2024-05-01',
  version: '1',
  distribution: [{ '@type': 'DataDownload', contentUrl: base + 'a.csv', encodingFormat: 'text/csv' }],
  includedInDataCatalog: { '@type': 'DataCatalog', name: 'A', url: base },
}
const work = { author: [{ '@type': 'Person', name: 'A' }], headline: 'A' }
const graph = { '@context': 'https://schema.org', '@graph': [crumbs, dataset, { '@type': 'WebSite', name: 'A', url: base }, { '@type': 'Report', name: 'A', ...work }, { '@type': 'Chapter', name: 'A', datePublished: '2024-05-01' }] }
const linked = page.replace('<h1>', `<script type="application/ld+json">${JSON.stringify(graph)}</script><h1>`)
cases('JSON-LD', checkLinkedData, { 'index.html': linked, 'a.csv': csv }, [
  ['index.html', replace('https://schema.org', 'https://example.org/context'), /loading remote context failed/],
  ['index.html', replace('"Report"', '"Raport"'), /no type Raport/],
  ['index.html', replace('"headline"', '"headlines"'), /no property headlines/],
  ['index.html', replace('"creator"', '"telephone"'), /no property of Dataset|has no creator/],
  ['index.html', replace('"2024-05-01"', '"1 May 2024"'), /no date of ISO 8601/],
  ['index.html', replace('A description that is long enough for Google, which asks for fifty.', 'Short.'), /6 characters/],
  ['index.html', replace('a.csv"', 'b.csv"'), /no file of the site/],
  ['index.html', replace('2023-01-01/2024-03-31', 'last year'), /no interval/],
  ['index.html', replace('"position":2', '"position":3'), /position 3/],
  ['index.html', replace('"license":"https://example.org/licence",', ''), /no license/],
  ['index.html', replace('"version":"1",', ''), /has no version/],
  ['index.html', replace('"item":"', '"item":"x'), /no page of the site/],
  ['index.html', replace('"WebSite"', '"WebPage"'), /no page tells of a WebSite/],
  ['index.html', replace('"@graph":[', '"@graph":[,'), /JSON/],
])

const manifest = { name: 'A', short_name: 'A', start_url: './', scope: './', display: 'browser', icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }] }
cases('manifest', checkManifest, { 'index.html': page, 'icon.svg': '<svg/>', 'site.webmanifest': JSON.stringify(manifest) }, [
  ['site.webmanifest', replace('"browser"', '"window"'), /enum|No enum match/i],
  ['site.webmanifest', replace('icon.svg"', 'icon.png"'), /leads to no file/],
  ['site.webmanifest', replace('"start_url":"./"', '"start_url":"/"'), /start_url \/ leads/],
  ['site.webmanifest', replace('"scope":"./"', '"scope":"/"'), /its scope/],
])

const search = { entries: [{ t: 'A', u: 'a/', h: ['One', 'one'] }] }
cases('search', checkSearch, { 'a/index.html': page.replace('<h1>', '<h1 id="one">'), 'search.json': JSON.stringify(search) }, [
  ['search.json', replace('a/', 'b/'), /b\/ is no page/],
  ['search.json', replace('"one"', '"two"'), /no element two/],
  ['search.json', JSON.stringify({ entries: [...search.entries, ...search.entries] }), /stands twice/],
  ['search.json', '{"entries": [}', /JSON|token/],
])
