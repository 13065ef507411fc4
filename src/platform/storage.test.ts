import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { promisifyRequest, type UseStore } from 'idb-keyval'
import type { Fact, FactBody } from '../core/log/facts.ts'
import { sampleLook } from '../core/log/fact.fixture.ts'
import type { StoreState } from '../core/ports.ts'
import { readSave } from '../core/save/document.ts'
import { openDatabase, readAll } from './save-database.ts'
import { factStore } from './storage.ts'
import type { Role, Tabs } from './tabs.ts'

const visited = (place: string): FactBody => ({ type: 'place.visited', place })
const places = (facts: readonly Fact[]) => facts.map((fact) => (fact.type === 'place.visited' ? fact.place : fact.type))

let number = 0
let name = ''
let now = 1000
beforeEach(() => {
  name = `save-${++number}`
  now = 1000
})
afterEach(() => void vi.useRealTimers())

/** Stands in for the tabs of one browser: one object per tab, one street they all shout in. */
function browser() {
  const open: { role: Role; roles: ((role: Role) => void)[]; messages: ((message: unknown) => void)[]; hook(): Promise<void> }[] = []
  return (): Tabs & { close(): void } => {
    const me: (typeof open)[number] = { role: open.some((tab) => tab.role === 'writer') ? 'follower' : 'writer', roles: [], messages: [], hook: async () => {} }
    open.push(me)
    return {
      start: async () => me.role,
      role: () => me.role,
      onRole: (listener) => (me.roles.push(listener), () => {}),
      async takeOver() {
        for (const tab of open.filter((other) => other.role === 'writer')) {
          await tab.hook()
          tab.role = 'follower'
          for (const tell of tab.roles) tell('follower')
        }
        me.role = 'writer'
        for (const tell of me.roles) tell('writer')
      },
      post: (message) => { for (const tab of open) if (tab !== me) for (const hear of tab.messages) hear(structuredClone(message)) },
      onMessage: (listener) => (me.messages.push(listener), () => {}),
      beforeYield: (hook) => { me.hook = hook },
      close: () => void open.splice(open.indexOf(me), 1),
    }
  }
}

const isFact = (raw: unknown): raw is Fact => typeof raw === 'object' && raw !== null && 'type' in raw && raw.type === 'place.visited' && 'place' in raw

function open(tab: Tabs = browser()(), database: UseStore = openDatabase(name), fetched: () => boolean = () => true) {
  return factStore({
    database,
    tabs: tab,
    clock: { now: () => now++ },
    newDeviceId: () => 'device-a',
    check: async (raw) => (!fetched() ? Promise.reject(new TypeError('Failed to fetch dynamically imported module')) : { facts: raw.filter(isFact), unreadable: raw.filter((one) => !isFact(one)).length }),
  })
}

/** Write into the database behind the store's back. */
function change(work: (records: IDBObjectStore) => void): Promise<void> {
  return openDatabase(name)('readwrite', (records) => {
    work(records)
    return promisifyRequest(records.transaction)
  })
}

/** A database that fails on demand in the middle of a write, as a full disk or a killed tab does. */
function breaking(failure: () => DOMException | null): UseStore {
  const sound = openDatabase(name)
  return (mode, use) => sound(mode, (store) => {
    const error = mode === 'readwrite' ? failure() : null
    if (!error) return use(store)
    const result = use(store)
    // The first of the facts may already have been put when the transaction dies.
    queueMicrotask(() => store.transaction.abort())
    return Promise.resolve(result).catch(() => Promise.reject(error))
  })
}

test('what was appended is there after the page is opened again, in order', async () => {
  const first = open()
  await first.load()
  await first.append([visited('reception')])
  await first.append([visited('garden'), visited('street')])
  const { facts, state } = await open().load()
  expect(places(facts)).toEqual(['reception', 'garden', 'street'])
  expect(facts.map(({ deviceId, seq }) => `${deviceId}:${seq}`)).toEqual(['device-a:1', 'device-a:2', 'device-a:3'])
  expect(state).toEqual({ kind: 'ready' })
})

test('facts appended at the same moment keep their order', async () => {
  const store = open()
  await store.load()
  await Promise.all(Array.from({ length: 50 }, (_, at) => store.append([visited(`room-${at}`)])))
  const { facts } = await open().load()
  expect(places(facts)).toEqual(Array.from({ length: 50 }, (_, at) => `room-${at}`))
})

