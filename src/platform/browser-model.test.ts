import { describe, expect, test, vi } from 'vitest'
import { Stopped } from '../core/ports.ts'
import { type BrowserModel, browserModel } from './browser-model.ts'

const prompt = { system: 'Be brief.', user: 'What is the limit?', temperature: 0 }

function fake(availability: string, answer: (signal: AbortSignal) => Promise<string> = async () => '240 mg [1].') {
  const seen = { created: [] as object[], destroyed: 0 }
  const model: BrowserModel = {
    availability: async () => availability,
    async create(options) {
      seen.created.push(options)
      const { monitor } = options as { monitor?: (to: { addEventListener(type: string, listen: (event: { loaded: number }) => void): void }) => void }
      monitor?.({ addEventListener: (_, listen) => [0.5, 1].forEach((loaded) => listen({ loaded })) })
      return { prompt: (_text, { signal }) => answer(signal), destroy: () => { seen.destroyed++ }, contextUsage: 42 }
    },
  }
  let clock = 0
  return { seen, engine: browserModel(model, () => (clock += 100), 60_000) }
}

describe('the model in the browser', () => {
  test('answers when it is there, is told what to do, and is let go', async () => {
    const { engine, seen } = fake('available')
    expect(await engine.ready()).toEqual({ is: 'ready' })
    expect(await engine.write(prompt)).toEqual({ text: '240 mg [1].', tokens: 42, ms: 100 })
    expect(seen).toMatchObject({ created: [{ initialPrompts: [{ role: 'system', content: 'Be brief.' }] }], destroyed: 1 })
  })

  test('is not there in most browsers, and that is said', async () => {
    const engine = browserModel(undefined, () => 0, 60_000)
    expect(await engine.ready()).toMatchObject({ is: 'missing', say: expect.stringMatching(/brings no language model/) })
    await expect(engine.write(prompt)).rejects.toThrow(/brings no language model/)
  })

  test('may be too much for this machine', async () => {
    expect(await fake('unavailable').engine.ready()).toMatchObject({ is: 'missing', say: expect.stringMatching(/cannot run it/) })
  })

  test('is fetched only when the learner says so', async () => {
    const { engine, seen } = fake('downloadable')
    expect(await engine.ready()).toMatchObject({ is: 'fetchable', say: expect.stringMatching(/gigabytes/) })
    await expect(engine.write(prompt)).rejects.toThrow(/gigabytes/)
    expect(seen.created).toEqual([])
    const shares: number[] = []
    await engine.fetch?.((share) => shares.push(share))
    expect([shares, seen.destroyed]).toEqual([[0.5, 1], 1])
  })

  test('is let go when it fails, and its own words stand in brackets', async () => {
    const { engine, seen } = fake('available', async () => { throw new DOMException('Other generic failures', 'UnknownError') })
    await expect(engine.write(prompt)).rejects.toThrow(/broke off \(UnknownError: Other generic failures\)/)
    expect(seen.destroyed).toBe(1)
  })

  test('is stopped by the learner, and by the clock', async () => {
    const forEver = () => new Promise<string>(() => {})
    const stop = new AbortController()
    const asking = fake('available', forEver).engine.write(prompt, stop.signal)
    setTimeout(() => stop.abort())
    await expect(asking).rejects.toThrow(Stopped)
    vi.useFakeTimers()
    const waiting = fake('available', forEver).engine.write(prompt).catch((error: Error) => error.message)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await waiting).toMatch(/within 60 seconds/)
    vi.useRealTimers()
  })
})
