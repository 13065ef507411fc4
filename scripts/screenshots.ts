/**
 * `npm run screenshots`: the pictures of README.md, taken of the real game while it is really played.
 *
 *   npm run screenshots              builds, plays and takes all
 *   npm run screenshots -- title     only these        --dir <folder>  of a build that is already there
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { Learner } from '../tests/e2e/learner.ts'
import { touch } from '../tests/e2e/hands.ts'
import { CHROMIUM_ARGS } from './bench-browser.ts'
import { listenOn, option, staticServer } from './serve.mjs'

const OUT = join('docs', 'screenshots')
const MAX_BYTES = 250_000
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

const SHOTS: Record<string, (browser: Browser, address: string) => Promise<void>> = {
  async title(browser, address) {
    const page = await open(browser, DESK)
    await page.goto(address)
    await page.getByRole('button', { name: 'New game' }).waitFor()
    await take(page, 'title')
  },
  async hospital(browser, address) {
    const page = await open(browser, DESK)
    const learner = new Learner(page)
    await learner.startGame('Ada', address)
    await painted(page)
    // The walk to the wards takes a while where the graphics are slow.
    await learner.person('Sister Joan Malik').click()
    await learner.dialogue('Sister Joan Malik').waitFor({ timeout: 90_000 })
    await learner.press('Next')
    await settled(page)
    await take(page, 'hospital')
  },
  async bench(browser, address) {
    const learner = await atBench(browser, address)
    await learner.askWhen(learner.canvas({ draws: true }))
    await learner.press('Arrange the blocks')
    await learner.page.getByRole('region', { name: 'Results' }).getByRole('tablist').evaluate((tabs) => tabs.scrollIntoView({ block: 'start' }))
    // At rest, and without the note of what was done last.
    await learner.page.waitForTimeout(8000)
    await take(learner.page, 'bench')
  },
  async verdict(browser, address) {
    const learner = await atBench(browser, address)
    await learner.verify()
    await learner.expectTheTrap()
    // The lights have gone out by then.
    await learner.page.waitForTimeout(4000)
    await take(learner.page, 'verdict')
  },
  async phone(browser, address) {
    const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true })
    const page = await context.newPage()
    const learner = new Learner(page, touch())
    await learner.startGame('Ada', address)
    await painted(page)
    await settled(page)
    await take(page, 'phone')
  },
}

async function open(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport })
  return context.newPage()
}

async function atBench(browser: Browser, address: string): Promise<Learner> {
  const learner = new Learner(await open(browser, DESK))
  await learner.skipToBuild('Ada', `${address}?map=0`)
  return learner
}

async function painted(page: Page): Promise<void> {
  await page.locator('#stage canvas').waitFor({ timeout: 60_000 })
  await page.getByText('Painting the hospital…').waitFor({ state: 'detached', timeout: 60_000 })
}

/** The rest of the rooms is fetched and painted after the nearest ones. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(6000)

/** A palette PNG of as many colours as fit into the size that a reader should wait for. */
async function take(page: Page, name: string): Promise<void> {
  const raw = await page.screenshot({ animations: 'allow' })
  for (const colours of [256, 192, 128, 96, 64]) {
    const png = await sharp(raw).png({ palette: true, colours, effort: 10, compressionLevel: 9, dither: 0.6 }).toBuffer()
    if (png.length > MAX_BYTES) continue
    await writeFile(join(OUT, `${name}.png`), png)
    console.log(`${name}.png  ${Math.round(png.length / 1000)} kB, ${colours} colours`)
    await page.context().close()
    return
  }
  throw new Error(`${name}.png does not fit into ${MAX_BYTES / 1000} kB`)
}

const wanted = process.argv.slice(2).filter((word, at, all) => !word.startsWith('--') && all[at - 1] !== '--dir')
const dir = option('dir', 'dist') ?? 'dist'
if (!process.argv.includes('--dir')) spawnSync('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit' })
mkdirSync(OUT, { recursive: true })
const server = staticServer({ dir })
await listenOn(server, 0, 'localhost')
const { port } = server.address() as AddressInfo
const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path !== undefined && existsSync(path))
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: CHROMIUM_ARGS })
try {
  for (const [name, shoot] of Object.entries(SHOTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await shoot(browser, `http://localhost:${port}/`)
  }
} finally {
  await browser.close()
  server.close()
}