test('a clock set back does not change the order', async () => {
  const store = open()
  await store.load()
  now = 9_000_000
  await store.append([visited('first')])
  now = 5
  await store.append([visited('second')])
  const { facts } = await open().load()
  expect(places(facts)).toEqual(['first', 'second'])
  expect(facts[1]?.at).toBeGreaterThanOrEqual(facts[0]?.at ?? Infinity)
})

test('a write that is killed half-way leaves the log as it was', async () => {
  const before = open()
  await before.load()
  await before.append([visited('reception')])
  const dying = open(undefined, breaking(() => new DOMException('gone', 'AbortError')))
  await dying.load()
  void dying.append([visited('half'), visited('written')])
  await new Promise((resolve) => setTimeout(resolve, 30))
  const after = await open().load()
  expect(places(after.facts)).toEqual(['reception'])
  expect(after.state.kind).toBe('ready')
  const next = open()
  await next.load()
  expect((await next.append([visited('garden')])).map(({ seq }) => seq)).toEqual([2])
})

test('a full disk: facts wait in memory, the learner is told, and they are written when there is room', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let full = true
  const states: StoreState[] = []
  const store = open(undefined, breaking(() => (full ? new DOMException('no room', 'QuotaExceededError') : null)))
  store.onState((state) => states.push(state))
  await store.load()
  let saved = false
  const first = store.append([visited('reception'), visited('garden')]).then((facts) => {
    saved = true
    return facts
  })
  await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ kind: 'full', waiting: 2 }))
  const second = store.append([visited('street')])
  expect(states.at(-1)).toMatchObject({ kind: 'full', waiting: 3 })
  expect(saved).toBe(false)
  full = false
  await vi.advanceTimersByTimeAsync(5000)
  expect(places(await first)).toEqual(['reception', 'garden'])
  expect(places(await second)).toEqual(['street'])
  expect(states.at(-1)).toEqual({ kind: 'ready' })
  expect(places((await open().load()).facts)).toEqual(['reception', 'garden', 'street'])
})

/** A store whose disk has just turned out to be full, with one fact on it and one that waits. */
async function fullStore() {
  const disk = { full: false }
  const states: StoreState[] = []
  const store = open(undefined, breaking(() => (disk.full ? new DOMException('no room', 'QuotaExceededError') : null)))
  store.onState((state) => states.push(state))
  await store.load()
  await store.append([visited('reception')])
  disk.full = true
  const waits = store.append([visited('garden')])
  await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ kind: 'full', waiting: 1 }))
  return { store, disk, states, waits }
}

test('erasing while the disk is full forgets what waits too: nothing comes back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { store, disk, states, waits } = await fullStore()
  disk.full = false
  await store.erase()
  expect(await waits).toEqual([])
  expect(states.at(-1)).toEqual({ kind: 'ready' })
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await readAll(openDatabase(name))).facts).toEqual([])
})

test('a disk that refuses to be erased says so, and what waits still waits', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { store, disk, waits } = await fullStore()
  await expect(store.erase()).rejects.toThrow('Nothing was changed')
  await expect(store.replace([])).rejects.toThrow('Nothing was changed')
  disk.full = false
  await vi.advanceTimersByTimeAsync(5000)
  expect(places(await waits)).toEqual(['garden'])
  expect(places((await open().load()).facts)).toEqual(['reception', 'garden'])
})

test('an import while steps wait for room puts them aside with the rest, and they do not turn up in the other save', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { store, disk, waits } = await fullStore()
  disk.full = false
  await store.replace([{ type: 'place.visited', place: 'imported', deviceId: 'device-b', seq: 7, at: 8_000_000 }])
  expect(await waits).toEqual([])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(places((await open().load()).facts)).toEqual(['imported'])
  expect((await store.setAside())[0]?.text).toContain('garden')
  expect((await store.append([visited('new')]))[0]?.seq).toBe(3)
})

