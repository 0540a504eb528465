// HTML and SVG, by the Nu Html Checker: no error in any page or drawing. Style sheets
// are left out: its list of properties ends before container queries.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const required = createRequire(import.meta.url)
/** The checker, a Java archive. Its package downloads nothing where scripts are off. */
export const checker = join(dirname(required.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')

/** Checks every page, and the drawings beside them. Returns how many. */
export function checkHTML(site, report) {
  const files = site.ending('.html', '.svg')
  if (!files.some((file) => file.endsWith('.html'))) report('', 'the site has no pages')
  const run = spawnSync(
    'java',
    ['-XX:TieredStopAtLevel=1', '-Xss4m', '-jar', checker, '--exit-zero-always', '--errors-only', '--also-check-svg', '--skip-non-html', '--format', 'json', site.folder],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (run.error) throw run.error
  let found
  try {
    found = JSON.parse(run.stderr)
  } catch {
    throw new Error(`the Nu Html Checker did not answer (exit ${run.status}): ${run.stderr.slice(0, 500)}`)
  }
  for (const one of found.messages) {
    const at = decodeURIComponent((one.url ?? '').replace(/^file:/, '').replace(site.folder, '').replace(/^\//, ''))
    const extract = one.extract ? `: ${one.extract.replace(/\s+/g, ' ')}` : ''
    report(`${at}:${one.lastLine ?? 0}:${one.firstColumn ?? 0}`, one.message + extract)
  }
  return files.length
}
