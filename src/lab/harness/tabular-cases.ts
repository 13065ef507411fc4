/** A dozen hidden people to open like a chart: some who were missed, some found, some called without need. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport } from '../../core/verdict.ts'
import { percent } from '../blocks/say.ts'
import { stripOf } from '../blocks/signal/strips.ts'
import { isKnownAt } from '../graph/moment.ts'
import type { Table } from '../graph/ports.ts'
import { cellAt, columnOf, metaOf } from '../graph/table.ts'
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
    title: titleOf(quest, table, row),
    outcome,
    say: sayOf(quest, outcome, { set, row }),
    ...(set.signal ? { exhibits: [stripOf(set.signal, set.signal.table.ids.indexOf(ids[row] as string))] } : {}),
    sections: sectionsOf(quest, table).map(({ title, columns }) => ({
      title,
      rows: columns.flatMap((name) => {
        const meta = metaOf(table, name)
        if (!meta) return []
        const { label, unit, availableAt } = meta
        const value = cellAt(columnOf(table, name), row)
        return [{ column: name, label, value, ...(unit ? { unit } : {}), availableAt, known: isKnownAt(availableAt, set.viewAt) }]
      }),
    })),
  }
}

/** The name of the person first, then the quest's own title. */
function titleOf({ data }: Quest, table: Table, row: number): string {
  const name = cellAt(columnOf(table, 'name'), row)
  const title = (data.case?.title ?? '').replace(/\{(\w+)\}/g, (_, column: string) => String(cellAt(columnOf(table, column), row) ?? 'not known'))
  return [name, title.replace(/(?<![\d.])1 (year|night|day)s\b/g, '1 $1')].filter(Boolean).join(', ')
}

function sectionsOf({ data }: Quest, table: Table): readonly { title: string; columns: readonly string[] }[] {
  return data.case?.sections ?? [{ title: 'Chart', columns: table.meta.filter(({ role }) => role !== 'id').map(({ name }) => name) }]
}

function sayOf(quest: Quest, outcome: Outcome, { set, row }: Found): string {
  const label = metaOf(set.list.table, quest.verify.truth ?? '')?.label ?? quest.verify.truth ?? ''
  const event = label.charAt(0).toLowerCase() + label.slice(1)
  const score = set.list.probability ? `a risk of ${percent(scoreOf({ set, row }))}` : `${scoreOf({ set, row })} points`
  if (outcome === 'caught') return `On the list, with ${score}. Then: ${event}. A call could have helped.`
  if (outcome === 'needless') return `On the list, with ${score}. Then no ${event}: a kind call that was not needed.`
  if (set.dropped[row]) return `Never scored: your own filter left this person out. Then: ${event}.`
  return `Not on the list, with ${score}. Then: ${event}, and nobody was looking.`
}
