import type { Page } from '@playwright/test'

/** A disk that can be filled: every write is taken, and its whole transaction falls, as the browser does it. */
export async function fillableDisk(page: Page): Promise<(diskFull: boolean) => Promise<unknown>> {
  await page.addInitScript(() => {
    for (const method of ['add', 'put'] as const) {
      const real = IDBObjectStore.prototype[method]
      IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...rest: Parameters<typeof real>) {
        const { diskFull } = globalThis as { diskFull?: boolean }
        if (!diskFull) return Reflect.apply(real, this, rest)
        this.transaction.abort()
        throw new DOMException('full', 'QuotaExceededError')
      }
    }
  })
  return (diskFull) => page.evaluate((full) => void Object.assign(globalThis, { diskFull: full }), diskFull)
}
