// A built site as the validators see it: its folder, the address that it was
// built for, its files, and where its addresses lead.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/** Returns the site in a folder that was built with --base-url base. */
export function openSite(folder, base) {
  const files = listed(folder, '')
  const known = new Set(files)
  const root = base.endsWith('/') ? base : base + '/'
  return {
    folder,
    base: root,
    files,
    /** Files whose names end in one of the endings. */
    ending: (...endings) => files.filter((file) => endings.some((end) => file.endsWith(end))),
    has: (file) => known.has(file),
    path: (file) => join(folder, file),
    bytes: (file) => readFileSync(join(folder, file)),
    size: (file) => statSync(join(folder, file)).size,
    /** The text of a file; bytes that are not UTF-8 are an error. */
    text: (file) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(folder, file))),
    /** The file behind an absolute address of the site; null where it leads elsewhere or nowhere. */
    fileAt: (address) => fileAt(root, known, address),
  }
}

/**
 * Tells whether a file is a chart's of an indicator's page, data/x/x-chart.csv: what the
 * chart shows, for people, and no part of the open data beside it.
 */
export function drawn(file) {
  return /^data\/([^/]+)\/\1-chart\.csv$/.test(file)
}

function listed(folder, under) {
  const all = []
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const path = posix.join(under, entry.name)
    if (entry.isDirectory()) all.push(...listed(folder, path))
    else if (!entry.name.startsWith('.')) all.push(path)
  }
  return all.sort()
}

function fileAt(root, known, address) {
  let url
  try {
    url = new URL(address)
  } catch {
    return null
  }
  const plain = url.origin + url.pathname
  if (!plain.startsWith(root)) return null
  let path = decodeURIComponent(plain.slice(root.length))
  if (path === '' || path.endsWith('/')) path += 'index.html'
  return known.has(path) ? path : null
}
