/** Charts that a solution made of hidden records, held against who the records really are about. */
import type { Quest } from '../../core/quest/schema.ts'
import type { PortValue, Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { Charts } from '../link/clusters.ts'
import { APART, LINKED, type Links } from '../link/pairs.ts'
import type { JudgedSet } from './harness.ts'

export interface JudgedCharts {
  table: Table
  /** By row of the table. */
  people: readonly string[]
  /** Rows of every chart; a record that nothing is linked to is a chart by itself. */
  charts: readonly (readonly number[])[]
  /** Rows of pairs that were linked without a person, and those a person looked at. */
  linked: readonly (readonly [number, number])[]
  reviewed: readonly (readonly [number, number])[]
  /** Weights of all pairs that were compared, and whether they are one person. */
  weights: Float64Array
  same: Float64Array
}

export interface ChartsSet extends JudgedSet, JudgedCharts {
  viewAt: string
}

/** @throws TypeError when the graph ends in something else than links */
export function linksIn(result: PortValue): Links {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Links') throw new TypeError(`link-pairs judges Links, not ${from.type}`)
  return from as Links
}

/** Null where the table does not tell who the records are about. */
export function truthIn({ id, verify }: Quest, table: Table): readonly string[] | null {
  if (!verify.truth) throw new Error(`quest "${id}" does not say in verify.truth which column tells who a record is about`)
  const column = columnOf(table, verify.truth)
  return column?.kind === 'category' && column.values.some((value) => value !== '') ? column.values : null
}

/**
 * Charts are what the links make together, and the pairs that a person looked at: people find the right answer. Records that the
 * solution dropped stay alone.
 */
export function joinCharts({ pairs, said }: Links, table: Table, people: readonly string[]): JudgedCharts {
  const rowOf = new Map(table.ids.map((id, row) => [id, row]))
  const rows = pairs.table.ids.map((id) => rowOf.get(id) ?? -1)
  const charts = new Charts(table.ids.length)
  const [linked, reviewed]: [[number, number][], [number, number][]] = [[], []]
  const same = new Float64Array(pairs.a.length)
  for (let i = 0; i < pairs.a.length; i++) {
    const [a, b] = [rows[pairs.a[i] as number] as number, rows[pairs.b[i] as number] as number]
    if (a < 0 || b < 0) continue
    same[i] = Number(people[a] === people[b])
    if (said[i] === APART) continue
    ;(said[i] === LINKED ? linked : reviewed).push([a, b])
    if (said[i] === LINKED || same[i] === 1) charts.join(a, b)
  }
  const joined = charts.groups()
  const alone = new Set(table.ids.keys())
  for (const group of joined) for (const row of group) alone.delete(row)
  return { table, people, charts: [...joined, ...[...alone].map((row) => [row])], linked, reviewed, weights: pairs.weighed.weights, same }
}

/** Different people in one chart. */
export function peopleOf(chart: readonly number[], people: readonly string[]): Set<string> {
  return new Set(chart.map((row) => people[row] as string))
}
