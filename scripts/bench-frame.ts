/**
 * `npm run bench:frame`: what one frame of the hospital costs the whole browser, beside a bare full-screen WebGL quad in the same
 * run. Processor time is summed over all processes of the browser, from /proc, so that software rendering counts.
 *
 * Targets (design: rendering): with 100 walkers at most 2.2 quads, main thread at most 2 ms, asleep at most 0.10 of a core.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { build } from 'vite'
import { phaser } from './vite-phaser.ts'

const TARGETS = { quads: 2.2, mainMs: 2, asleepCores: 0.1 }
const VIEWPORT = { width: 1280, height: 720 }
const WARM_UP_MS = 2000
const MEASURE_MS = 4000
/** A busy machine counts the same work differently from minute to minute: rounds of all scenarios, and the middle of each. */
const ROUNDS = 3
/** /proc counts processor time in ticks of 10 ms. */
const TICK_MS = 10
const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
]
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.webp': 'image/webp', '.json': 'application/json' }

interface Figures {
  name: string
  frames: number
  /** Processor milliseconds of the whole browser per frame. */
  cpuMsPerFrame: number
  /** Processor milliseconds of the page's main thread per frame. */
  mainMsPerFrame: number
  cores: number
}

interface Scenario {
  name: string
  query: string
  /** Run in the page before measuring. */
  before?: string
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'bare full-screen quad', query: '?bare' },
  { name: 'hospital, 100 walkers', query: '?walkers=100' },
  { name: 'hospital, its own people', query: '' },
  { name: 'hospital, low power, 100 walkers', query: '?walkers=100&lowpower=1' },
  { name: 'nothing moves (reduced motion)', query: '?motion=0' },
  { name: 'a bench is open', query: '?walkers=100', before: 'window.stage.sleep(true)' },
]

async function buildPage(folder: string): Promise<void> {
  await build({
    root: 'tests/scenes',
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [phaser()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 2000, rollupOptions: { input: 'tests/scenes/stage.html' } },
  })
}

async function serve(folder: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!
    try {
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
      response.end(readFileSync(join(folder, path)))
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return { server, address: `http://127.0.0.1:${address.port}` }
}

/** Fields of /proc/<pid>/stat after the command name: parent, and user and system time in ticks. */
function processTimes(): Map<number, { parent: number; ticks: number }> {
  const times = new Map<number, { parent: number; ticks: number }>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      times.set(Number(pid), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) })
    } catch {
      // The process has ended meanwhile.
    }
  }
  return times
}

/** Processor time of this process's browser: all descendants of this process. */
function browserCpuMs(): number {
  const times = processTimes()
  const ours = new Set([process.pid])
  let ticks = 0
  for (let grown = true; grown;) {
    grown = false
    for (const [pid, { parent, ticks: own }] of times) {
      if (ours.has(pid) || !ours.has(parent)) continue
      ours.add(pid)
      grown = true
      if (isBrowser(pid)) ticks += own
    }
  }
  return ticks * TICK_MS
}

function isBrowser(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('chrom')
  } catch {
    return false
  }
}

async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0)
}

async function measure(browser: Browser, address: string, { name, query, before }: Scenario): Promise<Figures> {
  const page = await browser.newPage({ viewport: VIEWPORT })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`${address}/stage.html${query}`)
  await page.waitForFunction('window.ready', null, { timeout: 60_000 })
  if (before) await page.evaluate(before)
  await page.waitForTimeout(WARM_UP_MS)
  const frames = (at: Page): Promise<number> => at.evaluate('window.painted()')
  const start = { at: performance.now(), cpu: browserCpuMs(), main: await mainThreadMs(session), frames: await frames(page) }
  await page.waitForTimeout(MEASURE_MS)
  const end = { frames: await frames(page), main: await mainThreadMs(session), cpu: browserCpuMs(), at: performance.now() }
  await page.close()
  const painted = end.frames - start.frames
  return {
    name,
    frames: painted,
    cpuMsPerFrame: painted > 0 ? (end.cpu - start.cpu) / painted : Number.NaN,
    mainMsPerFrame: painted > 0 ? (end.main - start.main) / painted : Number.NaN,
    cores: (end.cpu - start.cpu) / (end.at - start.at),
  }
}

function line({ name, frames, cpuMsPerFrame, mainMsPerFrame, cores }: Figures): string {
  const ms = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(1)).padStart(8)
  return `${name.padEnd(36)}${String(frames).padStart(7)}${ms(cpuMsPerFrame)}${ms(mainMsPerFrame)}${cores.toFixed(2).padStart(8)}`
}

/** The round in the middle, by processor time. */
function middle(rounds: readonly Figures[]): Figures {
  const sorted = rounds.toSorted((a, b) => (a.cpuMsPerFrame || a.cores) - (b.cpuMsPerFrame || b.cores))
  return sorted[Math.floor(sorted.length / 2)]!
}

function verdict(what: string, value: number, limit: number): boolean {
  const good = value <= limit
  console.log(`${good ? 'ok  ' : 'over'} ${what}: ${value.toFixed(2)} (at most ${limit})`)
  return good
}

const folder = mkdtempSync(join(tmpdir(), 'bench-frame-'))
await buildPage(folder)
const { server, address } = await serve(folder)
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS })
try {
  console.log(`${'browser-wide, 1280 x 720'.padEnd(36)}${'frames'.padStart(7)}${'CPU ms'.padStart(8)}${'main ms'.padStart(8)}${'cores'.padStart(8)}`)
  const rounds: Figures[][] = SCENARIOS.map(() => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, scenario] of SCENARIOS.entries()) rounds[i]!.push(await measure(browser, address, scenario))
  }
  const figures = rounds.map(middle)
  for (const figure of figures) console.log(line(figure))
  const [quad, crowd, , , still, covered] = figures as [Figures, Figures, Figures, Figures, Figures, Figures]
  const ratios = rounds[1]!.map((one, i) => one.cpuMsPerFrame / rounds[0]![i]!.cpuMsPerFrame).toSorted((a, b) => a - b)
  console.log()
  const good = [
    verdict(`100 walkers (${crowd.cpuMsPerFrame.toFixed(0)} ms), in bare quads (${quad.cpuMsPerFrame.toFixed(0)} ms) of the same round`, ratios[Math.floor(ratios.length / 2)]!, TARGETS.quads),
    verdict('main thread with 100 walkers, ms a frame', crowd.mainMsPerFrame, TARGETS.mainMs),
    verdict('asleep when nothing moves, cores', still.cores, TARGETS.asleepCores),
    verdict('asleep under a bench, cores', covered.cores, TARGETS.asleepCores),
  ]
  process.exitCode = good.every(Boolean) ? 0 : 1
} finally {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
}
