/**
 * `npm start`: from a fresh clone to the game in the browser. Installs what is missing, builds what is out of date, serves it.
 *
 *   PORT=8080 npm start       another port            HOST=0.0.0.0 npm start     let the local network in
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { installIfNeeded, run } from './install.mjs'
import { addresses, listenOn, option, staticServer } from './serve.mjs'

const SOURCES = ['index.html', 'vite.config.ts', 'package-lock.json', 'src', 'scenes', 'quests', 'assets', 'public']
const BUILT = join('dist', 'index.html')

if (!installIfNeeded()) process.exit(1)
if (!existsSync(BUILT) || SOURCES.some((path) => newerThan(path, statSync(BUILT).mtimeMs))) {
  console.log('Building St Turing…')
  if (!run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'])) process.exit(1)
}
const host = option('host', process.env.HOST ?? 'localhost')
const server = staticServer({ dir: 'dist' })
const port = await listenOn(server, Number(option('port', process.env.PORT ?? 5173)), host)
console.log('\nSt Turing is open. Come in:\n')
for (const address of addresses(port, host)) console.log(`  ${address}`)
console.log('\nPress Ctrl+C to close it. Progress stays in your browser.')

function newerThan(path, time) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return false
  if (!found.isDirectory()) return found.mtimeMs > time
  return readdirSync(path).some((name) => newerThan(join(path, name), time))
}
