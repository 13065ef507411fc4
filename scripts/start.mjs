/**
 * `npm start`: from a fresh clone to the game in the browser. Installs what is missing, builds what is out of date, serves it.
 *
 *   PORT=8080 npm start       another port            HOST=0.0.0.0 npm start     let the local network in
 */
import { buildIfStale } from './built.mjs'
import { installIfNeeded } from './install.mjs'
import { addresses, listenOn, option, staticServer } from './serve.mjs'

if (!installIfNeeded() || !buildIfStale()) process.exit(1)
const host = option('host', process.env.HOST ?? 'localhost')
const server = staticServer({ dir: 'dist' })
const port = await listenOn(server, Number(option('port', process.env.PORT ?? 5173)), host)
console.log('\nSt Turing is open. Come in:\n')
for (const address of addresses(port, host)) console.log(`  ${address}`)
console.log('\nPress Ctrl+C to close it. Progress stays in your browser.')
