/** What a run shows of messages between two systems. */
import type { View } from '../../../core/verdict.ts'
import type { Fhir, FhirMessage } from '../../graph/ports.ts'
import { DEFECT_WORDS, DEFECTS } from '../../interop/feed/feed-message.ts'

const MOST = 12

/** Values that a value map has no entry for, by how often they came. */
export function unmappedView(messages: readonly FhirMessage[]): View | null {
  const counts = tally(messages.flatMap(({ unmapped }) => unmapped.map(({ row, value, unfit }) => `${row}: ${value}${unfit ? ' (does not fit the pattern)' : ''}`)))
  if (counts.length === 0) return null
  return {
    view: 'bars', title: 'Values without an entry', say: 'Each of these came in and found no entry in its row\'s value map, or did not fit its pattern, so nothing was put in.',
    rows: counts.slice(0, MOST).map(([label, value]) => ({ label, value, tone: 'missed' })),
  }
}

/** Rules of FHIR that were broken, by how many messages broke them. */
export function findingsView(broken: readonly FhirMessage[]): View {
  const counts = tally(broken.flatMap(({ invalid }) => [...new Set(invalid.map(({ path }) => path))]))
  return {
    view: 'bars', title: 'Broken rules of FHIR', say: 'How many messages break a rule, by the element it is about.',
    rows: counts.slice(0, MOST).map(([label, value]) => ({ label, value, tone: 'wrong' })),
  }
}

/** On days whose outcome is known: which kinds of defect were caught, and how many good messages with them. */
export function stoppedView({ messages, truth }: Fhir): View {
  const rows = DEFECTS.flatMap((defect) => {
    const own = messages.filter((_, i) => truth[i]?.defect === defect)
    if (own.length === 0) return []
    const caught = own.filter(({ deadLetter }) => deadLetter).length
    return [{ label: `${DEFECT_WORDS[defect]}: ${caught} of ${own.length} caught`, value: caught, tone: caught === own.length ? ('right' as const) : ('missed' as const) }]
  })
  const needless = messages.filter(({ deadLetter }, i) => deadLetter && truth[i] && truth[i].defect === null).length
  return {
    view: 'bars', title: 'Caught at the gate', say: 'Defective messages that were put aside, by what is wrong with them, and good ones put aside with them.',
    rows: [...rows, { label: 'good messages put aside', value: needless, tone: needless > 0 ? 'wrong' : 'right' }],
  }
}

function tally(labels: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'))
}
