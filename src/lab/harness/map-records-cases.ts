/** Hidden records to open: what came, what the map made of it, and what should stand there. */
import type { CaseReport, Exhibit, Verdict } from '../../core/verdict.ts'
import { metaOf } from '../graph/table.ts'
import type { Outcome } from '../records/compare-record.ts'
import { textOfField, titleOf } from '../records/field-text.ts'
import type { JudgedElement, MapSet } from './map-records-join.ts'

/** Of each kind, the gravest first. */
const SHOWN: readonly (readonly [Outcome, number])[] = [['dangerous', 6], ['forced', 5], ['wrong', 5], ['missing', 3], ['silent', 2], ['asked', 2], ['honest', 2], ['right', 3]]
const ASKS = 'left to a person'

interface Found {
  set: MapSet
  one: JudgedElement
}

export function recordCases(sets: readonly MapSet[]): CaseReport[] {
  const taken = new Set<string>()
  return SHOWN.flatMap(([outcome, most]) => {
    // The same slip in the same row of the map teaches once.
    const seen = new Map<string, number>()
    const found = sets.flatMap((set) => set.elements.filter((one) => one.outcome === outcome).map((one) => ({ set, one })))
    return found.filter(({ set, one }) => {
      const [slip, record] = [`${one.path} ${one.by ?? ''} ${one.wanted ?? ''}`, `${set.seed}/${one.row}`]
      if (taken.has(record) || (seen.get(slip) ?? 0) > 0) return false
      seen.set(slip, 1)
      taken.add(record)
      return seen.size <= most
    }).map((case_) => caseOf(case_, outcome))
  })
}

function caseOf({ set, one }: Found, outcome: Outcome): CaseReport {
  return {
    id: `${set.seed}/${set.table.ids[one.row]}`,
    set: set.label,
    title: titleOf(set.table, set.shape.title, one.row),
    outcome,
    say: sayOf(one),
    exhibits: [diffOf({ set, one })],
    sections: [{ title: 'What came', rows: fieldRows({ set, one }) }],
  }
}

function fieldRows({ set: { table, shape }, one: { row } }: Found): CaseReport['sections'][number]['rows'] {
  return shape.fields.map((name) => ({ column: name, label: metaOf(table, name)?.label ?? name, value: textOfField(table, name, row) || null, known: true }))
}

function sayOf({ element: { label }, wanted, got, outcome, by }: JudgedElement): string {
  const from = by === null ? '' : ` It comes from row ${by} of the map.`
  switch (outcome) {
    case 'dangerous': return `${label} says ${got}, and it is ${wanted}. Somebody will act on that.${from}`
    case 'forced': return `${label} says ${got}. Nothing fits here, and nobody was asked.${from}`
    case 'wrong': return `${label} says ${got}, and it should be ${wanted}.${from}`
    case 'missing': return `${label} should be ${wanted}, and nothing stands there.`
    case 'silent': return `Nothing fits as ${label.toLowerCase()}, and nobody was told.`
    case 'asked': return `${label} was left to a person. It would have been ${wanted}.`
    case 'honest': return `Nothing fits as ${label.toLowerCase()}, and a person was asked. That is as it should be.`
    case 'right': return `${label} says ${got}, as it should.`
  }
}

function diffOf({ set, one }: Found): Exhibit {
  return {
    kind: 'diff', caption: 'What your map made of it',
    rows: set.elements.filter(({ row }) => row === one.row).map(({ element, wanted, got, outcome, problem }) => ({
      path: element.label, wanted: wanted ?? ASKS, got: got === '?' ? ASKS : got === '' ? null : got, ok: outcome === 'right' || outcome === 'honest', ...(problem ? { note: problem } : {}),
    })),
  }
}

/** The worst that the map did: what the sender wrote, what was made of it, what it is. */
export function recordStory(sets: readonly MapSet[]): NonNullable<Verdict['story']> {
  const all = sets.flatMap((set) => set.elements.map((one) => ({ set, one })))
  const worst = (['dangerous', 'forced', 'wrong'] as const).flatMap((outcome) => all.find(({ one }) => one.outcome === outcome) ?? [])[0]
  if (!worst) return []
  const { set, one } = worst
  const same = all.filter((other) => other.one.outcome === one.outcome && other.one.path === one.path).length
  const came: Exhibit = { kind: 'text', caption: 'As it was sent', text: fieldRows(worst).map(({ label, value }) => `${label}: ${value ?? ''}`).join('\n'), mono: true, spans: [] }
  return [
    { title: 'What was sent', say: titleOf(set.table, set.shape.title, one.row), exhibit: came },
    { title: 'What your map made of it', say: sayOf(one), exhibit: diffOf(worst) },
    ...(same > 1 ? [{ title: 'And not only once', say: `In the hidden sets this happened to ${same} records, and none of them looked odd by itself.` }] : []),
  ]
}
