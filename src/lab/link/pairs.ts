/** What the blocks that find one person's records hand on: pairs of rows, their weights, and what was decided about each. */
import type { Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import type { Way } from './compare.ts'

export interface Compared {
  column: string
  way: Way
}

export interface Weighed {
  fields: readonly Compared[]
  /** Level of agreement, row-major: as many to a pair as there are fields. */
  levels: Int8Array
  weights: Float64Array
  /** Points that somebody set, or log2 odds that were learnt. */
  unit: 'points' | 'log2'
}

export interface Pairs {
  type: 'Pairs'
  table: Table
  /** Rows of the table, `a[i] < b[i]`, each pair once. */
  a: Int32Array
  b: Int32Array
  weighed?: Weighed
}

export const APART = 0
export const REVIEW = 1
export const LINKED = 2

export interface Links {
  type: 'Links'
  pairs: Pairs & { weighed: Weighed }
  /** By pair: 0 apart, 1 for somebody to look at, 2 linked. */
  said: Uint8Array
  /** Pairs at or above the upper line are linked, those below the lower are apart. */
  upper: number
  lower: number
}

/** Who every record really is, where past records tell; null for hidden ones. */
export function peopleIn(table: Table): readonly string[] | null {
  const truth = table.meta.find(({ role, kind }) => role === 'truth' && kind === 'category')
  const column = truth && columnOf(table, truth.name)
  return column?.kind === 'category' && column.values.some((value) => value !== '') ? column.values : null
}

/** 1 for pairs that are one person; null where nobody knows. */
export function samePerson({ table, a, b }: Pairs): Float64Array | null {
  const people = peopleIn(table)
  return people && Float64Array.from(a, (row, i) => Number(people[row] === people[b[i] as number]))
}

export function howMany(said: Uint8Array, what: number): number {
  return said.reduce((sum, one) => sum + Number(one === what), 0)
}
