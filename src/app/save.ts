/** The save of this browser: the log on disk, shared by its tabs. */
import type { Clock, FactStore } from '../core/ports.ts'
import type { Fact } from '../core/log/facts.ts'
import { randomName } from '../platform/chance.ts'
import { openDatabase } from '../platform/save-database.ts'
import { factStore } from '../platform/storage.ts'
import { aloneTab, tabs } from '../platform/tabs.ts'

const NAME = 'st-turing'

/** `lastWords` is called before another tab takes the pen: what still waits for a pause is recorded then. */
export function openSave(clock: Clock, lastWords: () => void): FactStore {
  return factStore({
    database: openDatabase(NAME),
    tabs: typeof BroadcastChannel === 'undefined' ? aloneTab() : tabs(NAME),
    clock,
    newDeviceId: () => randomName(16),
    check: checkFacts,
    lastWords,
  })
}

/** The schema library is fetched only when there is something to check: a first visit does without it. */
async function checkFacts(raw: unknown[]): Promise<{ facts: Fact[]; unreadable: number }> {
  const { readFact } = await import('../core/log/fact-schema.ts')
  const read = raw.map((value) => readFact(value))
  const facts = read.flatMap((one) => (one.ok ? [one.fact] : []))
  return { facts, unreadable: raw.length - facts.length }
}
