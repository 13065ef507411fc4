/** Run and verify in the real page: how long each takes, and the longest task that held the page's main thread meanwhile. */
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { readQuest, saveAtTheBench } from '../tests/saves/at-the-bench.ts'
import { CHROMIUM_ARGS } from './bench-browser.ts'
import { listenOn, staticServer } from './serve.mjs'

/**
 * Tasks are counted by their time on the processor, and the best of three tries is taken: what truly holds the page holds it every
 * time, a busy machine only now and then.
 */
export const TRIES = 3
/** No task of the main thread longer than this. */
export const HELD_TARGET_MS = 50
const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

interface TraceEvent { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number }
export interface Job { ms: number; heldMs: number }

/** Serves the built game, which is built first where it is not there yet. */
export async function serveGame(port: number): Promise<{ server: Server; address: string }> {
  const dir = process.env.DIST ?? 'dist'
  if (!existsSync(`${dir}/index.html`)) await build({ logLevel: 'warn', build: { outDir: dir } })
  const server = staticServer({ dir, encodings: ['gzip'] })
  return { server, address: `http://localhost:${await listenOn(server, port, 'localhost')}/?map=0` }
}

/** The reference of a quest, run and verified at the bench of a game served at `address`. */
export async function measureInPage(address: string, slug: string): Promise<{ run: Job; verify: Job }> {
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: CHROMIUM_ARGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(address)
    await page.getByRole('button', { name: 'Import a save' }).click()
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'bench.json', mimeType: 'application/json', buffer: Buffer.from(saveAtTheBench('Ada', readQuest(slug))),
    })
    await page.getByText(/The save of Ada, level \d+, is open/).waitFor()
    await page.goto(`${address}#/quest/${slug}/build`)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await button('Run').waitFor()
    const runs: Job[] = []
    const verdicts: Job[] = []
    for (let at = 0; at < TRIES; at++) {
      runs.push(await job(page, 'Run'))
      await button('Run').waitFor()
      verdicts.push(await job(page, 'Verify'))
      await page.getByRole('heading', { name: /^(Not yet|Bronze|Silver|Gold)$/ }).waitFor()
      await page.getByRole('navigation', { name: 'Stages of this quest' }).getByRole('button', { name: /Build/ }).click()
      await button('Run').waitFor()
    }
    return { run: best(runs), verify: best(verdicts) }
  } finally {
    await browser.close()
  }
}

function best(jobs: readonly Job[]): Job {
  return { ms: Math.min(...jobs.map(({ ms }) => ms)), heldMs: Math.min(...jobs.map(({ heldMs }) => heldMs)) }
}

/** Press a button and trace the page until `Stop` has come and gone. */
async function job(page: Page, name: string): Promise<Job> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser to trace')
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  await page.evaluate(untilDone(name))
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const mark = (words: string) => traceEvents.find((event) => event.name === words)
  const [begins, ends] = [mark('job begins'), mark('job ends')]
  if (!begins || !ends) throw new Error(`${name} left no marks in the trace`)
  const tasks = traceEvents.filter(({ pid, tid, ph, name: what, ts, dur = 0 }) =>
    pid === begins.pid && tid === begins.tid && ph === 'X' && what.endsWith('RunTask') && ts + dur >= begins.ts && ts <= ends.ts)
  return { ms: (ends.ts - begins.ts) / 1000, heldMs: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)) }
}

/** Written as text: what is run in the page must not lean on anything of this side. */
function untilDone(name: string): string {
  return `new Promise((done) => {
  const find = (words) => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === words)
  let seen = false
  const watch = new MutationObserver(() => {
    const here = find('Stop') !== undefined
    if (seen && !here) {
      performance.mark('job ends')
      watch.disconnect()
      done()
    }
    seen ||= here
  })
  watch.observe(document.body, { childList: true, subtree: true })
  // In a task of its own, as a hand would press it.
  setTimeout(() => {
    performance.mark('job begins')
    find(${JSON.stringify(name)}).click()
  })
})`
}
