/** Pictures of the verdict on a rule table: answers against what they should be, row by row, group by group; and the trap as a story. */
import type { Json, Quest } from '../../core/quest/schema.ts'
import type { Cell, Verdict, View } from '../../core/verdict.ts'
import { countOf, percent } from '../blocks/say.ts'
import { crossTable } from '../decision-table/cross-table.ts'
import { columnOf, metaOf } from '../graph/table.ts'
import { answersExhibit, type Found, kindsOf, labelOf, speakers } from './rules-rows-cases.ts'
import { casesAgainst, groupsIn } from './rules-rows-figures.ts'
import { isRight, ruledIn, type RulingsSet } from './rules-rows-join.ts'
import { chartTitle } from './case-chart.ts'

/** More than these are not groups, they are single cases. */
const MOST_GROUPS = 20

export function rulingViews(quest: Quest, sets: readonly RulingsSet[]): View[] {
  const [one] = sets
  if (!one) return []
  return [
    ...one.outputs.map((output) => crossTable(
      `${labelOf(one.table, output)}: said and should be`,
      sets.flatMap(({ cases }) => cases.map(({ given, wanted }) => ({ given: given[output] ?? [], wanted: wanted[output] ?? [] }))),
    )),
    rowsView(sets),
    ...groupColumns(quest).flatMap((by) => groupView(sets, by)),
  ]
}

function rowsView(sets: readonly RulingsSet[]): View {
  const cases = sets.flatMap((set) => set.cases.map((one) => ({ hits: one.hits, right: isRight(one, ruledIn(set)) })))
  const rows = Array.from({ length: sets[0]?.rowCount ?? 0 }, (_, at): Cell[] => {
    const mine = cases.filter(({ hits }) => hits.includes(at))
    const right = mine.filter((one) => one.right).length
    return [`Row ${at + 1}`, mine.length, right, mine.length - right]
  })
  return { view: 'rows', title: 'Row by row on the hidden cases', columns: ['Row', 'Speaks for', 'Right', 'Wrong'], rows, marked: rows.flatMap((row, i) => (row[3] === 0 ? [] : [i])) }
}

/** Columns that the quest compares groups by, and those it calls groups. */
function groupColumns({ verify, data }: Quest): string[] {
  const compared = verify.metrics.flatMap(({ params }) => (typeof params?.['by'] === 'string' ? [params['by']] : []))
  return [...new Set([...compared, ...Object.entries(data.columns).flatMap(([name, { role }]) => (role === 'group' ? [name] : []))])]
}

function groupView(sets: readonly RulingsSet[], by: string): View[] {
  const counts = new Map<string, { n: number; right: number }>()
  for (const set of sets) {
    if (!columnOf(set.table, by)) return []
    for (const { group, within } of groupsIn(set, by)) {
      const count = counts.get(group) ?? { n: 0, right: 0 }
      count.n += within.cases.length
      count.right += within.cases.filter((one) => isRight(one, set.outputs)).length
      counts.set(group, count)
    }
  }
  if (counts.size > MOST_GROUPS || !sets[0]) return []
  const label = metaOf(sets[0].table, by)?.label ?? by
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, { n, right }]): Cell[] => [group || 'missing', n, percent(right / n)])
  return [{ view: 'rows', title: `Right, by ${label.charAt(0).toLowerCase()}${label.slice(1)}`, columns: [label, 'Cases', 'Right'], rows }]
}

/** A case that the trap is about, what should have been said to it, and how many more there are. */
export function rulingStory(quest: Quest, sets: readonly RulingsSet[]): NonNullable<Verdict['story']> {
  const named = namesIn(quest.trap.when)
  const metrics = quest.verify.metrics.filter(({ id }) => named.has(id))
  const against = sets.flatMap((set) => [...new Set(metrics.flatMap((metric) => casesAgainst(set, metric, quest.verify.metrics)))].map((one) => ({ set, one })))
  const all: readonly Found[] = against.length > 0 ? against : [...kindsOf(sets).values()].flat()
  const [first] = all
  if (!first) return []
  if (isRight(first.one, ruledIn(first.set))) return listStory(quest, first, all.length)
  const counts = new Map<number, number>()
  for (const { one } of all) for (const at of one.hits.slice(0, 1)) counts.set(at, (counts.get(at) ?? 0) + 1)
  const [busiest] = [...counts].sort((a, b) => b[1] - a[1])
  return [
    { title: chartTitle(quest, first.set.table, first.one.row) || 'One case', say: `${speakers(first.one)}. Whoever waits for this answer has no other.`, exhibit: answersExhibit(first) },
    {
      title: all.length === 1 ? 'One case' : `${countOf(all.length, 'case')} like this one`,
      say: busiest ? `Row ${busiest[0] + 1} spoke in ${countOf(busiest[1], 'of them', 'of them')}. Choose such a case on the bench and ask why: the rows above it stayed silent, and those below were not asked.` : 'No row spoke for them. Gaps, on the bench, lists who is left out.',
    },
  ]
}

/** No rule was wrong: what is told is who is on the list, or is not. */
function listStory(quest: Quest, first: Found, n: number): NonNullable<Verdict['story']> {
  const { one, many } = quest.data.noun ?? { one: 'case', many: 'cases' }
  return [
    { title: chartTitle(quest, first.set.table, first.one.row) || 'One case', say: 'The rules were right. The list was not.', exhibit: answersExhibit(first) },
    { title: n === 1 ? `One ${one}` : `${n} ${many} like this one`, say: 'Open the block that makes the list, and ask what these have in common with those that belong there.' },
  ]
}

/** Figures that a rule reads. */
function namesIn(rule: Json): ReadonlySet<string> {
  if (rule === null || typeof rule !== 'object') return new Set()
  if (!Array.isArray(rule) && typeof rule['var'] === 'string') return new Set([rule['var'].split('.')[0] ?? ''])
  return new Set(Object.values(rule).flatMap((part) => [...namesIn(part)]))
}
