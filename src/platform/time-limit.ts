import { type AbortSignalLike, Stopped } from '../core/ports.ts'

export interface Limit {
  ms: number
  /** Said when the time is up. */
  say: string
}

/**
 * Work that ends: when it is done, when `signal` stops it, or when its time is up, whether or not it listens itself.
 * Rejects with `Stopped`, or with an Error that says `limit.say`.
 */
export function withinLimit<T>(limit: Limit | null, signal: AbortSignalLike | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const inner = new AbortController()
  return new Promise<T>((resolve, reject) => {
    const end = (error: Error) => {
      reject(error)
      inner.abort(error)
    }
    const timer = limit && setTimeout(() => end(new Error(limit.say)), limit.ms)
    if (signal?.aborted) end(new Stopped('Stopped.'))
    signal?.addEventListener('abort', () => end(new Stopped('Stopped.')), { once: true })
    const done = () => { if (timer !== null) clearTimeout(timer) }
    if (inner.signal.aborted) done()
    else work(inner.signal).then(resolve, reject).finally(done)
  })
}
