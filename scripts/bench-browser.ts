/** What a whole browser costs: its processes, their time on the processor, and the bytes that a server sent it. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Server, ServerResponse } from 'node:http'
import { chromium, type Browser, type BrowserServer } from '@playwright/test'

export const CHROMIUM_ARGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
]
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10

export interface MeasuredBrowser {
  browser: Browser
  /** Milliseconds of processor time that all processes of this browser have used so far; null where it cannot be read. */
  cpuMs(): number | null
  close(): Promise<void>
}

export async function measuredBrowser(executablePath: string | undefined): Promise<MeasuredBrowser> {
  const server: BrowserServer = await chromium.launchServer({ ...(executablePath ? { executablePath } : {}), args: CHROMIUM_ARGS })
  const browser = await chromium.connect(server.wsEndpoint())
  return {
    browser,
    cpuMs: () => familyCpuMs(server.process().pid),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

function familyCpuMs(root: number | undefined): number | null {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
      try {
        // The name in brackets may hold anything, so fields are counted from behind it.
        const [, parent = 0, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? []
        return [{ pid: Number(pid), parent, ticks: (rest[9] ?? 0) + (rest[10] ?? 0) }]
      } catch {
        return []
      }
    })
    const family = new Set([root])
    for (let grown = true; grown;) {
      const before = family.size
      for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
      grown = family.size > before
    }
    return all.filter(({ pid }) => family.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) * TICK_MS
  } catch {
    return null
  }
}

export interface Counted { bytes: number; requests: number }

/** Counts what a server sends from now on: bytes of bodies as they travel (compressed) and requests answered with one. */
export function countBytes(server: Server): { take(): Counted } {
  let counted: Counted = { bytes: 0, requests: 0 }
  server.prependListener('request', (_request, response: ServerResponse) => {
    let bytes = 0
    const size = (chunk: unknown) => (typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk instanceof Uint8Array ? chunk.length : 0)
    const { write, end } = response
    const counting = <T extends (...args: never[]) => unknown>(send: T) => ((...args: Parameters<T>) => {
      bytes += size(args[0])
      return send.apply(response, args)
    }) as T
    response.write = counting(write) as typeof write
    response.end = counting(end) as typeof end
    response.on('finish', () => { counted = { bytes: counted.bytes + bytes, requests: counted.requests + (bytes > 0 ? 1 : 0) } })
  })
  return {
    take() {
      const taken = counted
      counted = { bytes: 0, requests: 0 }
      return taken
    },
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}
