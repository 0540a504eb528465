// The data package, by datapackage and tableschema, the implementations of the
// Frictionless project: the descriptor against its profiles, every row of every
// table against its schema, keys and foreign keys against the rows.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import frictionless from 'datapackage'
import { drawn } from './site.mjs'

const descriptorFile = 'data/datapackage.json'
const profile = 'https://datapackage.org/profiles/2.0/datapackage.json'

/** Checks the package. Returns how many resources it has. */
export async function checkPackage(site, report) {
  if (!site.has(descriptorFile)) return report(descriptorFile, 'the site has no data package') ?? 0
  const descriptor = JSON.parse(site.text(descriptorFile))
  checkVersion2(descriptor, report)
  for (const resource of descriptor.resources ?? []) checkFile(site, resource, report)
  const covered = new Set((descriptor.resources ?? []).map((resource) => posix.join('data', String(resource.path))))
  const files = ['.csv', '.json', '.xlsx'].flatMap((ending) => site.ending(ending))
  for (const file of files.filter((name) => name.startsWith('data/') && name !== descriptorFile && !drawn(name))) {
    if (!covered.has(file)) report(descriptorFile, `${file} is in no resource`)
  }
  let pack
  try {
    pack = await frictionless.Package.load(asVersion1(descriptor), { basePath: site.path('data') })
  } catch (error) {
    return report(descriptorFile, error.message) ?? 0
  }
  for (const error of pack.errors) report(descriptorFile, error.message)
  for (const resource of pack.resources) await checkRows(resource, report)
  return pack.resources.length
}

// checkVersion2 looks at what version 2 of the standard asks for, and says
// otherwise than the version 1 that the implementation knows
// (https://datapackage.org/overview/changelog/).
function checkVersion2(descriptor, report) {
  const say = (message) => report(descriptorFile, message)
  if (descriptor.$schema !== profile) say(`$schema is ${descriptor.$schema}, not ${profile}`)
  for (const field of ['name', 'title', 'description', 'homepage', 'version', 'licenses', 'sources', 'contributors']) {
    if (!descriptor[field]?.length) say(`${field} is missing`)
  }
  if ('profile' in descriptor) say('profile is of version 1; version 2 has $schema')
  for (const one of descriptor.contributors ?? []) if ('role' in one) say('contributors have roles, a list, in version 2')
  const names = new Set()
  for (const resource of descriptor.resources ?? []) {
    if (!/^[a-z0-9._-]+$/.test(resource.name) || names.has(resource.name)) say(`resource ${resource.name}: its name must be its own, of a-z, 0-9, ".", "_" and "-"`)
    names.add(resource.name)
    if (resource.path?.endsWith('.csv') && resource.type !== 'table') say(`resource ${resource.name}: type is ${resource.type}, not table`)
  }
}

// checkFile compares the size and the hash that a resource names with those of its file.
function checkFile(site, resource, report) {
  const file = posix.join('data', String(resource.path))
  if (!site.has(file)) return report(descriptorFile, `resource ${resource.name}: there is no ${file}`)
  if (resource.type !== 'table') return // a table's other form, which twins.mjs compares with it
  const bytes = site.bytes(file)
  if (resource.bytes !== bytes.length) report(descriptorFile, `resource ${resource.name}: bytes is ${resource.bytes}, the file has ${bytes.length}`)
  const hash = 'sha256:' + createHash('sha256').update(bytes).digest('hex')
  if (resource.hash !== hash) report(descriptorFile, `resource ${resource.name}: hash is ${resource.hash}, that of the file ${hash}`)
}

// asVersion1 is the descriptor in the words of version 1, so that the profile of
// tables, with more rules than that of any resource, applies to them.
function asVersion1(descriptor) {
  const resources = descriptor.resources.map(({ type, ...rest }) => (type === 'table' ? { ...rest, profile: 'tabular-data-resource' } : rest))
  return { ...descriptor, resources }
}

async function checkRows(resource, report) {
  for (const error of resource.errors) report(resource.name, error.message)
  if (!String(resource.descriptor.path).endsWith('.csv')) return
  if (!resource.tabular) return report(resource.name, 'Frictionless does not take it for a table')
  for (const error of resource.schema?.errors ?? []) report(resource.name, error.message)
  try {
    const rows = await resource.read({ keyed: true, relations: true })
    if (rows.length === 0) report(resource.name, 'it has no rows')
  } catch (error) {
    for (const one of error.multiple ? error.errors : [error]) report(resource.name, one.message)
  }
}
