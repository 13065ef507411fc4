import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type UpdateParts, watchUpdates } from './updates.ts'

interface Hooks {
  onNeedRefresh(): void
  onNeedReload(): void
  onOfflineReady(): void
  onRegisterError(error: unknown): void
  onRegisteredSW(url: string, registration: { update(): Promise<void> } | undefined): void
}

/** The service worker's side: what the page asked it, in order, and the hooks by which it is heard. */
const worker = vi.hoisted(() => ({ hooks: null as unknown, order: [] as string[], takes: true }))
vi.mock('virtual:pwa-register', () => ({
  registerSW(hooks: Hooks) {
    worker.hooks = hooks
    return async () => {
      worker.order.push('skip waiting')
      if (worker.takes) hooks.onNeedReload()
    }
  },
}))
const hooks = () => worker.hooks as Hooks

let whole: boolean
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubEnv('PROD', true)
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } })
  vi.stubGlobal('location', { reload: () => worker.order.push('reload') })
  Object.assign(worker, { hooks: null, order: [], takes: true })
  whole = true
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

const parts = (): UpdateParts => ({
  onOffline: (offline) => worker.order.push(`offline ${offline}`),
  onUpdate: () => worker.order.push('offered'),
  async beforeReload() {
    worker.order.push('written')
    return whole
  },
})
const rest = () => vi.advanceTimersByTimeAsync(0)

test('a new version waits for the learner; taken, everything is written before the page is loaded anew', async () => {
  const updates = await watchUpdates(parts())
  hooks().onNeedRefresh()
  expect(worker.order).toEqual(['offline ready', 'offered'])
  await rest()
  expect(worker.order).toHaveLength(2)
  updates.apply()
  await rest()
  expect(worker.order.slice(2)).toEqual(['written', 'skip waiting', 'written', 'reload'])
})

test('on a first visit, where nobody hears of the change, the page is loaded anew all the same', async () => {
  worker.takes = false
  const updates = await watchUpdates(parts())
  hooks().onNeedRefresh()
  updates.apply()
  await rest()
  expect(worker.order).not.toContain('reload')
  await vi.advanceTimersByTimeAsync(4000)
  expect(worker.order.at(-1)).toBe('reload')
})

test('taken in another tab: this one writes and follows, unless something here could not be written', async () => {
  const updates = await watchUpdates(parts())
  whole = false
  hooks().onNeedReload()
  await rest()
  expect(worker.order.slice(1)).toEqual(['written', 'offered'])
  // Whoever was told what would be lost, and takes it anyway, is not held up.
  updates.apply()
  await rest()
  expect(worker.order.at(-1)).toBe('reload')
  whole = true
  worker.order = []
  hooks().onNeedReload()
  await rest()
  expect(worker.order).toEqual(['written', 'reload'])
})

test('a page that stays open all day asks once an hour, also after an hour without a network', async () => {
  await watchUpdates(parts())
  let asked = 0
  hooks().onRegisteredSW('sw.js', { update: () => Promise.reject(new Error(`offline ${++asked}`)) })
  await vi.advanceTimersByTimeAsync(3 * 3_600_000)
  expect(asked).toBe(3)
})

test('without a service worker the game says that it does not play offline, and there is nothing to take', async () => {
  vi.stubGlobal('navigator', {})
  const updates = await watchUpdates(parts())
  updates.apply()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(worker.order).toEqual(['offline unavailable'])
})

test('on a first visit it is ready to play offline once everything is kept, and not before', async () => {
  vi.stubGlobal('navigator', { serviceWorker: { controller: null } })
  await watchUpdates(parts())
  expect(worker.order).toEqual([])
  hooks().onOfflineReady()
  hooks().onRegisterError(new Error('no room'))
  expect(worker.order).toEqual(['offline ready', 'offline unavailable'])
})
