/**
 * `npm test`: everything, from a fresh clone. Installs what is missing, runs every check even when one fails, and ends with
 * one line "N passed, N failed" that counts the tests that were really run (a static check counts as one).
 *
 *   npm test -- types unit        only these        npm test -- --list        what there is
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installIfNeeded, run } from './install.mjs'

const REPORTS = join('.cache', 'test')
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const npx = (...args) => run('npx', ['--no-install', ...args])

const CHECKS = {
  types: { say: 'Types (tsc -b)', go: () => one(npx('tsc', '-b')) },
  walls: { say: 'Walls and lint (oxlint)', go: () => one(npx('oxlint', '--deny-warnings')) },
  dead: { say: 'Dead files and exports (knip)', go: () => one(npx('knip', '--no-progress')) },
  quests: { say: 'Quests (schema, words, machine, proof)', go: () => one(run('npm', ['run', '-s', 'quest', '--', 'check'])) },
  build: { say: 'Build', go: () => one(run('npm', ['run', '-s', 'build', '--', '--logLevel', 'warn'])) },
  unit: { say: 'Unit, property, content and byte tests (vitest)', go: unit },
  e2e: { say: 'The game in Chromium (playwright)', go: e2e },
}

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'))
const names = Object.keys(CHECKS).filter((name) => wanted.length === 0 || wanted.includes(name))
if (process.argv.includes('--list')) {
  for (const [name, { say }] of Object.entries(CHECKS)) console.log(`${name.padEnd(8)} ${say}`)
  process.exit(0)
}
if (names.length === 0 || !installIfNeeded()) {
  if (names.length === 0) console.error(`No such check: ${wanted.join(', ')}. Try "npm test -- --list".`)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

mkdirSync(REPORTS, { recursive: true })
const rows = []
for (const name of names) {
  const { say, go } = CHECKS[name]
  console.log(`\n== ${say}`)
  const began = Date.now()
  const result = go()
  rows.push({ say, ...result, seconds: (Date.now() - began) / 1000 })
}

console.log('\n== Summary')
for (const { say, passed, failed, seconds } of rows) {
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${say.padEnd(52)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`)
}
const passed = rows.reduce((sum, row) => sum + row.passed, 0)
const failed = rows.reduce((sum, row) => sum + row.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

function one(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Counts from a report; a runner that broke before or beside its tests counts as one failure more. */
function counted(file, ok, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { passed: good, failed: bad } = read(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: good, failed: bad === 0 && (!ok || good === 0) ? 1 : bad }
}

function unit() {
  const file = join(REPORTS, 'vitest.json')
  rmSync(file, { force: true })
  const ok = npx('vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`)
  return counted(file, ok, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }))
}

function e2e() {
  const chromium = findChromium()
  if (!chromium) {
    console.error('No Chromium to play in. Install one ("npx playwright install chromium", or your system\'s chromium package) and run again.')
    return { passed: 0, failed: 1 }
  }
  console.log(`Chromium: ${chromium}`)
  const file = join(REPORTS, 'playwright.json')
  rmSync(file, { force: true })
  const ok = run('npx', ['--no-install', 'playwright', 'test', '--reporter=line,json'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, CHROMIUM: chromium, ST_TURING_BUILT: names.includes('build') ? '1' : '' },
  })
  return counted(file, ok, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
}

/** Playwright's own, the system's, or one fetched now. */
function findChromium() {
  const found = () => [process.env.CHROMIUM, ownChromium(), ...SYSTEM].find((path) => path && existsSync(path))
  if (found()) return found()
  console.log('No Chromium here yet: fetching one…')
  run('npx', ['--no-install', 'playwright', 'install', 'chromium'])
  if (found()) return found()
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' })
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  return found()
}

function ownChromium() {
  try {
    return createRequire(join(process.cwd(), 'package.json'))('@playwright/test').chromium.executablePath()
  } catch {
    return undefined
  }
}
