import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleQuest, sampleSolution } from '../core/quest/quest.fixture.ts'
import type { FromWorker, ToWorker } from '../worker/protocol.ts'
import { type JudgeWorker, judgePool } from './judge-pool.ts'

const quest = sampleQuest()
const solution = sampleSolution()
const request = { quest, solution, set: 'train' }

/** Workers that do nothing until the test says so. */
function office() {
  const hired: (JudgeWorker & { heard: ToWorker[]; dead: boolean; say(message: unknown): void; break(): void })[] = []
  const hire = (): JudgeWorker => {
    const worker = {
      heard: [] as ToWorker[],
      dead: false,
      onmessage: null as JudgeWorker['onmessage'],
      onerror: null as JudgeWorker['onerror'],
      postMessage: (message: ToWorker) => void worker.heard.push(message),
      terminate: () => void (worker.dead = true),
      say: (message: unknown) => worker.onmessage?.({ data: message as FromWorker } as MessageEvent<FromWorker>),
      break: () => worker.onerror?.({} as ErrorEvent),
    }
    hired.push(worker)
    return worker
  }
  return { hired, hire, alive: () => hired.filter(({ dead }) => !dead) }
}

const progress = (id: number) => ({ id, type: 'progress', progress: { phase: 'fit', done: 0.5 } })
const report = (id: number) => ({ id, type: 'result', kind: 'run', report: { ok: true, problems: [], nodes: [], metrics: {}, ms: id } })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a run goes to a worker and its report comes back, with progress on the way', async () => {
  const { hired, hire } = office()
  const seen: unknown[] = []
  const run = judgePool(hire).run(request, { onProgress: (step) => seen.push(step) })
  expect(hired[0]?.heard[0]).toMatchObject({ id: 1, kind: 'run', set: 'train' })
  hired[0]?.say(progress(1))
  hired[0]?.say(report(1))
  expect((await run).ms).toBe(1)
  expect(seen).toEqual([{ phase: 'fit', done: 0.5 }])
})

test('two work at once, the third waits its turn', async () => {
  const { hired, hire } = office()
  const pool = judgePool(hire)
  const runs = [pool.run(request), pool.run(request), pool.run(request)]
  expect(hired.map(({ heard }) => heard.length)).toEqual([1, 1])
  hired[1]?.say(report(2))
  expect(hired.map(({ heard }) => heard.length)).toEqual([1, 2])
  hired[0]?.say(report(1))
  hired[1]?.say(report(3))
  expect((await Promise.all(runs)).map(({ ms }) => ms)).toEqual([1, 2, 3])
})

test('stopping ends the worker at once, and the next task gets a new one', async () => {
  const { hired, hire } = office()
  const pool = judgePool(hire)
  const stop = new AbortController()
  const run = pool.run(request, { signal: stop.signal })
  stop.abort()
  expect(hired[0]?.dead).toBe(true)
  await expect(run).rejects.toMatchObject({ name: 'Stopped' })
  const next = pool.run(request)
  hired[1]?.say(report(2))
  expect((await next).ms).toBe(2)
})

test('a task that is stopped while it waits never reaches a worker; one stopped before it was asked neither', async () => {
  const { hired, hire } = office()
  const pool = judgePool(hire)
  const busy = [pool.run(request), pool.run(request)]
  const stop = new AbortController()
  const waiting = pool.run(request, { signal: stop.signal })
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ name: 'Stopped' })
  await expect(pool.run(request, { signal: stop.signal })).rejects.toMatchObject({ name: 'Stopped' })
  hired[0]?.say(report(1))
  hired[1]?.say(report(2))
  await Promise.all(busy)
  expect(hired.map(({ heard }) => heard.length)).toEqual([1, 1])
})

test('stopping a task that has ended hurts nobody', async () => {
  const { hired, hire } = office()
  const stop = new AbortController()
  const pool = judgePool(hire)
  const run = pool.run(request, { signal: stop.signal })
  hired[0]?.say(report(1))
  await run
  void pool.run(request)
  stop.abort()
  expect(hired[0]?.dead).toBe(false)
})

test('a run beyond its budget is stopped with a sentence; a slow start of the worker does not count', async () => {
  const { hired, hire } = office()
  const run = judgePool(hire).run(request)
  run.catch(() => {})
  await vi.advanceTimersByTimeAsync(15_000)
  hired[0]?.say(progress(1))
  await vi.advanceTimersByTimeAsync(quest.build.limits.msPerRun - 1)
  expect(hired[0]?.dead).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(hired[0]?.dead).toBe(true)
  await expect(run).rejects.toThrow('longer than the 4 seconds')
})

test('a worker that gives no sign of life is ended too', async () => {
  const { hired, hire } = office()
  const run = judgePool(hire).verify({ quest, solution })
  run.catch(() => {})
  await vi.advanceTimersByTimeAsync(60_000)
  expect(hired[0]?.dead).toBe(true)
  await expect(run).rejects.toThrow('stopped')
})

test('a worker that breaks says so in words, before and during its work', async () => {
  const { hired, hire } = office()
  const pool = judgePool(hire)
  const early = pool.run(request)
  hired[0]?.break()
  await expect(early).rejects.toThrow('could not be started')
  const late = pool.run(request)
  hired[1]?.say(progress(2))
  hired[1]?.break()
  await expect(late).rejects.toThrow('broke off')
})

test('an idle worker is let go after ten seconds; a warm one waits for the first task', async () => {
  const { hired, hire, alive } = office()
  const pool = judgePool(hire)
  pool.warm()
  pool.warm()
  expect(alive()).toHaveLength(1)
  const run = pool.run(request)
  hired[0]?.say(report(1))
  await run
  await vi.advanceTimersByTimeAsync(9_999)
  expect(alive()).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(alive()).toHaveLength(0)
})

test('an answer that belongs to an earlier task is not taken for this one', async () => {
  const { hired, hire } = office()
  const pool = judgePool(hire)
  const first = pool.run(request)
  hired[0]?.say(report(1))
  await first
  const second = pool.run(request)
  hired[0]?.say(report(1))
  hired[0]?.say(report(2))
  expect((await second).ms).toBe(2)
})

test('a stranger’s file is read by a worker too', async () => {
  const { hired, hire } = office()
  const read = judgePool(hire).read({ text: '{}', file: 'theirs.json' })
  expect(hired[0]?.heard[0]).toEqual({ id: 1, kind: 'read', text: '{}', file: 'theirs.json' })
  const problems = [{ file: 'theirs.json', path: 'title', what: 'this entry is missing', mend: 'Add it.' }]
  hired[0]?.say({ id: 1, type: 'result', kind: 'read', read: { ok: false, problems } })
  expect(await read).toEqual({ ok: false, problems })
})