test('one save set aside is removed for good, the others and the game stay; a disk that refuses keeps it and says so', async () => {
  const { store, disk, waits } = await fullStore()
  disk.full = false
  await store.replace([{ type: 'place.visited', place: 'second', deviceId: 'device-b', seq: 1, at: 8_000_000 }])
  await store.replace([{ type: 'place.visited', place: 'third', deviceId: 'device-b', seq: 1, at: 9_000_000 }])
  await waits
  const [first, second] = (await store.setAside()).toSorted((a, b) => a.text.length - b.text.length)
  await store.forgetAside(first?.key ?? '')
  expect(await store.setAside()).toEqual([second])
  disk.full = true
  await expect(store.forgetAside(second?.key ?? '')).rejects.toThrow(/still here/)
  disk.full = false
  expect(await store.setAside()).toEqual([second])
  expect(places((await open().load()).facts)).toEqual(['third'])
})

test('no storage at all: play goes on in memory and the learner is told so', async () => {
  const closed: UseStore = () => Promise.reject(new DOMException('blocked', 'SecurityError'))
  const store = open(undefined, closed)
  const { facts, state } = await store.load()
  expect(facts).toEqual([])
  expect(state).toMatchObject({ kind: 'memory-only', say: expect.stringContaining('Export') })
  const written = await store.append([visited('reception'), visited('garden')])
  expect(written.map(({ seq }) => seq)).toEqual([1, 2])
  expect((await store.append([visited('street')])).map(({ seq }) => seq)).toEqual([3])
  expect(await store.setAside()).toEqual([])
})

test('no storage at all: a save can be opened in memory, what was there is set aside in memory, and erasing empties both', async () => {
  const closed: UseStore = () => Promise.reject(new DOMException('blocked', 'SecurityError'))
  const tab = browser()
  const store = open(tab(), closed)
  const told: unknown[] = []
  tab().onMessage((message) => told.push(message))
  await store.load()
  await store.append([visited('mine')])
  const key = await store.replace([{ type: 'place.visited', place: 'imported', deviceId: 'device-b', seq: 7, at: 8_000_000 }])
  const [fact] = await store.append([visited('next')])
  expect(fact).toMatchObject({ deviceId: 'device-a', seq: 2 })
  expect(fact?.at).toBeGreaterThan(8_000_000)
  const [mine] = await store.setAside()
  expect([mine?.key, mine?.text]).toEqual([key, expect.stringContaining('mine')])
  await store.replace([], mine?.key)
  const [imported, ...others] = await store.setAside()
  expect([imported?.text, others]).toEqual([expect.stringMatching(/imported.*next/), []])
  await store.forgetAside(imported?.key ?? '')
  expect(await store.setAside()).toEqual([])
  await store.append([visited('last')])
  await store.replace([])
  await store.erase()
  expect(await store.setAside()).toEqual([])
  // Another tab has a memory of its own: it must not load its page anew, which would empty it.
  expect(told).toEqual([])
})

test('a flaky line: a save whose reader does not arrive is said to be there, is not touched, and is whole when the page is loaded again', async () => {
  const before = open()
  await before.load()
  await before.append([visited('reception')])
  const store = open(undefined, undefined, () => false)
  const { facts, state } = await store.load()
  expect(facts).toEqual([])
  expect(state).toMatchObject({ kind: 'cut-off', say: expect.stringMatching(/could not be fetched.*Load the page again/) })
  await expect(store.append([visited('garden')])).rejects.toThrow('could not be fetched')
  await expect(store.replace([])).rejects.toThrow('could not be fetched')
  await expect(store.erase()).rejects.toThrow('could not be fetched')
  expect(places((await open().load()).facts)).toEqual(['reception'])
})

test('a first visit needs no reader', async () => {
  expect((await open(undefined, undefined, () => false).load()).state).toEqual({ kind: 'ready' })
})

test('a damaged save for which there is no room aside is left as it is', async () => {
  const store = open()
  await store.load()
  await store.append([visited('reception'), visited('garden')])
  await change((records) => records.put({ type: 'nonsense' }, ['fact', 'device-a', 2]))
  const full = open(undefined, breaking(() => new DOMException('no room', 'QuotaExceededError')))
  expect((await full.load()).state).toMatchObject({ kind: 'cut-off', say: expect.stringContaining('could not be put aside') })
  expect((await readAll(openDatabase(name))).facts).toHaveLength(2)
  expect((await open().load()).state.kind).toBe('set-aside')
})

