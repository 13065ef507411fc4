/** What the verdict on cases shows: who was troubled, what was missed, by kind; and the trap as a story. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport, Cell, Verdict, View } from '../../core/verdict.ts'
import { countOf, percent } from '../blocks/say.ts'
import { confusionViewOf } from '../blocks/view/pictures.ts'
import { rowsWhere } from '../graph/bind-expr.ts'
import type { Table } from '../graph/ports.ts'
import { cellAt, columnOf, metaOf } from '../graph/table.ts'
import { chartSections, chartTitle } from './case-chart.ts'
import { flaggedRows } from './flags-figures.ts'
import type { TabularSet } from './tabular-join.ts'

const PER_OUTCOME = 4

type Outcome = 'needless' | 'missed' | 'caught'
interface Found {
  set: TabularSet
  row: number
}

export function flagCases(quest: Quest, sets: readonly TabularSet[]): CaseReport[] {
  const accused = new Set(accusedRows(quest, sets).map(({ set, row }) => `${set.seed}/${row}`))
  return (['needless', 'missed', 'caught'] as const).flatMap((outcome) => rowsWith(outcome, sets)
    .sort((a, b) => Number(accused.has(`${b.set.seed}/${b.row}`)) - Number(accused.has(`${a.set.seed}/${a.row}`)))
    .slice(0, PER_OUTCOME)
    .map(({ set, row }): CaseReport => ({
      id: `${set.seed}/${set.list.ids[row]}`, set: set.label, title: chartTitle(quest, set.list.table, row), outcome, say: SAID[outcome],
      sections: chartSections(quest, set.list.table, row, set.viewAt),
    })))
}

const SAID: Readonly<Record<Outcome, string>> = {
  needless: 'Looked into, and all was as it should be. Somebody had to explain themselves.',
  missed: 'Nobody looked into this one, and somebody should have.',
  caught: 'Looked into, and rightly so. Now papers are asked for, before anybody says a harder word.',
}

function rowsWith(outcome: Outcome, sets: readonly TabularSet[]): Found[] {
  const [truth, flag] = { needless: [0, 1], missed: [1, 0], caught: [1, 1] }[outcome] as [number, number]
  return sets.flatMap((set) => [...set.list.y.keys()].filter((row) => set.list.y[row] === truth && set.list.flagged[row] === flag).map((row) => ({ set, row })))
}

export function flagViews(quest: Quest, sets: readonly TabularSet[]): View[] {
  const [first] = sets
  if (!first) return []
  const columns = Object.entries(quest.data.columns).filter(([name, { role }]) => (role === 'group' || role === 'truth') && columnOf(first.list.table, name)?.kind === 'category').map(([name]) => name)
  const y = Float64Array.from(sets.flatMap(({ list }) => [...list.y]))
  const flagged = Uint8Array.from(sets.flatMap(({ list }) => [...list.flagged]))
  const counts = confusionViewOf({ test: { ...first.list, y, flagged }, threshold: first.threshold })
  return [...(counts ? [counts] : []), ...columns.map((name) => byColumn(name, sets)), reviewedView(sets)]
}

function byColumn(name: string, sets: readonly TabularSet[]): View {
  const counts = new Map<string, { n: number; on: number; wrong: number; missed: number }>()
  for (const { list } of sets) {
    columnOf(list.table, name)?.values.forEach((value: number | string, row: number) => {
      const count = counts.get(String(value)) ?? { n: 0, on: 0, wrong: 0, missed: 0 }
      const [on, guilty] = [list.flagged[row] === 1, list.y[row] === 1]
      counts.set(String(value), { n: count.n + 1, on: count.on + Number(on), wrong: count.wrong + Number(on && !guilty), missed: count.missed + Number(!on && guilty) })
    })
  }
  const label = metaOf((sets[0] as TabularSet).list.table, name)?.label ?? name
  const rows = [...counts].sort(([, a], [, b]) => b.n - a.n).slice(0, 20).map(([value, { n, on, wrong, missed }]): Cell[] => [value || 'missing', n, on, percent(on / n), wrong, missed])
  return { view: 'rows', title: `Looked into, by ${label.charAt(0).toLowerCase()}${label.slice(1)}`, columns: [label, 'Rows', 'Looked into', 'Share', 'For nothing', 'Missed'], rows, marked: rows.flatMap((row, i) => (Number(row[4]) > 0 ? [i] : [])) }
}

function reviewedView(sets: readonly TabularSet[]): View {
  return { view: 'bars', title: 'Looked into', say: 'How many rows somebody has to read, set by set.', unit: 'rows', rows: sets.map(({ label, list }) => ({ label, value: flaggedRows(list).length })) }
}

/** Rows of people who should not be accused, as the quest's metric says, and are. */
function accusedRows({ verify }: Quest, sets: readonly TabularSet[]): Found[] {
  const where = verify.metrics.find(({ fn }) => fn === 'accused')?.params?.['where']
  if (typeof where !== 'string') return []
  return sets.flatMap((set) => rowsWhere(where, set.list.table).filter((row) => set.list.flagged[row] === 1 && set.list.y[row] === 0).map((row) => ({ set, row })))
}

export function flagStory(quest: Quest, sets: readonly TabularSet[]): NonNullable<Verdict['story']> {
  const accused = accusedRows(quest, sets)
  const all = accused.length > 0 ? accused : rowsWith('needless', sets)
  const [first] = all
  if (!first) return []
  const { table } = first.set.list
  const columns = quest.data.case?.sections[0]?.columns ?? table.meta.slice(0, 8).map(({ name }) => name)
  return [
    {
      title: chartTitle(quest, table, first.row), say: SAID.needless,
      exhibit: { kind: 'card', caption: 'What was looked into', indicator: 'info', summary: 'All as it should be', detail: columns.flatMap((name) => lineOf(table, name, first.row)).join('. ') },
    },
    { title: `${countOf(all.length, quest.data.noun?.one ?? 'row', quest.data.noun?.many ?? 'rows')} like this one`, say: 'They are different from most, and not from those who do the same work.' },
  ]
}

/** "Level billed: 5"; nothing where a value is missing. */
function lineOf(table: Table, name: string, row: number): string[] {
  const [meta, value] = [metaOf(table, name), cellAt(columnOf(table, name), row)]
  if (value === null) return []
  return [`${meta?.label ?? name}: ${meta?.unit === '0 or 1' ? (value === 0 ? 'no' : 'yes') : value}`]
}
