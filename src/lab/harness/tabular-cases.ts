/** A dozen hidden people to open like a chart: some who were missed, some found, some called without need. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport } from '../../core/verdict.ts'
import { percent } from '../blocks/say.ts'
import { stripOf } from '../blocks/signal/strips.ts'
import { metaOf } from '../graph/table.ts'
import { chartSections, chartTitle } from './case-chart.ts'
import type { TabularSet } from './tabular-join.ts'

type Outcome = 'missed' | 'caught' | 'needless'

const PER_OUTCOME = 4

interface Found {
  set: TabularSet
  row: number
}

export function tabularCases(quest: Quest, sets: readonly TabularSet[]): CaseReport[] {
  return (['missed', 'caught', 'needless'] as const).flatMap((outcome) =>
    spread(peopleWith(outcome, sets)).map((found) => caseOf(quest, outcome, found)))
}

function peopleWith(outcome: Outcome, sets: readonly TabularSet[]): Found[] {
  const wanted = { missed: [1, 0], caught: [1, 1], needless: [0, 1] }[outcome] as [number, number]
  const people = sets.flatMap((set) => [...set.list.y.keys()]
    .filter((row) => set.list.y[row] === wanted[0] && set.list.flagged[row] === wanted[1])
    .map((row) => ({ set, row })))
  return people.sort((a, b) => scoreOf(b) - scoreOf(a) || a.row - b.row)
}

function scoreOf({ set, row }: Found): number {
  return set.list.scores[row] as number
}

/** From the highest score to the lowest, evenly: near misses as well as those nobody could have seen coming. */
function spread(people: Found[]): Found[] {
  if (people.length <= PER_OUTCOME) return people
  const step = (people.length - 1) / (PER_OUTCOME - 1)
  return Array.from({ length: PER_OUTCOME }, (_, i) => people[Math.round(i * step)] as Found)
}

function caseOf(quest: Quest, outcome: Outcome, { set, row }: Found): CaseReport {
  const { table, ids } = set.list
  return {
    id: `${set.seed}/${ids[row]}`,
    set: set.label,
    title: chartTitle(quest, table, row),
    outcome,
    say: sayOf(quest, outcome, { set, row }),
    ...(set.signal ? { exhibits: [stripOf(set.signal, set.signal.table.ids.indexOf(ids[row] as string))] } : {}),
    sections: chartSections(quest, table, row, set.viewAt),
  }
}

function sayOf(quest: Quest, outcome: Outcome, { set, row }: Found): string {
  const label = metaOf(set.list.table, quest.verify.truth ?? '')?.label ?? quest.verify.truth ?? ''
  const event = label.charAt(0).toLowerCase() + label.slice(1)
  const score = set.list.probability ? `a risk of ${percent(scoreOf({ set, row }))}` : `${scoreOf({ set, row })} points`
  const listed = quest.verify.outcome?.listed ?? 'looked after'
  if (outcome === 'caught') return `On the list, with ${score}. Then: ${event}. Being ${listed} could have helped.`
  if (outcome === 'needless') return `On the list, with ${score}. Then no ${event}: ${listed} without need, and no harm done.`
  if (set.dropped[row]) return `Never scored: your own filter left this person out. Then: ${event}.`
  return `Not on the list, with ${score}. Then: ${event}, and nobody was looking.`
}
