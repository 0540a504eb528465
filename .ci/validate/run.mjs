// Validates a site that Bulletin has made, with what others wrote:
//
//	node run.mjs FOLDER BASE-URL
//
// FOLDER is the site, BASE-URL the address that it was built for. Every validator
// runs; the exit code is 1 where one has something to say.
import { resolve } from 'node:path'
import { checkCSV } from './csv.mjs'
import { checkPackage } from './datapackage.mjs'
import { checkHTML } from './html.mjs'
import { checkLinkedData } from './jsonld.mjs'
import { checkManifest, checkSearch } from './json.mjs'
import { openSite } from './site.mjs'
import { checkTwins } from './twins.mjs'
import { checkFeed, checkSitemap } from './xml.mjs'

const validators = [
  ['pages and drawings, by the Nu Html Checker', checkHTML],
  ['addresses in the sitemap, by the schema of sitemaps.org', checkSitemap],
  ['entries of the feed, by the schema of RFC 4287', checkFeed],
  ['CSV files, by RFC 4180', checkCSV],
  ['resources of the data package, by Frictionless', checkPackage],
  ['tables that CSV, JSON and XLSX hold alike', checkTwins],
  ['blocks of JSON-LD, by a processor, the vocabulary of schema.org and the fields that Google asks for', checkLinkedData],
  ['web manifest, by the schema of schemastore.org', checkManifest],
  ['entries of the search index', checkSearch],
]
const mostShown = 20 // problems of a validator that are shown

const [folder, base] = process.argv.slice(2)
if (!folder || !base) {
  console.error('usage: node run.mjs FOLDER BASE-URL')
  process.exit(2)
}
const site = openSite(resolve(folder), base)
let failed = 0
for (const [what, check] of validators) {
  const began = performance.now()
  const problems = []
  const report = (place, message) => void problems.push(`${place}: ${message}`)
  let count = 0
  try {
    count = await check(site, report)
  } catch (error) {
    report('it did not come to an end', error.stack)
  }
  const time = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${problems.length === 0 ? 'ok' : 'NOT OK'}  ${count} ${what} (${time} s)`)
  for (const problem of problems.slice(0, mostShown)) console.log(`  ${problem}`)
  if (problems.length > mostShown) console.log(`  … ${problems.length - mostShown} more`)
  if (problems.length > 0) failed++
}
if (failed > 0) console.log(`${failed} of ${validators.length} validators found problems in ${folder}`)
process.exit(failed > 0 ? 1 : 0)
