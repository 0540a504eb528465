// The fields that Google Search asks for, by its documentation:
// https://developers.google.com/search/docs/appearance/structured-data/dataset
// https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
// https://developers.google.com/search/docs/appearance/structured-data/article
// The rules hold for every node, those within others included: Google reads them
// as well, and complains of a Dataset without a description wherever it stands.

// Recommended fields that every data set of ours can fill. A version it has where the
// days are known on which it changed. Google also recommends alternateName, citation,
// funder, hasPart, isPartOf and measurementTechnique, where there is something to say.
const recommended = ['creator', 'identifier', 'isAccessibleForFree', 'keywords', 'license', 'spatialCoverage', 'temporalCoverage', 'url', 'variableMeasured', 'distribution']

/** Checks one node of a block. */
export function checkGoogle(site, words, node, say) {
  const is = (kind) => [node['@type'] ?? []].flat().some((type) => words.isA(type, kind))
  if (is('Dataset')) dataset(site, node, say)
  if (is('DataDownload')) download(site, node, say)
  if (is('BreadcrumbList')) breadcrumbs(site, node, say)
  if (is('Article')) article(node, say) // Report and NewsArticle are kinds of it
  for (const key of ['datePublished', 'dateModified', 'dateCreated', 'uploadDate']) {
    if (key in node && !isDate(node[key])) say(`${key} ${node[key]} is no date of ISO 8601`)
  }
  if ('temporalCoverage' in node) for (const span of [node.temporalCoverage].flat()) if (!isInterval(span)) say(`temporalCoverage ${span} is no interval of ISO 8601`)
}

function dataset(site, node, say) {
  if (Object.keys(node).every((key) => key.startsWith('@'))) return // names another node by its @id
  const called = `the Dataset ${JSON.stringify(node.name ?? node['@id'] ?? node.url)}`
  if (!text(node.name)) say(`${called} has no name`)
  const length = [...(node.description ?? '')].length
  if (length < 50 || length > 5000) say(`${called} has a description of ${length} characters, not of 50 to 5,000`)
  if (!node.distribution) return // told of on another page; its own page says the rest
  for (const field of recommended) if (!(field in node)) say(`${called} has no ${field}`)
  if ('dateModified' in node && !text(node.version)) say(`${called} was modified, and has no version`)
  if (!node.includedInDataCatalog && !node.isPartOf && !node.hasPart) say(`${called} is in no catalogue, and part of nothing`)
  for (const one of [node.license].flat()) if (typeof one === 'string' && !/^https?:\/\//.test(one)) say(`${called}: its license is no address`)
}

function download(site, node, say) {
  if (!site.fileAt(node.contentUrl)) say(`contentUrl ${node.contentUrl} is no file of the site`)
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(node.encodingFormat ?? '')) say(`encodingFormat ${node.encodingFormat} is no media type`)
}

function breadcrumbs(site, node, say) {
  const items = [node.itemListElement ?? []].flat()
  if (items.length < 2) say(`a trail of ${items.length} entries; Google asks for two at least`)
  items.forEach((item, i) => {
    if (item.position !== i + 1) say(`entry ${i + 1} of the trail has position ${item.position}`)
    if (!text(item.name) && !text(item.item?.name)) say(`entry ${i + 1} of the trail has no name`)
    const target = typeof item.item === 'string' ? item.item : item.item?.['@id']
    if (target === undefined && i === items.length - 1) return // the page itself
    if (!target || !site.fileAt(target)) say(`entry ${i + 1} of the trail leads to ${target}, which is no page of the site`)
  })
}

// Of an article, Google requires nothing, and recommends these.
function article(node, say) {
  if (Object.keys(node).every((key) => ['@type', '@id', 'name', 'url'].includes(key))) return // a mention
  if (!text(node.headline)) say('an article without headline')
  const authors = [node.author ?? []].flat()
  if (authors.length === 0 || !authors.every((one) => text(one.name))) say('an article without the name of an author')
}

const text = (value) => typeof value === 'string' && value.trim() !== ''

const day = String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?`
const isDate = (value) => new RegExp(`^${day}$`).test(value)
const isInterval = (value) => new RegExp(`^${day}(/(${day}|\\.\\.))?$`).test(value)
