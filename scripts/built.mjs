/** The built game in `dist/`: whether it is still what the sources say, and how to make it so. Shared by `npm start` and `quest play`. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { run } from './install.mjs'

const SOURCES = ['index.html', 'vite.config.ts', 'package-lock.json', 'src', 'scenes', 'quests', 'assets', 'public']

/**
 * Build what is missing or older than its sources.
 * @param {{ root?: string, except?: string }} options `except`: a file whose changes ask for no new build
 * @returns {boolean} false when the build failed
 */
export function buildIfStale({ root = '.', except } = {}) {
  if (!isStale({ root, except })) return true
  console.log('Building St Turing…')
  return run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], { cwd: root })
}

/** True when there is no build in `root`, or one of its sources has changed since. */
export function isStale({ root = '.', except } = {}) {
  const built = join(root, 'dist', 'index.html')
  if (!existsSync(built)) return true
  const { mtimeMs } = statSync(built)
  const left = except && resolve(except)
  return SOURCES.some((path) => newerThan(resolve(root, path), mtimeMs, left))
}

function newerThan(path, time, except) {
  const found = path === except ? undefined : statSync(path, { throwIfNoEntry: false })
  if (!found) return false
  if (!found.isDirectory()) return found.mtimeMs > time
  return readdirSync(path).some((name) => newerThan(join(path, name), time, except))
}
