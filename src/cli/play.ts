/** `quest play`: the built game, opened on a trainer's own file, which it loads again at every change. */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { basename, dirname, join, resolve } from 'node:path'
import { readJson } from '../core/json-text.ts'
import { parseQuest } from '../core/quest/parse.ts'
import { buildIfStale } from '../../scripts/built.mjs'
import { listenOn, staticServer } from '../../scripts/serve.mjs'
import { readArgs, UsageError, type Command } from './command.ts'
import { problemLine, readText, ROOT, shown } from './files.ts'
import { knownNames } from './known-names.ts'

const DIST = join(ROOT, 'dist')
/** Editors write a file in several steps; this waits until they are through. */
const SETTLE_MS = 120
/** Comments on the line keep proxies and browsers from closing it. */
const HEARTBEAT_MS = 15_000

export const playCommand: Command = {
  about: 'open the game on your file and follow your changes',
  usage: `quest play <quest.json> [--port 4180] [--no-open]

Serves the game on this machine, opened on your quest, and loads it again where you stand whenever you save the file.

  --port <n>   first port to try (4180)
  --no-open    print the address only`,
  async run(args) {
    const { values, positionals } = readArgs(args, { port: { type: 'string' }, 'no-open': { type: 'boolean' } }, 1)
    const file = resolve(positionals[0] ?? fail('Which quest? Name its quest.json.'))
    const port = Number(values.port ?? 4180)
    if (!Number.isInteger(port) || port < 1 || port > 65_535) fail('A port is a whole number from 1 to 65535.')
    const first = await readText(file)
    if (!first.ok) {
      console.error(problemLine(first.problem))
      return 2
    }
    // The game brings its own copy of a quest of this house; the file itself is played from where it lies.
    if (!buildIfStale({ root: ROOT, except: file })) return 1
    const { server, close } = playServer(file, DIST)
    const address = `http://localhost:${await listenOn(server, port, 'localhost')}/${pageOf(first.text)}`
    console.log(`Playing ${shown(file)} at\n\n  ${address}\n\nSave the file and the game loads it again. Press Ctrl+C to stop.\n`)
    await tellProblems(file)
    if (!values['no-open'] && process.stdout.isTTY) open(address)
    await new Promise<void>((done) => process.once('SIGINT', done).once('SIGTERM', done))
    close()
    return 0
  },
}

function fail(say: string): never {
  throw new UsageError(say)
}

/** The page that opens on the quest, past the title and the hospital; on the title while the file does not say which quest it is. */
export function pageOf(text: string): string {
  const read = readJson(text)
  const id = read.ok && typeof read.value === 'object' && read.value !== null && 'id' in read.value ? read.value.id : undefined
  return `?quest=play/quest.json${typeof id === 'string' && ID.test(id) ? `#/quest/${id}` : ''}`
}

const ID = /^[a-z0-9-]{1,80}$/

/**
 * The game with two addresses more: `play/quest.json` is the file, `play/events` tells when it was saved. What the browser has
 * kept of an older game for playing offline goes away.
 */
export function playServer(file: string, dist: string): { server: Server; close(): void } {
  const game = staticServer({ dir: dist })
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/play/quest.json') void sendQuest(file, response)
    else if (pathname === '/play/events') listen(response, listeners)
    else if (pathname === '/sw.js') response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' }).end(LEAVING_WORKER)
    else game.emit('request', request, response)
  })
  let settling: NodeJS.Timeout | undefined
  // The folder is watched, not the file: many editors put a new file in its place.
  const watcher = watch(dirname(file), (_event, name) => {
    if (name !== null && name !== basename(file)) return
    clearTimeout(settling)
    settling = setTimeout(() => {
      for (const response of listeners) response.write('event: changed\ndata: {}\n\n')
      void tellProblems(file)
    }, SETTLE_MS)
  })
  const heartbeat = setInterval(() => listeners.forEach((response) => response.write(': still here\n\n')), HEARTBEAT_MS)
  return {
    server,
    close() {
      watcher.close()
      clearTimeout(settling)
      clearInterval(heartbeat)
      listeners.forEach((response) => response.end())
      server.close()
    },
  }
}

/** A service worker that takes the place of an older one and is gone. */
const LEAVING_WORKER = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()))
`

async function sendQuest(file: string, response: ServerResponse): Promise<void> {
  const read = await readText(file)
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  if (read.ok) response.writeHead(200, headers).end(read.text)
  else response.writeHead(404, headers).end(JSON.stringify(read.problem))
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' })
  response.write('retry: 1000\n\n')
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

async function tellProblems(file: string): Promise<void> {
  const read = await readText(file)
  const parsed = read.ok ? parseQuest(read.text, shown(file), await knownNames()) : { ok: false as const, problems: [read.problem] }
  if (parsed.ok) return console.log(`${shown(file)}: no problem found`)
  for (const problem of parsed.problems) console.log(problemLine(problem))
}

function open(address: string): void {
  const [program, ...before] = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  spawn(program!, [...before, address], { stdio: 'ignore', detached: true }).on('error', () => {}).unref()
}
