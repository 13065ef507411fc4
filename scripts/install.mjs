/** Install what the lock file names, once: shared by `npm start` and `npm test`. Plain Node. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = join('.cache', 'installed-lock')

/** Run a command of the project and hand its output through. True when it ended well. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options }).status === 0
}

/** True when node_modules holds what package-lock.json asks for (after installing it if it did not). */
export function installIfNeeded() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`St Turing needs Node 20.19 or newer; this is ${process.version}. Get it at https://nodejs.org`)
    return false
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const stamped = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : ''
  if (existsSync(join('node_modules', '.package-lock.json')) && (stamped === lock || lockMatchesModules())) {
    if (stamped !== lock) stamp(lock)
    return true
  }
  console.log('Installing what the game is built from (once; about a minute)…')
  if (!installed()) {
    console.error('The packages could not be installed. Is this machine online? Try "npm install" to see more.')
    return false
  }
  stamp(lock)
  return true
}

/**
 * `npm ci` refuses a lock in which packages for other systems carry no version, which is how npm writes it where a registry
 * does not hold them. `npm install` takes the same versions from the same lock; --no-save leaves the lock as it is.
 */
function installed() {
  return spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
    || run('npm', ['install', '--no-save', '--no-audit', '--no-fund'])
}

function stamp(lock) {
  mkdirSync('.cache', { recursive: true })
  writeFileSync(STAMP, lock)
}

/** Somebody ran npm themselves: every package of the lock that is not optional is there in its version. */
function lockMatchesModules() {
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const there = JSON.parse(readFileSync(join('node_modules', '.package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) =>
    path === '' || entry.optional || entry.peer || there[path]?.version === entry.version)
}
