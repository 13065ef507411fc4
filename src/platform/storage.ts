/** The log on disk. Speaks to one IndexedDB database through idb-keyval; see `save-database.ts` for what lies where. */
import type { UseStore } from 'idb-keyval'
import type { Fact, FactBody } from '../core/log/facts.ts'
import type { Aside, Clock, FactStore, StoreState } from '../core/ports.ts'
import { asideOf } from '../core/save/aside.ts'
import { addFacts, clearAll, type Head, NewerSave, readAll, readAsides, removeAside, replaceAll, stampAll, type StampedBody } from './save-database.ts'
import { byTime, foundSave, freshHead, headAfter, isHead, isNewer } from './save-head.ts'
import type { Tabs } from './tabs.ts'

const RETRY_MS = 5000
export const SAY_FOLLOWING = 'St Turing is open in another tab. This one follows along; nothing is written here.'
const SAY_MEMORY = 'This browser does not let us keep anything (private window, or storage is blocked). You can play, but nothing is kept when you close the page. Export a save file to keep it.'
const SAY_FULL = 'There is no room left in this browser. Your work is kept in memory for now: free some space, or export a save file.'
const SAY_NO_ROOM = 'There is no room left in this browser to do that: free some space, then try again. Nothing was changed.'
const SAY_NOT_FETCHED = 'Your save is here, but the part of the game that reads it could not be fetched: the line may be down, or a new version has just arrived. Load the page again; nothing was changed.'
const SAY_NO_PLACE = 'Part of your save cannot be read, and it could not be put aside: there may be no room left in this browser. Free some space and load the page again; nothing was changed.'
const SAY_NEWER_WRITES = 'A newer version of St Turing writes this save now. Load the page again to go on in that version; nothing is written from here.'
const SAY_STAYS = 'The disk refused, so this save is still here. Load the page again and try once more.'
const SAY_NEWER = 'Your save was made by a newer version of St Turing. We put it aside untouched, so that you can download it, and opened an empty one.'
const SAY_BROKEN = 'Part of your save could not be read. We kept all that could be, and put the whole save aside so that you can download it.'

export interface StoreParts {
  database: UseStore
  tabs: Tabs
  clock: Clock
  newDeviceId(): string
  /** Called before another tab takes the pen: the last moment to append. */
  lastWords?(): void
  /** Looks at each stored record; those that are not facts of this version are left out and counted. */
  check(raw: unknown[]): Promise<{ facts: Fact[]; unreadable: number }>
}

/** The save is there and sound; it is this page that cannot get at it. */
class CutOff extends Error {}

interface Waiting { bodies: StampedBody[]; resolve(facts: Fact[]): void; reject(error: Error): void }

