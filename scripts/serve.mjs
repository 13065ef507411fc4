/**
 * A small static server for `dist/`: right types, compressed, hashed files cached for ever, nothing outside the folder.
 * Plain Node, so that it runs before anything is installed.
 *
 *   node scripts/serve.mjs [--dir dist] [--port 4173] [--host localhost]
 */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.ico': 'image/x-icon', '.woff2': 'font/woff2',
  '.webm': 'audio/webm', '.m4a': 'audio/mp4', '.mp3': 'audio/mpeg', '.wav': 'audio/wav',
}
const TEXTUAL = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.webmanifest', '.txt'])
/** Vite writes "name-<hash>.ext" below assets/: such a file never changes. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.[a-z0-9]+$/

const squeeze = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
}

/**
 * @param {{ dir: string, encodings?: ('br' | 'gzip')[] }} options
 * @returns {import('node:http').Server}
 */
export function staticServer({ dir, encodings = ['br', 'gzip'] }) {
  const root = resolve(dir)
  const squeezed = new Map()

  const locate = async (url) => {
    let path
    try {
      path = decodeURIComponent(new URL(url, 'http://x').pathname)
    } catch {
      return { status: 400 }
    }
    if (path.includes('\0')) return { status: 400 }
    const file = normalize(join(root, path))
    if (file !== root && !file.startsWith(root + sep)) return { status: 403 }
    const found = await stat(file).catch(() => null)
    if (found?.isFile()) return { status: 200, file, path, found }
    // Screens live behind "#", so only a folder or a name without an ending can mean the page itself.
    if (found?.isDirectory() || extname(path) === '') {
      const page = join(root, 'index.html')
      const pageFound = await stat(page).catch(() => null)
      if (pageFound) return { status: 200, file: page, path: '/index.html', found: pageFound }
    }
    return { status: 404 }
  }

  const answer = async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    const { status, file, path, found } = await locate(request.url ?? '/')
    if (status !== 200) {
      response.writeHead(status, { 'content-type': TYPES['.txt'] }).end(status === 404 ? 'Not found' : 'Not allowed')
      return
    }
    const ending = extname(file)
    const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`
    const headers = {
      'content-type': TYPES[ending] ?? 'application/octet-stream',
      'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      etag: tag,
      vary: 'accept-encoding',
    }
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, headers).end()
      return
    }
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = TEXTUAL.has(ending) ? encodings.find((name) => accepted.includes(name)) : undefined
    if (encoding) {
      const key = `${encoding} ${file} ${tag}`
      if (!squeezed.has(key)) squeezed.set(key, readFile(file).then(squeeze[encoding]))
      const body = await squeezed.get(key)
      response.writeHead(200, { ...headers, 'content-encoding': encoding, 'content-length': body.length })
      response.end(request.method === 'HEAD' ? undefined : body)
      return
    }
    sendPlain(request, response, file, found.size, headers)
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
}

/** Media players ask for parts of a file. */
function sendPlain(request, response, file, size, headers) {
  const range = /^bytes=(\d*)-(\d*)$/.exec(String(request.headers.range ?? ''))
  let start = 0
  let end = size - 1
  if (range && (range[1] || range[2])) {
    start = range[1] ? Number(range[1]) : Math.max(0, size - Number(range[2]))
    end = range[1] && range[2] ? Math.min(Number(range[2]), size - 1) : size - 1
    if (start > end) {
      response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
      return
    }
    response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1 })
  } else {
    response.writeHead(200, { ...headers, 'accept-ranges': 'bytes', 'content-length': size })
  }
  if (request.method === 'HEAD' || size === 0) response.end()
  else createReadStream(file, { start, end }).on('error', () => response.destroy()).pipe(response)
}

/**
 * Listen on `port`; when it is taken and `fallback` is set, on the next free one.
 * @returns {Promise<number>} the port that was got
 */
export function listenOn(server, port, host, fallback = true) {
  return new Promise((done, fail) => {
    const attempt = (next) => {
      const onError = (error) => {
        server.off('listening', onListening)
        if (error.code === 'EADDRINUSE' && fallback && next < port + 50) attempt(next + 1)
        else fail(error)
      }
      const onListening = () => {
        server.off('error', onError)
        done(server.address().port)
      }
      server.once('error', onError)
      server.once('listening', onListening)
      server.listen(next, host)
    }
    attempt(port)
  })
}

/** Addresses at which this machine can be reached, for a class in the same network. */
export function addresses(port, host) {
  const own = [`http://localhost:${port}/`]
  if (host !== '0.0.0.0' && host !== '::') return host === 'localhost' || host === '127.0.0.1' ? own : [`http://${host}:${port}/`]
  const others = Object.values(networkInterfaces()).flat()
    .filter((one) => one && one.family === 'IPv4' && !one.internal)
    .map((one) => `http://${one.address}:${port}/`)
  return [...own, ...others]
}

export function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`)
  return at >= 0 && process.argv[at + 1] ? process.argv[at + 1] : fallback
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const host = option('host', process.env.HOST ?? 'localhost')
  const server = staticServer({ dir: option('dir', 'dist') })
  const port = await listenOn(server, Number(option('port', process.env.PORT ?? 4173)), host, !process.argv.includes('--strict'))
  for (const address of addresses(port, host)) console.log(address)
}
