// JSON-LD in pages, by jsonld, a processor: each block expands without loss and
// becomes RDF; every type and property is one of schema.org's; and the fields that
// Google asks for are there.
import jsonld from 'jsonld'
import { checkGoogle } from './google.mjs'
import { vocabulary } from './vocabulary.mjs'

const block = /<script type="?application\/ld\+json"?>([\s\S]*?)<\/script>/g
const address = /^(https?:|mailto:|urn:|_:)/

/** Checks the blocks of every page. Returns how many there are. */
export async function checkLinkedData(site, report) {
  const words = vocabulary()
  const documentLoader = async (url) => {
    if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`the context ${url} is not that of schema.org`)
    return { contextUrl: null, document: words.context, documentUrl: url }
  }
  let count = 0
  const types = new Set()
  for (const file of site.ending('.html')) {
    for (const [, text] of site.text(file).matchAll(block)) {
      count++
      const say = (message) => report(file, message)
      try {
        const source = JSON.parse(text)
        const expanded = await jsonld.expand(source, { documentLoader, safe: true })
        if (expanded.length === 0) say('nothing of it is linked data')
        if ((await jsonld.toRDF(expanded, { format: 'application/n-quads', safe: true })) === '') say('it says nothing in RDF')
        walk(source, words, say, (node) => {
          for (const type of typesOf(node)) types.add(type)
          checkGoogle(site, words, node, say)
        })
      } catch (error) {
        say(`${error.message} ${JSON.stringify(error.details ?? {}).slice(0, 300)}`)
      }
    }
  }
  for (const type of ['Dataset', 'DataCatalog', 'BreadcrumbList', 'WebSite', 'Report', 'Chapter']) {
    if (!types.has(type)) report('', `no page tells of a ${type}`)
  }
  return count
}

const typesOf = (node) => [node['@type'] ?? []].flat()

// walk visits every node of a block.
function walk(node, words, say, visit) {
  if (Array.isArray(node)) return node.forEach((one) => walk(one, words, say, visit))
  if (node === null || typeof node !== 'object') return
  const kinds = typesOf(node)
  for (const kind of kinds) if (!words.hasType(kind)) say(`schema.org has no type ${kind}`)
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('@')) {
      if (key === '@id' && !address.test(value)) say(`@id ${value} is not absolute`)
      if (key === '@graph') walk(value, words, say, visit)
      continue
    }
    if (/-(input|output)$/.test(key)) continue // an annotation of an action: https://schema.org/docs/actions.html
    if (!words.hasProperty(key)) say(`schema.org has no property ${key}`)
    else if (kinds.length > 0 && !kinds.some((kind) => words.belongs(key, kind))) say(`${key} is no property of ${kinds}`)
    if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) say(`${key} is empty`)
    walk(value, words, say, visit)
  }
  visit(node)
}
