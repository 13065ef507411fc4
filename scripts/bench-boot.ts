/**
 * `npm run bench:boot`: how fast the house opens, beside Phaser's own Vite template, built and measured in the same run.
 *
 * Each visit is a new browser with an empty cache; the two pages take turns. Times come from marks in the pages, counted from
 * the start of the navigation; processor time is that of all processes of the browser, from its start until the frame.
 * Ends with 1 when a compared line is behind or a second visit asks the network for anything.
 * Our way to the first walkable frame goes over the title, "New game" and the player's name, clicked without a pause.
 *
 * "Painted" is the first contentful paint as browsers define it (W3C Paint Timing): text, a picture or a drawn canvas. An empty page
 * is none. Bytes are those that were asked for until the mark: what is fetched behind the first steps does not hold them up.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { type Server } from 'node:http'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import sharp from 'sharp'
import { build } from 'vite'
import { type Counted, countBytes, measuredBrowser, median } from './bench-browser.ts'
import { listenOn, staticServer } from './serve.mjs'

const VISITS = Number(process.env.VISITS ?? 3)
const PEER = 'tests/peers/phaser-vite-template'
const PEER_DIST = '.cache/peer-dist'
const GRAINY_ROWS = 416
const executable = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

interface Visit { painted: number; usable: number; walkable: number; cpu: number; sent: Counted; again: Counted }

if (!existsSync('dist/index.html') || process.argv.includes('--build')) await build({ logLevel: 'warn' })
await buildPeer()
const house = await serve('dist')
const peer = await serve(PEER_DIST)
const ours: Visit[] = []
const theirs: Visit[] = []
for (let visit = 0; visit < VISITS; visit++) {
  ours.push(await measure(house, visitHouse, true))
  theirs.push(await measure(peer, visitPeer, false))
}
print()
for (const { server } of [house, peer]) server.close()

function print() {
  const row = (say: string, unit: string, of: (visit: Visit) => number, compared = true) => {
    const [mine, other] = [median(ours.map(of)), median(theirs.map(of))]
    const good = mine <= other && Number.isFinite(mine)
    if (compared && !good) process.exitCode = 1
    const verdict = good ? 'ahead' : 'BEHIND'
    console.log(`${say.padEnd(44)} ${mine.toFixed(0).padStart(8)} ${other.toFixed(0).padStart(10)}  ${unit.padEnd(4)} ${compared ? verdict : ''}`)
  }
  console.log(`\nMedian of ${VISITS} first visits each, taking turns.${' '.repeat(8)}St Turing   template`)
  row('first contentful paint', 'ms', ({ painted }) => painted)
  row('title usable (template: its menu)', 'ms', ({ usable }) => usable)
  row('first walkable frame (template: its game)', 'ms', ({ walkable }) => walkable)
  row('processor time until then, whole browser', 'ms', ({ cpu }) => cpu)
  row('bytes sent until then', 'kB', ({ sent }) => sent.bytes / 1000)
  row('requests until then', '', ({ sent }) => sent.requests, false)
  row('bytes sent on the second visit', 'B', ({ again }) => again.bytes)
  console.log('\nThe template is an equivalent in our own words (tests/peers/phaser-vite-template/README.md), made as\nheavy as the original when it was measured: 634 kB in all until its first frame.')
}

async function serve(dir: string): Promise<{ server: Server; address: string; counter: ReturnType<typeof countBytes> }> {
  const server = staticServer({ dir, encodings: ['gzip'] })
  const counter = countBytes(server)
  const port = await listenOn(server, 4520, 'localhost')
  return { server, address: `http://localhost:${port}/`, counter }
}

type Look = (page: Page) => Promise<Pick<Visit, 'painted' | 'usable' | 'walkable'>>

async function measure({ address, counter }: Awaited<ReturnType<typeof serve>>, look: Look, waitsForWorker: boolean): Promise<Visit> {
  const { browser, cpuMs, close } = await measuredBrowser(executable)
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  counter.take()
  const before = cpuMs() ?? 0
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  const times = await look(page)
  const cpu = (cpuMs() ?? NaN) - before
  const sent = await askedForUntil(page, 'first-walkable')
  if (waitsForWorker) await page.waitForFunction('navigator.serviceWorker.ready.then(() => true)', null, { timeout: 60_000 })
  await page.waitForTimeout(1500)
  counter.take()
  await secondVisit(context, address, page, look)
  const again = counter.take()
  await close()
  return { ...times, cpu, sent, again }
}

async function secondVisit(context: BrowserContext, address: string, first: Page, look: Look) {
  await first.close()
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  await look(page)
}

/** Bytes of bodies as they travelled, of everything that was asked for before a mark; the page itself counts too. */
async function askedForUntil(page: Page, name: string): Promise<Counted> {
  return await page.evaluate(`(() => {
    const until = performance.getEntriesByName('${name}')[0].startTime
    const asked = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource').filter((one) => one.startTime <= until)]
    return { bytes: asked.reduce((sum, one) => sum + one.encodedBodySize, 0), requests: asked.length }
  })()`)
}

