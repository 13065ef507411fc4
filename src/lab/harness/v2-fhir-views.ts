/** The whole verdict at a glance: what was caught and which elements go wrong most. */
import type { View } from '../../core/verdict.ts'
import { DEFECT_WORDS, DEFECTS } from '../interop/feed/feed-message.ts'
import type { V2Set } from './v2-fhir.ts'

const MOST = 10

export function v2Views(sets: readonly V2Set[]): View[] {
  const outcomes = sets.flatMap((set) => set.outcomes)
  const caught = DEFECTS.flatMap((defect) => {
    const own = outcomes.filter(({ feed }) => feed.defect === defect)
    if (own.length === 0) return []
    const n = own.filter(({ message }) => message.deadLetter).length
    return [{ label: `${DEFECT_WORDS[defect]}: ${n} of ${own.length}`, value: n / own.length, tone: n === own.length ? ('right' as const) : ('missed' as const) }]
  })
  const wrong = new Map<string, number>()
  for (const { feed, diffs } of outcomes) {
    if (!feed.defect) for (const { path, ok } of diffs) if (!ok) wrong.set(path, (wrong.get(path) ?? 0) + 1)
  }
  const worst = [...wrong].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')).slice(0, MOST)
  return [
    { view: 'bars', title: 'Defects caught', say: 'Of each kind of defective message: the share that was put aside.', rows: caught },
    ...(worst.length > 0
      ? [{ view: 'bars' as const, title: 'Elements that go wrong most', say: 'How often the portal held something else than it should, by element.', rows: worst.map(([label, value]) => ({ label, value, tone: 'wrong' as const })) }]
      : []),
  ]
}
