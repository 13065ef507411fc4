/** What the verdict on charts shows: wrongly merged records side by side, records never brought together, and the trap as a story. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport, Cell, Verdict, View } from '../../core/verdict.ts'
import { comparedColumns, sideBySide, weightsView } from '../blocks/link/side-by-side.ts'
import { percent } from '../blocks/say.ts'
import { columnOf } from '../graph/table.ts'
import { chartSections, chartTitle } from './case-chart.ts'
import { linkFigures, overlays } from './link-pairs-figures.ts'
import { type ChartsSet, peopleOf } from './link-pairs-join.ts'

interface Found {
  set: ChartsSet
  rows: readonly [number, number]
}

const PER_OUTCOME = 5

export function linkCases(quest: Quest, sets: readonly ChartsSet[]): CaseReport[] {
  const found = (['overlaid', 'split', 'looked-at'] as const).map((outcome) => [outcome, sets.flatMap((set) => pairsWith(outcome, set).map((rows) => ({ set, rows })))] as const)
  return found.flatMap(([outcome, pairs]) => pairs.slice(0, PER_OUTCOME).map((pair) => caseOf(quest, outcome, pair)))
}

type Outcome = 'overlaid' | 'split' | 'looked-at'

function pairsWith(outcome: Outcome, set: ChartsSet): (readonly [number, number])[] {
  const { charts, people, reviewed } = set
  if (outcome === 'overlaid') return overlays(set).map((chart) => strangersIn(set, chart))
  if (outcome === 'looked-at') return reviewed.filter(([a, b]) => people[a] === people[b])
  const chartOf = new Map(charts.flatMap((chart, i) => chart.map((row) => [row, i] as const)))
  const first = new Map<string, number>()
  return people.flatMap((person, row): [number, number][] => {
    const before = first.get(person)
    first.set(person, before ?? row)
    return before !== undefined && chartOf.get(before) !== chartOf.get(row) ? [[before, row]] : []
  })
}

/** Two people of one chart, linked to each other where they are. */
function strangersIn({ people, linked }: ChartsSet, chart: readonly number[]): readonly [number, number] {
  const inside = new Set(chart)
  const joined = linked.find(([a, b]) => inside.has(a) && inside.has(b) && people[a] !== people[b])
  const [first = 0] = chart
  return joined ?? [first, chart.find((row) => people[row] !== people[first]) ?? first]
}

function caseOf(quest: Quest, outcome: Outcome, { set, rows }: Found): CaseReport {
  const names = rows.map((row) => chartTitle(quest, set.table, row) || 'A record')
  return {
    id: `${set.seed}/${rows.map((row) => set.table.ids[row]).join('+')}`,
    set: set.label,
    title: names[0] === names[1] ? `${names[0]}, twice` : names.join(' and '),
    outcome,
    say: sayOf(outcome, { set, rows }),
    exhibits: [exhibitOf({ set, rows }, 'The two records')],
    sections: rows.flatMap((row, i) => chartSections(quest, set.table, row, set.viewAt).map(({ title, rows: lines }) => ({ title: `${['First', 'Second'][i]} record: ${title}`, rows: lines }))),
  }
}

function exhibitOf({ set, rows }: Found, caption: string) {
  return sideBySide(set.table, rows, caption, comparedColumns(set.table))
}

function sayOf(outcome: Outcome, { set, rows: [a] }: Found): string {
  const kind = columnOf(set.table, 'alike')?.values[a]
  const double = typeof kind === 'string' && kind !== '' ? `: each other's ${kind}` : ''
  switch (outcome) {
    case 'overlaid': return `Two people in one chart${double}. From now on each is treated with the other's allergies and results.`
    case 'split': return 'One person, and still two charts. What is written in one is not seen in the other.'
    case 'looked-at': return 'A person looked at the two and found that they are one.'
  }
}

