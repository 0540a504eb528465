// The sitemap against the schema of sitemaps.org, the feed against the schema of
// RFC 4287, by xmllint and Jing; and what the two standards say in words.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checker } from './html.mjs'

const here = dirname(fileURLToPath(import.meta.url))
// The package's entry lies in dist/, its schema beside that folder.
const sitemapSchema = join(dirname(createRequire(import.meta.url).resolve('sitemap')), '../../schema/sitemap.xsd')

/** Checks sitemap.xml, and that its addresses lead to pages. Returns how many addresses it has. */
export function checkSitemap(site, report) {
  const file = 'sitemap.xml'
  if (!site.has(file)) return report(file, 'the site has no sitemap') ?? 0
  tool(report, file, 'xmllint', ['--nonet', '--noout', '--schema', sitemapSchema, site.path(file)])
  const addresses = values(site.text(file), 'loc')
  if (addresses.length > 50000) report(file, `${addresses.length} addresses; sitemaps.org allows 50,000`)
  if (site.size(file) > 50 * 1024 * 1024) report(file, 'larger than the 50 MB that sitemaps.org allows')
  once(report, file, addresses)
  for (const address of addresses) if (!site.fileAt(address)) report(file, `${address} is no page of the site`)
  if (addresses.length === 0) report(file, 'it lists no page')
  return addresses.length
}

/** Checks feed.xml. Returns how many entries it has. */
export function checkFeed(site, report) {
  const file = 'feed.xml'
  if (!site.has(file)) return report(file, 'the site has no feed') ?? 0
  tool(report, file, 'xmllint', ['--nonet', '--noout', '--relaxng', join(here, 'atom.rng'), site.path(file)])
  tool(report, file, 'java', ['-cp', checker, 'nu.validator.vendor.thaiopensource.relaxng.util.Driver', '-c', join(here, 'atom.rnc'), site.path(file)])
  assertions(site, report, file)
  const text = site.text(file)
  once(report, file, values(text, 'id')) // RFC 4287, 4.2.6: an id names one entry
  const entries = text.split('<entry>').slice(1)
  for (const entry of entries) {
    const href = /<link rel="alternate"[^>]* href="([^"]*)"/.exec(entry)?.[1]
    if (!href || !site.fileAt(unescaped(href))) report(file, `an entry leads to ${href}, which is no page of the site`)
  }
  if (entries.length === 0) report(file, 'it has no entries')
  return entries.length
}

// assertions are those that the schema of RFC 4287 carries in Schematron.
function assertions(site, report, file) {
  const rules = readFileSync(join(here, 'atom.rng'), 'utf8').match(/<s:rule[\s\S]*?<\/s:rule>/g)
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-validate-'))
  try {
    const schema = join(folder, 'atom.sch')
    writeFileSync(
      schema,
      `<s:schema xmlns:s="http://www.ascc.net/xml/schematron"><s:ns prefix="atom" uri="http://www.w3.org/2005/Atom"/>${rules
        .map((rule) => `<s:pattern name="RFC 4287">${rule}</s:pattern>`)
        .join('')}</s:schema>`,
    )
    tool(report, file, 'xmllint', ['--nonet', '--noout', '--schematron', schema, site.path(file)])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// tool runs a validator, whose complaints are reported where it does not exit with 0.
function tool(report, file, command, args) {
  const run = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.error) throw run.error
  if (run.status !== 0) report(file, `${command}: ${(run.stderr + run.stdout).trim().split('\n').slice(0, 10).join('\n    ')}`)
}

const values = (text, element) => [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map((found) => unescaped(found[1]))

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text) =>
  text.replace(/&(#x?)?(\w+);/g, (_, code, name) => (code ? String.fromCodePoint(parseInt(name, code === '#x' ? 16 : 10)) : entities[name]))

function once(report, file, addresses) {
  const seen = new Set()
  for (const address of addresses) {
    if (seen.has(address)) report(file, `${address} stands twice`)
    seen.add(address)
  }
}
