/** What a verdict on matching shows: criteria against what files tell, offer by offer, group by group. */
import type { Cell, View } from '../../core/verdict.ts'
import { crossTable } from '../decision-table/cross-table.ts'
import { metaOf } from '../graph/table.ts'
import { markWord } from '../match/why-words.ts'
import { sumByGroup } from './match-criteria-cases.ts'
import type { JudgedCriterion, MatchSet } from './match-criteria-join.ts'

const MOST = 14

export function matchViews(sets: readonly MatchSet[]): View[] {
  return [
    crossTable('Criteria: said, and what the file tells', sets.flatMap(({ criteria }) => criteria.map(({ said, told }) => ({ given: [markWord(said)], wanted: [markWord(told)] })))),
    offersView(sets), ...groupsView(sets), slipsView(sets),
  ]
}

function offersView(sets: readonly MatchSet[]): View {
  const offers = sets[0]?.pool.offers ?? []
  const rows = offers.map(({ title }, o): Cell[] => {
    const pairs = sets.flatMap((set) => set.pairs.filter(({ offer }) => offer === o))
    const listed = pairs.filter(({ place }) => place !== null)
    return [title, pairs.filter(({ eligible }) => eligible).length, listed.filter(({ eligible }) => eligible).length, listed.filter(({ eligible, questions }) => !eligible && questions === 0).length, listed.filter(({ questions }) => questions > 0).length]
  })
  return { view: 'rows', title: 'Offer by offer, on the hidden people', columns: ['Offer', 'Eligible', 'On the list', 'Invited in vain', 'Asked first'], rows, marked: rows.flatMap((row, i) => (Number(row[3]) > 0 ? [i] : [])) }
}

function groupsView(sets: readonly MatchSet[]): View[] {
  const [first] = sets
  const group = first?.pool.group ?? null
  if (!first || group === null) return []
  const groups = sumByGroup(sets, group)
  const most = Math.max(0, ...groups.map(({ eligible, reached }) => reached / eligible))
  return [{
    view: 'bars', title: `Reached, by ${(metaOf(first.pool.table, group)?.label ?? group).toLowerCase()}`, say: 'Of the people and offers that fit each other: on a list, in percent.', unit: '%', limit: 100,
    rows: groups.map(({ group: label, eligible, reached }) => ({ label, value: Math.round((1000 * reached) / eligible) / 10, tone: reached / eligible >= 0.8 * most ? 'right' as const : 'missed' as const })),
  }]
}

/** Slips that come again and again, the commonest first. */
function slipsView(sets: readonly MatchSet[]): View {
  const counts = new Map<string, { row: Cell[]; n: number }>()
  for (const { criteria, pool, truth } of sets) {
    for (const { offer, criterion, said, told } of criteria.filter((one: JudgedCriterion) => one.said !== one.told)) {
      const key = `${offer} ${criterion} ${said} ${told}`
      const known = counts.get(key)
      if (known) known.n++
      else counts.set(key, { row: [pool.offers[offer]?.title ?? '', truth.criteria[offer]?.[criterion]?.say ?? '', markWord(said), markWord(told)], n: 1 })
    }
  }
  const rows = [...counts.values()].sort((a, b) => b.n - a.n).slice(0, MOST).map(({ row, n }) => [...row, n])
  return { view: 'rows', title: 'Slips that come again', columns: ['Offer', 'Criterion', 'Said', 'The file tells', 'Times'], rows, marked: [] }
}
