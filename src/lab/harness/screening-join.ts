/** Hidden people after screening: what a specialist later found, what the solution decided, and whose eyes nobody could read. */
import type { HiddenCases } from '../data/quest-cases.ts'
import { asRetina, type RetinaEye, type RetinaImages } from '../data/retina.ts'
import { READABLE_FROM } from '../data/retina-eyes.ts'
import type { DecidedSet, Decisions, PortValue } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import type { JudgedSet } from './harness.ts'

/** People by row. Arrays of 0 and 1. */
export interface ScreenedPeople {
  ids: readonly string[]
  y: Float64Array
  flagged: Uint8Array
  again: Uint8Array
  /** An eye was never read: no photograph of it was scored, or the one that was scored shows nothing. */
  unread: Uint8Array
  /** NaN for people without a score. */
  scores: Float64Array
}

export interface ScreeningSet extends JudgedSet {
  people: ScreenedPeople
  /** The eyes of a person, to be drawn. */
  eyesOf(id: string): readonly RetinaEye[]
  photographs: number
  threshold: number
}

export function decisionsIn(result: PortValue): Decisions {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Decisions') throw new TypeError(`image-classify judges Decisions, not ${from.type}`)
  return from as Decisions
}

/** Everybody who was photographed is judged. Whoever the solution lost on the way was sent home, unread. */
export function joinScreened({ label, seed, weight, whole }: HiddenCases, decisions: Decisions): Omit<ScreeningSet, 'figures'> {
  if (whole.type !== 'Images') throw new TypeError(`image-classify judges people by their pictures, not by ${whole.type}`)
  const images = asRetina(whole as RetinaImages)
  const eyes = new Map<string, RetinaEye[]>()
  for (const eye of images.eyes) eyes.set(eye.person.id, [...(eyes.get(eye.person.id) ?? []), eye])
  const ids = [...eyes.keys()]
  const rows = new Map(decisions.test.ids.map((id, row) => [id, row]))
  const decided = (value: (row: number) => number, lost: number) => (id: string) => {
    const row = rows.get(id)
    return row === undefined ? lost : value(row)
  }
  const { flagged, again, scores } = decisions.test
  const people: ScreenedPeople = {
    ids,
    y: Float64Array.from(ids, (id) => Number(eyes.get(id)?.[0]?.pair.referable ?? false)),
    flagged: Uint8Array.from(ids, decided((row) => flagged[row] as number, 0)),
    again: Uint8Array.from(ids, decided((row) => again?.[row] ?? 0, 0)),
    unread: Uint8Array.from(ids, decided((row) => unreadAt(decisions.test, row), 1)),
    scores: Float64Array.from(ids, decided((row) => scores[row] as number, Number.NaN)),
  }
  return {
    label, seed, weight, n: ids.length, people, threshold: decisions.threshold,
    photographs: decisions.work?.['photographs'] ?? images.work.photographs,
    eyesOf: (id) => eyes.get(id) ?? [],
  }
}

/** 1 unless both eyes were scored on photographs that a grader could read as well. */
export function unreadAt({ table }: DecidedSet, row: number): 0 | 1 {
  const eyes = columnOf(table, 'eyes')?.values[row]
  const poorest = columnOf(table, 'quality')?.values[row]
  return eyes === 2 && typeof poorest === 'number' && poorest >= READABLE_FROM ? 0 : 1
}
