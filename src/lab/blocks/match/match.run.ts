import { type MatchPlan, readMatchPlan } from '../../../core/artefacts/match-plan.ts'
import type { View } from '../../../core/verdict.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { Matches, Offers } from '../../graph/ports.ts'
import { columnOf, metaOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { compilePlan, matchPeople } from '../../match/match-people.ts'
import { offerLists } from '../../match/offer-lists.ts'
import { countOf } from '../say.ts'
import { matchCriteriaSpec, offersSinkSpec, poolSourceSpec, rankOffersSpec } from './match.ts'

export const poolSource: Block = {
  ...poolSourceSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(poolSourceSpec, context).dataset)
    if (cases.type !== 'Pool') throw new TypeError(`this block reads people and offers, and the quest has ${cases.type}`)
    return { outputs: { pool: cases }, state: null }
  },
  report(_, outputs) {
    const { table, offers } = take(outputs, 'pool', 'Pool')
    return { rows: table.ids.length, columns: null, facts: [`${table.ids.length} people`, countOf(offers.length, 'offer')], views: [] }
  },
}

export const matchCriteria: Block = {
  ...matchCriteriaSpec,
  fit(inputs, context) {
    const pool = take(inputs, 'pool', 'Pool')
    const compiled = compilePlan(planIn(context), pool)
    const [problem] = compiled.problems
    if (problem) return context.problem(problem.say, 'criteria')
    const matches: Matches = { type: 'Matches', pool, compiled, said: matchPeople(compiled, pool, context.tick) }
    return { outputs: { matches }, state: null }
  },
  report(_, outputs) {
    const matches = take(outputs, 'matches', 'Matches')
    return { rows: matches.pool.table.ids.length, columns: null, facts: [countOf(matches.compiled.offers.flat().length, 'line')], views: [saidView(matches)] }
  },
}

export const rankOffers: Block = {
  ...rankOffersSpec,
  fit(inputs, context) {
    const { pool, compiled, said } = take(inputs, 'matches', 'Matches')
    const plan = planIn(context)
    const offers: Offers = { type: 'Offers', pool, compiled, said, lists: offerLists(plan, compiled.offers.map((lines) => lines.map(({ line }) => line)), said, pool) }
    return { outputs: { offers }, state: null }
  },
  report(_, outputs) {
    const offers = take(outputs, 'offers', 'Offers')
    const all = offers.lists.flat()
    return { rows: all.length, columns: null, facts: [countOf(all.length, 'offer'), `${all.filter(({ open }) => open.length > 0).length} to ask first`], views: [listsView(offers), ...groupView(offers)] }
  },
}

export const offersSink: Block = {
  ...offersSinkSpec,
  fit: (inputs) => ({ outputs: { result: { type: 'Result', from: take(inputs, 'offers', 'Offers') } }, state: null }),
  report(inputs) {
    const { lists } = take(inputs, 'offers', 'Offers')
    return { rows: lists.flat().length, columns: null, facts: [countOf(lists.flat().length, 'offer')], views: [] }
  },
}

function planIn(context: RunContext): MatchPlan {
  const read = readMatchPlan(context.artefacts['matchPlan'])
  return read.ok ? read.plan : context.problem(read.say, 'criteria')
}

/** What the lines say, whether or not it is right: nobody has looked at it yet. */
function saidView({ pool, compiled, said }: Matches): View {
  const percent = (part: number, of: number) => Math.round((1000 * part) / Math.max(1, of)) / 10
  return {
    view: 'rows', title: 'What your lines say, offer by offer', columns: ['Offer', 'Lines', 'Met, %', 'Not met, %', 'Not known, %'],
    rows: pool.offers.map(({ title }, o) => {
      const marks = said[o] as Int8Array
      const count = (mark: number) => percent(marks.filter((one) => one === mark).length, marks.length)
      return [title, compiled.offers[o]?.length ?? 0, count(1), count(0), count(-1)]
    }),
  }
}

function listsView({ pool, lists }: Offers): View {
  return {
    view: 'rows', title: 'The lists', columns: ['Offer', 'Places', 'On the list', 'To ask first'],
    rows: pool.offers.map(({ title, places }, o) => [title, places, lists[o]?.length ?? 0, (lists[o] ?? []).filter(({ open }) => open.length > 0).length]),
    marked: pool.offers.flatMap((_, o) => ((lists[o]?.length ?? 0) === 0 ? [o] : [])),
  }
}

/** Who is offered anything, group by group. */
function groupView({ pool: { group, table }, lists }: Offers): View[] {
  const column = group === null ? undefined : columnOf(table, group)
  if (group === null || !column) return []
  const counts = new Map<string, { people: number; offers: number }>()
  const of = (row: number) => {
    const name = String(column.values[row])
    const found = counts.get(name) ?? { people: 0, offers: 0 }
    counts.set(name, found)
    return found
  }
  for (const row of table.ids.keys()) of(row).people++
  for (const { row } of lists.flat()) of(row).offers++
  return [{
    view: 'bars', title: `Offers, by ${(metaOf(table, group)?.label ?? group).toLowerCase()}`, say: 'Places on lists, for every hundred people of the group.',
    rows: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, { people, offers }]) => ({ label, value: Math.round((1000 * offers) / people) / 10, tone: 'note' as const })),
  }]
}
