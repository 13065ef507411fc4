/** A browser of one's own whose profile outlives it: for what must survive closing, killing and losing the network. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium, test } from '@playwright/test'

export interface Profile {
  open(options?: BrowserContextOptions): Promise<BrowserContext>
  /** As when the power goes: no page gets a word in. */
  kill(context: BrowserContext): Promise<void>
}

/** Run with a fresh profile; everything that was opened is closed and removed afterwards. */
export async function withProfile(play: (profile: Profile) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'st-turing-profile-'))
  const open = new Set<BrowserContext>()
  const { launchOptions, viewport, baseURL } = test.info().project.use
  try {
    await play({
      async open(options = {}) {
        const context = await chromium.launchPersistentContext(folder, { ...launchOptions, viewport: viewport ?? null, ...(baseURL ? { baseURL } : {}), ...options })
        open.add(context)
        context.on('close', () => open.delete(context))
        return context
      },
      async kill(context) {
        const gone = new Promise((resolve) => context.once('close', resolve))
        const session = await context.newCDPSession(context.pages()[0] ?? await context.newPage())
        await session.send('Browser.crash' as never).catch(() => { /* it cannot answer any more */ })
        await gone
      },
    })
  } finally {
    for (const context of open) await context.close().catch(() => { /* killed */ })
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