export function linkViews(quest: Quest, sets: readonly ChartsSet[]): View[] {
  const weights = weightsView('Weight', Float64Array.from(sets.flatMap((set) => [...set.weights])), Float64Array.from(sets.flatMap((set) => [...set.same])))
  const total = (count: (set: ChartsSet) => number) => sets.reduce((sum, set) => sum + count(set), 0)
  const kinds = [...new Set(sets.flatMap(({ table }) => [...(columnOf(table, 'alike')?.values ?? [])]))].filter((kind) => kind !== '')
  const strays = (set: ChartsSet, kind: Cell) => overlays(set).filter((chart) => chart.some((row) => columnOf(set.table, 'alike')?.values[row] === kind)).length
  return [
    {
      view: 'bars', title: 'Charts with more than one person', say: 'By whose double they are. None is the only right number.', unit: 'charts', limit: 0,
      rows: [...kinds.map((kind) => ({ label: String(kind), value: total((set) => strays(set, kind)), tone: 'wrong' as const })), { label: 'no doubles', value: total((set) => overlays(set).length - overlays(set).filter((chart) => chart.some((row) => (columnOf(set.table, 'alike')?.values[row] ?? '') !== '')).length), tone: 'wrong' }],
    },
    {
      view: 'bars', title: 'Pairs that a person looked at', say: 'Each takes minutes of somebody who knows how to read two charts.', unit: 'pairs',
      rows: [{ label: 'One person', value: total(({ reviewed, people }) => reviewed.filter(([a, b]) => people[a] === people[b]).length), tone: 'right' }, { label: 'Two people', value: total(({ reviewed, people }) => reviewed.filter(([a, b]) => people[a] !== people[b]).length), tone: 'note' }],
    },
    ...(weights ? [weights] : []),
    ...siteView(quest, sets),
  ]
}

/** Where records were written, and how many of the pairs there were found. */
function siteView({ data }: Quest, sets: readonly ChartsSet[]): View[] {
  const by = Object.entries(data.columns).find(([, { role }]) => role === 'group')?.[0] ?? 'site'
  const [one] = sets
  if (!one || !columnOf(one.table, by)) return []
  const names = [...new Set(sets.flatMap(({ table }) => Array.from<string | number>(columnOf(table, by)?.values ?? [])))].sort()
  const rows = names.map((name): Cell[] => {
    const inside = sets.map((set) => {
      const column = columnOf(set.table, by)
      const people = set.people.map((person, row) => (column?.values[row] === name ? person : `${row}`))
      return linkFigures({ ...set, people, charts: set.charts.map((chart) => chart.filter((row) => column?.values[row] === name)) }, [{ id: 'found', label: '', fn: 'pairRecall', aggregate: 'mean', format: 'number' }])['found'] ?? null
    }).filter((value) => value !== null)
    return [name, sets.reduce((sum, { table }) => sum + Array.from<string | number>(columnOf(table, by)?.values ?? []).filter((value) => value === name).length, 0), percent(inside.length === 0 ? null : inside.reduce((sum, value) => sum + value, 0) / inside.length)]
  })
  return [{ view: 'rows', title: `Found, by ${(data.columns[by]?.label ?? by).toLowerCase()}`, columns: [data.columns[by]?.label ?? by, 'Records', 'Pairs within it brought together'], rows }]
}

/** The first chart that holds two people, and how many more there are. */
export function linkStory(quest: Quest, sets: readonly ChartsSet[]): NonNullable<Verdict['story']> {
  const all = sets.flatMap((set) => overlays(set).map((chart) => ({ set, rows: strangersIn(set, chart), people: peopleOf(chart, set.people).size })))
  const double = all.find(({ set, rows: [a] }) => (columnOf(set.table, 'alike')?.values[a] ?? '') !== '')
  const first = double ?? all[0]
  if (!first) return []
  const names = first.rows.map((row) => chartTitle(quest, first.set.table, row)).join(' and ')
  const kinds = new Map<string, number>()
  for (const { set, rows: [a] } of all) {
    const kind = String(columnOf(set.table, 'alike')?.values[a] ?? '') || 'no double of each other'
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return [
    { title: names, say: sayOf('overlaid', first), exhibit: exhibitOf(first, 'Linked by your solution') },
    {
      title: all.length === 1 ? 'One such chart' : `${all.length} such charts`,
      say: `By whose double they are: ${[...kinds].map(([kind, n]) => `${kind} ${n}`).join(', ')}. A shared name, home and telephone make a high weight; only what differs can tell them apart.`,
    },
  ]
}