/** Milliseconds from the navigation to a mark that the page sets. */
async function marked(page: Page, name: string): Promise<number> {
  const at = await page.waitForFunction(`performance.getEntriesByName('${name}')[0]?.startTime`, null, { polling: 20, timeout: 60_000 })
  return await at.jsonValue() as number
}

async function visitHouse(page: Page) {
  const usable = await marked(page, 'title-usable')
  const painted = await marked(page, 'first-contentful-paint')
  const again = page.getByRole('button', { name: /continue/i })
  if (await again.count() > 0) await again.click()
  else {
    await page.getByRole('button', { name: 'New game' }).click()
    await page.getByRole('textbox').first().fill('Ada')
    await page.getByRole('textbox').first().press('Enter')
  }
  return { painted, usable, walkable: await marked(page, 'first-walkable') }
}

async function visitPeer(page: Page) {
  const usable = await marked(page, 'first-frame')
  const painted = await marked(page, 'first-contentful-paint')
  await page.locator('canvas').click()
  return { painted, usable, walkable: await marked(page, 'first-walkable') }
}

async function buildPeer() {
  const pictures = join(PEER, 'public', 'assets')
  mkdirSync(pictures, { recursive: true })
  // Fine grain on so many rows that all the peer sends until its first frame weighs what the template did: 634 kB.
  const grain = await sharp({ create: { width: 1024, height: 768, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 1.4 } } })
    .greyscale().resize(512, 384).resize(1024, 768, { kernel: 'nearest' }).extract({ left: 0, top: 0, width: 1024, height: GRAINY_ROWS }).png().toBuffer()
  const sky = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="768"><defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#0b4f9c"/><stop offset="1" stop-color="#8fd0ff"/></linearGradient></defs><rect width="1024" height="768" fill="url(#g)"/>${
    Array.from({ length: 90 }, (_, at) => `<circle cx="${(at * 397) % 1024}" cy="${(at * 211) % 768}" r="${20 + ((at * 37) % 90)}" fill="#fff" opacity=".08"/>`).join('')}</svg>`
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="160"><rect width="640" height="160" rx="40" fill="#fff"/><text x="320" y="108" font-size="84" font-family="sans-serif" font-weight="bold" text-anchor="middle" fill="#0b4f9c">PHASER</text></svg>'
  writeFileSync(join(pictures, 'bg.png'), await sharp(Buffer.from(sky)).composite([{ input: grain, blend: 'soft-light', left: 0, top: 0 }]).png().toBuffer())
  writeFileSync(join(pictures, 'logo.png'), await sharp(Buffer.from(logo)).png().toBuffer())
  await build({ root: PEER, configFile: join(PEER, 'vite.config.ts') })
}
