/** Hidden cases to open: what the rules said, what they should have said, and the row that spoke. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { sameAnswers } from '../decision-table/answers.ts'
import type { Table } from '../graph/ports.ts'
import { metaOf } from '../graph/table.ts'
import { chartSections, chartTitle } from './case-chart.ts'
import { isRight, ruledIn, type JudgedCase, type JudgedRulings, type RulingsSet } from './rules-rows-join.ts'

const [MOST_KINDS, PER_KIND, RIGHT_ONES] = [6, 4, 3]

export interface Found {
  set: RulingsSet
  one: JudgedCase
}

/** A few cases of each kind of mistake, the commonest kind first, and some that are right. */
export function rulingCases(quest: Quest, sets: readonly RulingsSet[]): CaseReport[] {
  const kinds = [...kindsOf(sets)].sort((a, b) => b[1].length - a[1].length)
  const right = sets.flatMap((set) => set.cases.filter((one) => isRight(one, set.outputs)).map((one) => ({ set, one })))
  return [
    ...kinds.slice(0, MOST_KINDS).flatMap(([kind, found]) => found.slice(0, PER_KIND).map((case_) => caseOf(quest, kind, case_))),
    ...right.slice(0, RIGHT_ONES).map((case_) => caseOf(quest, 'right', case_)),
  ]
}

/** Mistakes by their kind: "Access: allow, should be deny". */
export function kindsOf(sets: readonly RulingsSet[]): ReadonlyMap<string, Found[]> {
  const kinds = new Map<string, Found[]>()
  for (const set of sets) {
    for (const one of set.cases) {
      if (isRight(one, set.outputs)) continue
      const kind = kindOf(one, set)
      const found = kinds.get(kind)
      if (found) found.push({ set, one })
      else kinds.set(kind, [{ set, one }])
    }
  }
  return kinds
}

function kindOf(one: JudgedCase, { outputs, table }: JudgedRulings): string {
  const output = outputs.find((name) => !isRight(one, [name])) ?? ''
  if (one.hits.length === 0) return 'no-rule'
  return `${labelOf(table, output)}: ${wordsOf(one.given[output])}, should be ${wordsOf(one.wanted[output])}`
}

export function labelOf(table: Table, output: string): string {
  return metaOf(table, output)?.label ?? output
}

function wordsOf(answers: readonly string[] | undefined): string {
  return answers && answers.length > 0 ? [...answers].sort().join(', ') : 'none'
}

function caseOf(quest: Quest, outcome: string, found: Found): CaseReport {
  const { set, one } = found
  return {
    id: `${set.seed}/${set.table.ids[one.row]}`,
    set: set.label,
    title: chartTitle(quest, set.table, one.row),
    outcome,
    say: sayOf(found),
    exhibits: [answersExhibit(found)],
    sections: chartSections(quest, set.table, one.row, set.viewAt),
  }
}

function sayOf({ set, one }: Found): string {
  const missed = set.outputs.filter((output) => !isRight(one, [output]))
  const should = missed.map((output) => `${labelOf(set.table, output)} ${wordsOf(one.wanted[output])}`).join(', ')
  if (one.hits.length === 0) return `No row speaks for this case. It should have been: ${should}.`
  if (missed.length === 0) return `${speakers(one)}, and rightly so.`
  return isRight(one, ruledIn(set)) ? `${speakers(one)}, and rightly so; but it should have been: ${should}.` : `${speakers(one)}. It should have been: ${should}.`
}

/** "Row 3 speaks", "Rows 2 and 5 speak". */
export function speakers({ hits }: Pick<JudgedCase, 'hits'>): string {
  const places = hits.map((at) => at + 1)
  if (places.length === 0) return 'No row speaks'
  return places.length === 1 ? `Row ${places[0]} speaks` : `Rows ${places.slice(0, -1).join(', ')} and ${places.at(-1)} speak`
}

export function answersExhibit({ set, one }: Found): Exhibit {
  return {
    kind: 'diff', caption: `What your rules said (${speakers(one).toLowerCase()})`,
    rows: set.outputs.map((output) => ({
      path: labelOf(set.table, output), wanted: wordsOf(one.wanted[output]), got: wordsOf(one.given[output]), ok: sameAnswers(one.given[output] ?? [], one.wanted[output] ?? []),
    })),
  }
}
