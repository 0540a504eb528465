// Files of JSON beside the open data: the web manifest, against its schema at
// schemastore.org, and the search index, whose addresses must lead somewhere.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import tv4 from 'tv4'

const required = createRequire(import.meta.url)
const manifestSchema = join(dirname(required.resolve('schemastore/package.json')), 'schemas/json/web-manifest-combined.json')

/** Checks site.webmanifest. Returns how many there are: one. */
export function checkManifest(site, report) {
  const file = 'site.webmanifest'
  if (!site.has(file)) return report(file, 'the site has no web manifest') ?? 0
  const manifest = JSON.parse(site.text(file))
  const folder = dirname(manifestSchema)
  const validator = tv4.freshApi()
  for (const part of ['web-manifest', 'web-manifest-app-info', 'web-manifest-share-target']) {
    validator.addSchema(`https://json.schemastore.org/${part}.json`, JSON.parse(readFileSync(join(folder, part + '.json'), 'utf8')))
  }
  const result = validator.validateMultiple(manifest, JSON.parse(readFileSync(manifestSchema, 'utf8')))
  for (const error of result.errors) report(file, `${error.dataPath || '/'}: ${error.message}`)
  for (const missing of result.missing) report(file, `the schema at ${missing} is not here`)
  const at = new URL(file, site.base)
  const lead = [['start_url', manifest.start_url], ...(manifest.icons ?? []).map((icon) => ['icon', icon.src])]
  for (const [what, address] of lead) {
    if (!address || !site.fileAt(new URL(address, at).href)) report(file, `${what} ${address} leads to no file of the site`)
  }
  if (!manifest.icons?.length) report(file, 'it has no icons')
  const scope = new URL(manifest.scope ?? '.', at).href
  if (scope !== site.base) report(file, `its scope is ${scope}, the site lies at ${site.base}`)
  return 1
}

/**
 * Checks search.json: every address in it leads to a page of the site, every heading
 * to an element of that page, and no address stands twice. Returns how many entries
 * it has.
 */
export function checkSearch(site, report) {
  const file = 'search.json'
  if (!site.has(file)) return report(file, 'the site has no search index') ?? 0
  const { entries } = JSON.parse(site.text(file))
  const seen = new Set()
  for (const entry of entries) {
    const page = site.fileAt(new URL(entry.u, new URL(file, site.base)).href)
    if (!page) {
      report(file, `${entry.u} is no page of the site`)
      continue
    }
    if (seen.has(page)) report(file, `${entry.u} stands twice`)
    seen.add(page)
    const ids = new Set([...site.text(page).matchAll(/ id="?([^"\s>]+)/g)].map((found) => found[1]))
    const headings = entry.h ?? []
    for (let i = 1; i < headings.length; i += 2) {
      if (!ids.has(headings[i].replace(/&/g, '&amp;'))) report(file, `${entry.u} has no element ${headings[i]}, of the heading ${headings[i - 1]}`)
    }
  }
  if (entries.length === 0) report(file, 'it has no entries')
  return entries.length
}