test('a tab that follows over a flaky line catches up with what it missed', async () => {
  const tab = browser()
  const writer = open(tab())
  await writer.load()
  let line = false
  const follower = open(tab(), undefined, () => line)
  await follower.load()
  const heard: string[] = []
  follower.onForeign((facts) => heard.push(...places(facts)))
  await writer.append([visited('garden')])
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(heard).toEqual([])
  line = true
  await writer.append([visited('street')])
  await vi.waitFor(() => expect(heard).toEqual(['garden', 'street']))
})

test('a tab that becomes the writer over a flaky line writes nothing until the page is loaded again', async () => {
  const tab = browser()
  const old = open(tab())
  await old.load()
  let line = true
  const young = open(tab(), undefined, () => line)
  await young.load()
  await old.append([visited('garden')])
  line = false
  const states: StoreState[] = []
  young.onState((state) => states.push(state))
  await young.takeOver()
  expect(states.at(-1)).toMatchObject({ kind: 'cut-off' })
  await expect(young.append([visited('street')])).rejects.toThrow('could not be fetched')
})

/** As if a newer version had written here. */
const markNewer = () => change((records) => records.put({ format: 99, deviceId: 'device-a', seq: 1, at: 1, lastBy: 'device-a' }, 'head'))

test('a tab of an older version that takes over does not write into the save of a newer one', async () => {
  const tab = browser()
  const newer = open(tab())
  await newer.load()
  await newer.append([visited('reception')])
  const older = open(tab())
  await older.load()
  await markNewer()
  const before = await readAll(openDatabase(name))
  const states: StoreState[] = []
  older.onState((state) => states.push(state))
  await older.takeOver()
  expect(states.at(-1)).toMatchObject({ kind: 'cut-off', say: expect.stringContaining('newer version') })
  await expect(older.append([visited('garden')])).rejects.toThrow('newer version')
  await expect(older.erase()).rejects.toThrow('newer version')
  expect(await readAll(openDatabase(name))).toEqual(before)
})

test('a tab of an older version that writes hears of the newer one in the same transaction, and adds nothing', async () => {
  const store = open()
  await store.load()
  await store.append([visited('reception')])
  await markNewer()
  const before = await readAll(openDatabase(name))
  const states: StoreState[] = []
  store.onState((state) => states.push(state))
  await expect(store.replace([])).rejects.toThrow('newer version')
  await expect(store.append([visited('garden')])).rejects.toThrow('newer version')
  expect(states.at(-1)).toMatchObject({ kind: 'cut-off' })
  expect(await readAll(openDatabase(name))).toEqual(before)
})

test('a record that cannot be read: the rest is kept, the whole is put aside and can be had as text', async () => {
  const store = open()
  await store.load()
  await store.append([visited('reception'), visited('garden')])
  await openDatabase(name)('readwrite', (records) => {
    records.put({ type: 'nonsense' }, ['fact', 'device-a', 2])
    return promisifyRequest(records.transaction)
  })
  const reopened = open()
  const { facts, state } = await reopened.load()
  expect(places(facts)).toEqual(['reception'])
  expect(state).toMatchObject({ kind: 'set-aside' })
  const [aside] = await reopened.setAside()
  expect(JSON.parse(aside?.text ?? '')).toMatchObject({ format: 'st-turing-save', version: 1, deviceId: 'device-a', facts: [{ place: 'reception' }, { type: 'nonsense' }] })
  expect(aside).toMatchObject({ why: 'damaged', player: null })
  expect(state.kind === 'set-aside' && state.key).toBe(aside?.key)
  expect((await open().load()).state).toEqual({ kind: 'ready' })
})

test('a broken head is put aside too, and numbers are not given twice', async () => {
  const store = open()
  await store.load()
  await store.append([visited('reception')])
  await openDatabase(name)('readwrite', (records) => {
    records.put('rubbish', 'head')
    return promisifyRequest(records.transaction)
  })
  const reopened = open()
  expect((await reopened.load()).state.kind).toBe('set-aside')
  expect((await reopened.append([visited('garden')]))[0]?.seq).toBe(2)
})

