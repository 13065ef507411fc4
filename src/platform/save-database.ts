/**
 * Where things lie in our one IndexedDB database. Every write is one transaction: a tab killed in the middle of it leaves
 * the log as it was before, never half of a change.
 */
import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import type { Fact, FactBody } from '../core/log/facts.ts'
import type { Aside } from '../core/ports.ts'
import { SAVE_VERSION } from '../core/save/migrations/migrate.ts'

/**
 * Raised when what is stored can no longer be read by older code. The same number as a save file's: both hold the same facts,
 * and a database that is put aside becomes a file of its version.
 */
export const FORMAT = SAVE_VERSION

/** The end of the log: which device writes, its last number, and the time and writer of the last fact of all. */
export interface Head { format: number; deviceId: string; seq: number; at: number; lastBy: string }
export type StampedBody = FactBody & { at: number }

const FACTS = () => IDBKeyRange.bound(['fact'], ['fact', []])
const ASIDES = () => IDBKeyRange.bound(['aside'], ['aside', []])

export const openDatabase = (name: string): UseStore => createStore(name, 'save')

/** Everything stored, unchecked: whatever lies there is to be looked at before use. */
export async function readAll(database: UseStore): Promise<{ head: unknown; facts: unknown[] }> {
  return database('readonly', async (store) => {
    const head = promisifyRequest(store.get('head'))
    const facts = promisifyRequest(store.getAll(FACTS()))
    return { head: await head, facts: await facts }
  })
}

/** A newer version of the game has written what lies here: this one must leave it alone. */
export class NewerSave extends Error {
  override name = 'NewerSave'
}

/**
 * Number the bodies and add them, in one transaction. The numbers come from the head inside it, so that even two tabs that
 * both believe to be the writer cannot overwrite each other. Rejects with `NewerSave`, nothing added, when the head is newer.
 */
export async function addFacts(database: UseStore, bodies: StampedBody[], fresh: () => Head): Promise<Fact[]> {
  return database('readwrite', async (store) => {
    const done = promisifyRequest(store.transaction)
    let facts: Fact[] = []
    let newer = false
    const request: IDBRequest<Head | undefined> = store.get('head')
    request.onsuccess = () => {
      newer = (request.result?.format ?? 0) > FORMAT
      if (newer) return store.transaction.abort()
      const stamped = stampAll(bodies, request.result ?? fresh())
      facts = stamped.facts
      for (const fact of facts) store.add(fact, ['fact', fact.deviceId, fact.seq])
      store.put(stamped.head, 'head')
    }
    await done.catch((error: unknown) => Promise.reject(newer ? new NewerSave() : error))
    return facts
  })
}

/** Facts behind the end of a log, and the end of the log behind them. */
export function stampAll(bodies: readonly StampedBody[], before: Head): { facts: Fact[]; head: Head } {
  let head = before
  const facts = bodies.map((body) => {
    const fact = stamp(body, head)
    head = { ...head, seq: fact.seq, at: fact.at, lastBy: fact.deviceId }
    return fact
  })
  return { facts, head }
}

/** Time never runs backwards inside a log, so that sorting by time keeps the order in which things were learnt. */
function stamp(body: StampedBody, head: Head): Fact {
  const after = head.lastBy === head.deviceId ? head.at : head.at + 1
  return { ...body, at: Math.max(body.at, after), deviceId: head.deviceId, seq: head.seq + 1 } as Fact
}

/** Write these facts in the place of everything that is there; one text comes to the list of those put aside, one may leave it. */
export async function replaceAll(database: UseStore, facts: Fact[], head: Head, aside: Aside | null, taken?: string): Promise<void> {
  await database('readwrite', async (store) => {
    if (aside) store.put(aside, ['aside', aside.key])
    if (taken !== undefined) store.delete(['aside', taken])
    store.delete(FACTS())
    for (const fact of facts) store.put(fact, ['fact', fact.deviceId, fact.seq])
    store.put(head, 'head')
    await promisifyRequest(store.transaction)
  })
}

export async function readAsides(database: UseStore): Promise<Aside[]> {
  return database('readonly', (store) => promisifyRequest(store.getAll(ASIDES())))
}

export async function removeAside(database: UseStore, key: string): Promise<void> {
  await database('readwrite', async (store) => {
    store.delete(['aside', key])
    await promisifyRequest(store.transaction)
  })
}

export async function clearAll(database: UseStore): Promise<void> {
  await database('readwrite', async (store) => {
    store.clear()
    await promisifyRequest(store.transaction)
  })
}