export function factStore({ database, tabs, clock, newDeviceId, check, lastWords }: StoreParts): FactStore {
  const foreign = new Set<(facts: Fact[]) => void>()
  const watchers = new Set<(state: StoreState) => void>()
  const known = new Map<string, number>()
  let state: StoreState = { kind: 'ready' }
  /** Set once the disk has turned out to be closed to us: numbers then come from here. */
  let memory: Head | null = null
  /** Everything this tab knows of, and what it set aside while the disk is closed to it. */
  let held: Fact[] = []
  let shelf: Aside[] = []
  let queue: Waiting[] = []
  let writing: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | null = null
  let caughtUp: Promise<void> = Promise.resolve()

  const newHead = () => freshHead(newDeviceId())
  const setState = (next: StoreState) => {
    state = next
    for (const watcher of watchers) watcher(next)
  }
  const learn = (facts: Fact[]) => facts.filter((fact) => {
    if (fact.seq <= (known.get(fact.deviceId) ?? 0)) return false
    known.set(fact.deviceId, fact.seq)
    held.push(fact)
    return true
  })
  const learnOnly = (facts: Fact[]) => {
    known.clear()
    learn(facts)
    held = [...facts]
  }
  const hearForeign = (facts: Fact[]) => {
    const news = learn(facts)
    if (news.length > 0) for (const listener of foreign) listener(news)
  }

  const read = (raw: unknown[]) => check(raw).catch((cause: unknown) => { throw new CutOff(SAY_NOT_FETCHED, { cause }) })
  const goMemoryOnly = () => {
    memory ??= newHead()
    setState({ kind: 'memory-only', say: SAY_MEMORY })
  }
  const keepInMemory = (bodies: StampedBody[], before: Head): Fact[] => {
    const { facts, head } = stampAll(bodies, before)
    memory = head
    return facts
  }

  /** Write what waits, oldest first, as one transaction; what cannot be written stays in front. */
  const pump = async (): Promise<void> => {
    await Promise.resolve() // what is appended in the same breath travels in one transaction
    while (queue.length > 0 && retry === null) {
      const batch = queue
      queue = []
      try {
        const bodies = batch.flatMap((waiting) => waiting.bodies)
        const facts = memory ? keepInMemory(bodies, memory) : await addFacts(database, bodies, newHead)
        settle(batch, facts)
      } catch (error) {
        queue = [...batch, ...queue]
        stumble(error)
      }
    }
    // In the same breath as the last look at the queue: whoever comes later starts anew.
    writing = null
  }
  const kick = () => { writing ??= pump() }
  const settle = (batch: Waiting[], facts: Fact[]) => {
    learn(facts)
    if (!memory) tabs.post({ facts })
    if (state.kind === 'full') setState({ kind: 'ready' })
    let from = 0
    for (const waiting of batch) {
      waiting.resolve(facts.slice(from, from + waiting.bodies.length))
      from += waiting.bodies.length
    }
  }
  const stumble = (error: unknown) => {
    if (error instanceof NewerSave) shut({ kind: 'cut-off', say: SAY_NEWER_WRITES })
    else if (isFull(error)) {
      setState({ kind: 'full', say: SAY_FULL, waiting: queue.reduce((sum, waiting) => sum + waiting.bodies.length, 0) })
      retry = setTimeout(tryAgain, RETRY_MS)
    } else goMemoryOnly()
  }
  const tryAgain = () => {
    if (retry !== null) clearTimeout(retry)
    retry = null
    kick()
  }
  /**
   * Do something to the whole of what is stored, while nothing else is written. What waits in memory is handed over: it is
   * gone afterwards, or, when the work failed, it waits again.
   */
  const alone = async <T>(work: (waiting: StampedBody[]) => Promise<T>): Promise<T> => {
    while (writing) await writing
    const waiting = queue
    queue = []
    const done = work(waiting.flatMap(({ bodies }) => bodies)).catch((error: unknown) => {
      queue = [...waiting, ...queue]
      throw isFull(error) ? new Error(SAY_NO_ROOM) : error
    })
    writing = done.then(() => {}, () => {}).then(() => {
      writing = null
      if (queue.length > 0 && retry === null) kick()
    })
    const result = await done
    for (const { resolve } of waiting) resolve([])
    if (retry !== null) clearTimeout(retry)
    retry = null
    if (state.kind === 'full') setState({ kind: 'ready' })
    return result
  }

  /** From now on nothing is written here; what waits is handed back. */
  const shut = (next: Extract<StoreState, { kind: 'following' | 'cut-off' }>) => {
    const waiting = queue
    queue = []
    setState(next)
    for (const { reject } of waiting) reject(new Error(next.say))
  }
  const refused = () => (state.kind === 'following' || state.kind === 'cut-off' ? new Error(state.say) : null)
  const giveUp = (error: unknown) => {
    if (error instanceof CutOff) shut({ kind: 'cut-off', say: error.message })
    else goMemoryOnly()
  }
  const catchUp = async () => {
    const raw = await readAll(database)
    if (isNewer(raw.head)) throw new CutOff(SAY_NEWER_WRITES)
    const { facts } = await read(raw.facts)
    hearForeign(facts.toSorted(byTime))
  }
  /** Something another tab wrote could not be looked at: the next time, everything is read anew. */
  let missed = false
  const hear = async (raw: unknown[]) => {
    try {
      if (missed) await catchUp()
      else hearForeign((await read(raw)).facts)
      missed = false
    } catch {
      missed = true
    }
  }

  tabs.beforeYield(async () => {
    lastWords?.()
    await writing
  })
  tabs.onRole((role) => {
    if (role === 'follower') shut({ kind: 'following', say: SAY_FOLLOWING })
    else caughtUp = catchUp().then(() => setState({ kind: 'ready' }), giveUp)
  })
  tabs.onMessage((message) => {
    if (tabs.role() === 'follower' && typeof message === 'object' && message !== null && 'facts' in message) {
      void hear(message.facts as unknown[])
    }
    if (typeof message === 'object' && message !== null && 'replaced' in message) globalThis.location?.reload()
  })

  const open = async (): Promise<{ facts: Fact[]; state: StoreState }> => {
    const role = await tabs.start()
    const raw = await readAll(database)
    const newer = isNewer(raw.head)
    const { facts, unreadable } = raw.facts.length === 0 ? { facts: [], unreadable: 0 } : await read(raw.facts)
    const good = newer ? [] : facts.toSorted(byTime)
    learn(good)
    if (role === 'follower') {
      state = { kind: 'following', say: SAY_FOLLOWING }
    } else if (newer || unreadable > 0 || (raw.head !== undefined && !isHead(raw.head))) {
      const aside = asideOf(foundSave(raw), newer ? 'newer' : 'damaged', clock.now())
      await replaceAll(database, good, headAfter(good, isHead(raw.head) && !newer ? raw.head : newHead()), aside)
        .catch((cause: unknown) => { throw new CutOff(SAY_NO_PLACE, { cause }) })
      state = { kind: 'set-aside', say: newer ? SAY_NEWER : SAY_BROKEN, key: aside.key }
    } else {
      state = { kind: 'ready' }
    }
    return { facts: good, state }
  }

  return {
    async load() {
      try {
        return await open()
      } catch (error) {
        giveUp(error)
        return { facts: [], state }
      }
    },
    append(bodies) {
      const why = refused()
      if (why) return Promise.reject(why)
      const at = clock.now()
      return new Promise((resolve, reject) => {
        queue.push({ bodies: bodies.map((body: FactBody) => ({ ...body, at })), resolve, reject })
        if (retry === null) kick()
        else if (state.kind === 'full') setState({ ...state, waiting: state.waiting + bodies.length })
      })
    },
    onForeign: (listener) => listen(foreign, listener),
    onState: (listener) => listen(watchers, listener),
    async replace(facts, taken) {
      const why = refused()
      if (why) throw why
      const key = await alone(async (waiting) => {
        const raw = memory ? { head: memory, facts: held } : await readAll(database)
        if (isNewer(raw.head)) throw new Error(SAY_NEWER_WRITES)
        const { facts: last, head } = stampAll(waiting, isHead(raw.head) ? raw.head : newHead())
        const found = [...raw.facts, ...last]
        const aside = found.length === 0 ? null : asideOf(foundSave({ head, facts: found }), 'replaced', clock.now())
        if (memory) {
          memory = headAfter(facts, head)
          shelf = [...shelf.filter((save) => save.key !== taken), ...(aside ? [aside] : [])]
        } else await replaceAll(database, facts, headAfter(facts, head), aside, taken)
        return aside?.key ?? null
      })
      learnOnly(facts)
      // What is kept in memory is this tab's alone.
      if (!memory) tabs.post({ replaced: true })
      return key
    },
    async setAside() {
      return memory ? shelf : readAsides(database).catch(() => [])
    },
    async forgetAside(key) {
      if (memory) shelf = shelf.filter((save) => save.key !== key)
      else await removeAside(database, key).catch(() => { throw new Error(SAY_STAYS) })
    },
    async takeOver() {
      await tabs.takeOver()
      await caughtUp
    },
    async erase() {
      const why = refused()
      if (why) throw why
      await alone(async () => { if (!memory) await clearAll(database) })
      learnOnly([])
      shelf = []
      if (!memory) tabs.post({ replaced: true })
    },
  }
}

/** An aborted transaction without a reason of its own is how some browsers report a full disk. */
function isFull(error: unknown): boolean {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  return name === 'QuotaExceededError' || name === 'AbortError' || name === 'UnknownError'
}

function listen<T>(set: Set<T>, listener: T): () => void {
  set.add(listener)
  return () => void set.delete(listener)
}
