/** The end of the log: whether it can be trusted, and what it is after a change of the whole. */
import type { Fact } from '../core/log/facts.ts'
import type { FoundSave } from '../core/save/aside.ts'
import { FORMAT, type Head } from './save-database.ts'

export const freshHead = (deviceId: string): Head => ({ format: FORMAT, deviceId, seq: 0, at: 0, lastBy: '' })

/** Written by a version of the game that this one cannot read. */
export const isNewer = (head: unknown): boolean => formatOf(head) > FORMAT

/** Merge order: by time, and by number inside one device; `stamp` keeps time from running backwards in a log. */
export const byTime = (a: Fact, b: Fact): number =>
  a.deviceId === b.deviceId ? a.seq - b.seq : a.at - b.at

/** The end of a log that holds these facts, written by the device of `head`. */
export function headAfter(facts: Fact[], head: Head): Head {
  const last = facts.toSorted(byTime).at(-1)
  // Numbers never go back: after an import of our own older save, a number must not be given twice.
  const seq = facts.reduce((top, fact) => (fact.deviceId === head.deviceId ? Math.max(top, fact.seq) : top), head.seq)
  return { ...head, format: FORMAT, seq, at: last?.at ?? 0, lastBy: last?.deviceId ?? '' }
}

/** What lies in the database, as it is put aside. */
export function foundSave({ head, facts }: { head: unknown; facts: unknown[] }): FoundSave {
  const deviceId = typeof head === 'object' && head !== null && 'deviceId' in head ? head.deviceId : null
  return { version: formatOf(head) || FORMAT, deviceId: typeof deviceId === 'string' ? deviceId : '', facts }
}

export function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false
  const head = value as Record<string, unknown>
  return formatOf(head) === FORMAT && typeof head.deviceId === 'string' && Number.isSafeInteger(head.seq)
    && typeof head.at === 'number' && typeof head.lastBy === 'string'
}

function formatOf(head: unknown): number {
  if (typeof head !== 'object' || head === null) return 0
  const { format } = head as { format?: unknown }
  return typeof format === 'number' ? format : 0
}
