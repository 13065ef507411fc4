import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenOn, staticServer } from './serve.mjs'

let server: Server
let port = 0
const top = mkdtempSync(join(tmpdir(), 'serve-'))

beforeAll(async () => {
  const dist = join(top, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(top, 'secret.txt'), 'secret')
  writeFileSync(join(top, 'dist-two.txt'), 'secret')
  writeFileSync(join(dist, 'index.html'), `<h1>St Turing</h1>${' '.repeat(2000)}`)
  writeFileSync(join(dist, 'assets', 'boot-Ab3_x9-Z.js'), 'export {}')
  writeFileSync(join(dist, 'sw.js'), '// worker')
  writeFileSync(join(dist, 'sfx.webm'), Buffer.from('0123456789'))
  server = staticServer({ dir: dist })
  port = await listenOn(server, 0, '127.0.0.1')
})
afterAll(() => void server.close())

/** By hand, for fetch would tidy the path before it is sent. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }))
    }).on('error', reject).end()
  })
}

test('the page is sent for "/" and checked again on each visit', async () => {
  const { status, headers, body } = await get('/')
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
  expect(body.toString()).toContain('St Turing')
})

test('a page that has not changed is not sent again', async () => {
  const first = await get('/')
  const again = await get('/', { 'if-none-match': String(first.headers.etag) })
  expect([again.status, again.body.length]).toEqual([304, 0])
})

test('files whose name holds their hash are kept for ever, the service worker never', async () => {
  expect((await get('/assets/boot-Ab3_x9-Z.js')).headers['cache-control']).toContain('immutable')
  expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache')
})

test('text travels compressed when the browser can read it so', async () => {
  const { headers, body } = await get('/', { 'accept-encoding': 'gzip' })
  expect(headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(body).toString()).toContain('St Turing')
  expect((await get('/', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBe('br')
  expect((await get('/')).headers['content-encoding']).toBeUndefined()
})

test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/..%5csecret.txt', '/../dist-two.txt', '//secret.txt'])(
  'nothing outside the folder is sent: %s', async (path) => {
    const { status, body } = await get(path)
    expect(body.toString()).not.toContain('secret')
    expect(status).not.toBe(500)
  })

test.each(['/%', '/%00', '/%c0%ae'])('a broken address is refused: %s', async (path) => {
  expect([400, 404]).toContain((await get(path)).status)
})

test('a file that is not there is not found; an address without ending is the page', async () => {
  expect((await get('/assets/none.js')).status).toBe(404)
  expect((await get('/hospital')).status).toBe(200)
})

test('a part of a sound can be asked for', async () => {
  const { status, headers, body } = await get('/sfx.webm', { range: 'bytes=2-4' })
  expect([status, headers['content-range'], body.toString()]).toEqual([206, 'bytes 2-4/10', '234'])
  expect((await get('/sfx.webm', { range: 'bytes=50-60' })).status).toBe(416)
})

test('only reading is allowed', async () => {
  expect((await get('/', {}, 'POST')).status).toBe(405)
  expect((await get('/', {}, 'HEAD')).body.length).toBe(0)
})

test('a taken port leads to the next free one', async () => {
  const second = staticServer({ dir: top })
  const got = await listenOn(second, port, '127.0.0.1')
  second.close()
  expect(got).toBeGreaterThan(port)
})