test('a save of a newer version is put aside untouched and an empty one is opened', async () => {
  const store = open()
  await store.load()
  await store.append([visited('reception')])
  await openDatabase(name)('readwrite', (records) => {
    records.put({ format: 99, deviceId: 'device-a', seq: 1, at: 1, lastBy: 'device-a' }, 'head')
    return promisifyRequest(records.transaction)
  })
  const reopened = open()
  const { facts, state } = await reopened.load()
  expect(facts).toEqual([])
  expect(state).toMatchObject({ kind: 'set-aside', say: expect.stringContaining('newer version') })
  const [aside] = await reopened.setAside()
  expect(aside?.why).toBe('newer')
  expect(JSON.parse(aside?.text ?? '')).toMatchObject({ format: 'st-turing-save', version: 99, facts: [{ place: 'reception' }] })
  expect(readSave(aside?.text ?? '')).toMatchObject({ ok: false, reason: 'newer' })
  // To the version that wrote it, it is a save like any other.
  expect(readSave(aside?.text.replace('"version":99', '"version":1') ?? '')).toMatchObject({ ok: true, document: { facts: [{ place: 'reception' }] } })
})

test('a second tab follows: it hears what the first writes and writes nothing itself', async () => {
  const tab = browser()
  const writer = open(tab())
  await writer.load()
  const follower = open(tab())
  expect((await follower.load()).state.kind).toBe('following')
  const heard: string[] = []
  follower.onForeign((facts) => heard.push(...places(facts)))
  await writer.append([visited('garden')])
  await vi.waitFor(() => expect(heard).toEqual(['garden']))
  await expect(follower.append([visited('street')])).rejects.toThrow('another tab')
})

test('taking over: the new writer knows everything, the old one follows, no number is given twice', async () => {
  const tab = browser()
  const old = open(tab())
  await old.load()
  const young = open(tab())
  await young.load()
  const oldStates: string[] = []
  old.onState((state) => oldStates.push(state.kind))
  const pending = old.append([visited('last-word')])
  await young.takeOver()
  await pending
  expect(oldStates.at(-1)).toBe('following')
  const [fact] = await young.append([visited('first-word')])
  expect(fact?.seq).toBe(2)
  expect(places((await open().load()).facts)).toEqual(['last-word', 'first-word'])
})

test('two tabs that both believe they write cannot overwrite each other', async () => {
  const one = open(browser()())
  const two = open(browser()())
  await one.load()
  await two.load()
  await Promise.all([one.append([visited('a')]), two.append([visited('b')]), one.append([visited('c')]), two.append([visited('d')])])
  const { facts } = await open().load()
  expect(places(facts).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(facts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test('an import replaces the save, keeps the old one aside, and goes on behind it', async () => {
  const store = open()
  await store.load()
  await store.append([visited('old')])
  now = 50
  const key = await store.replace([{ type: 'place.visited', place: 'imported', deviceId: 'device-b', seq: 7, at: 8_000_000 }])
  await store.append([visited('new')])
  const { facts } = await open().load()
  expect(places(facts)).toEqual(['imported', 'new'])
  const [aside] = await store.setAside()
  expect(aside?.key).toBe(key)
  expect(aside?.text).toContain('old')
})

test('a save set aside is opened again: it leaves the list, and what was played meanwhile takes its place there', async () => {
  const store = open()
  await store.load()
  await store.append([visited('mine'), { type: 'player.named', name: 'Ada', look: sampleLook }])
  const key = await store.replace([]) ?? ''
  const [mine] = await store.setAside()
  expect(mine).toMatchObject({ key, player: 'Ada', why: 'replaced' })
  await store.append([visited('theirs')])
  const read = readSave(mine?.text ?? '')
  await store.replace(read.ok ? read.document.facts : [], key)
  expect((await store.setAside()).map(({ text }) => /mine|theirs/.exec(text)?.[0])).toEqual(['theirs'])
  expect((await readAll(openDatabase(name))).facts).toEqual(read.ok && read.document.facts)
})

test('an empty save is not worth setting aside', async () => {
  const store = open()
  await store.load()
  expect(await store.replace([])).toBeNull()
  expect(await store.setAside()).toEqual([])
})

test('erasing leaves nothing behind', async () => {
  const store = open()
  await store.load()
  await store.append([visited('reception')])
  await store.erase()
  expect(await readAll(openDatabase(name))).toEqual({ head: undefined, facts: [] })
  expect((await store.append([visited('garden')]))[0]?.seq).toBe(1)
})
