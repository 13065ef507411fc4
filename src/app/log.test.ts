import { beforeEach, expect, test } from 'vitest'
import type { Fact, FactBody } from '../core/log/facts.ts'
import type { FactStore, StoreState } from '../core/ports.ts'
import { readSave, writeSave } from '../core/save/document.ts'
import { type Log, openLog } from './log.ts'

const visited = (place: string): FactBody => ({ type: 'place.visited', place })

/** A disk that takes facts when the test says so. */
function slowDisk() {
  const waiting: (() => void)[] = []
  const watchers: ((state: StoreState) => void)[] = []
  let seq = 0
  const store: FactStore = {
    load: async () => ({ facts: [], state: { kind: 'ready' } }),
    append: (bodies) => new Promise((resolve) => {
      waiting.push(() => resolve(bodies.map((body) => ({ ...body, deviceId: 'disk', seq: ++seq, at: seq }) as Fact)))
    }),
    onForeign: () => () => {},
    onState: (watcher) => (watchers.push(watcher), () => {}),
    replace: async () => '',
    setAside: async () => [],
    forgetAside: async () => {},
    takeOver: async () => {},
    erase: async () => {},
  }
  return {
    store,
    write: () => { for (const take of waiting.splice(0)) take() },
    become: (state: StoreState) => { for (const watcher of watchers) watcher(state) },
  }
}

const full: StoreState = { kind: 'full', say: 'no room', waiting: 1 }
let disk: ReturnType<typeof slowDisk>
let log: Log
beforeEach(() => {
  disk = slowDisk()
  log = openLog({ store: disk.store, clock: { now: () => 1_700_000_000_000 }, facts: [], keeps: true, onChange() {}, onRefused() {} })
})

/** Whether a promise has settled by now. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false
  void promise.then(() => { done = true })
  await new Promise((resolve) => setTimeout(resolve))
  return done
}

test('it is settled once everything recorded is on disk, not before', async () => {
  log.record([visited('reception')])
  const settled = log.settled()
  expect([await isDone(settled), log.saved()]).toEqual([false, 'saving'])
  disk.write()
  expect([await isDone(settled), log.saved()]).toEqual([true, 'saved'])
})

test('nobody waits for a full disk, neither those who ask before it is known to be full nor those who ask later', async () => {
  log.record([visited('reception')])
  const before = log.settled()
  expect(await isDone(before)).toBe(false)
  disk.become(full)
  expect(await isDone(before)).toBe(true)
  expect(await isDone(log.settled())).toBe(true)
  expect(log.saved()).toBe('waiting')
})

test('what waits for room can be exported, under names that no other page gives', () => {
  disk.become(full)
  log.record([visited('reception')])
  log.record([visited('garden')])
  const read = readSave(writeSave(log.facts()))
  expect(read.ok && read.document.facts.map((fact) => fact.type === 'place.visited' && fact.place)).toEqual(['reception', 'garden'])
  const later = openLog({ store: disk.store, clock: { now: () => 1_700_000_000_001 }, facts: log.facts(), keeps: true, onChange() {}, onRefused() {} })
  later.record([visited('street')])
  expect(new Set(later.facts().map(({ deviceId, seq }) => `${deviceId}:${seq}`)).size).toBe(3)
})
