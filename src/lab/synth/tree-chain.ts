/**
 * One column after the other (Reiter 2005; Nowok, Raab & Dibben 2016): a regression tree on the columns made so far finds people who are
 * alike, and one of them lends the value. It has no noise, so it promises nothing.
 */
import type { Rng } from '../../core/rng.ts'
import type { Mat } from '../graph/ports.ts'
import { binColumns, fitCuts } from '../ml/bins.ts'
import type { Made } from './copula.ts'
import { type Field, inventedTable } from './fields.ts'

const BINS = 16
const DEPTH = 8

interface Codes {
  /** Numbers as they are, words by how often they come; -1 where missing. */
  values: Float64Array
  said(row: number): number | string
}

export function treePeople(fields: readonly Field[], rows: number, leaf: number, rng: Rng): Made {
  const columns = fields.map(codesOf)
  // Row of the person who lent each value, column by column.
  const lent: Int32Array[] = []
  const people = fields[0]?.column.values.length ?? 0
  for (const [j, column] of columns.entries()) {
    if (j === 0) {
      lent.push(Int32Array.from({ length: rows }, () => rng.int(0, people - 1)))
      continue
    }
    const before = columns.slice(0, j)
    const real = matOf(before.map(({ values }) => values), people)
    const made = matOf(before.map(({ values }, k) => Float64Array.from({ length: rows }, (_, row) => values[lent[k]?.[row] as number] as number)), rows)
    lent.push(lenders(real, made, column.values, leaf, rng))
  }
  return { table: inventedTable(fields, rows, (j, row) => columns[j]?.said(lent[j]?.[row] as number) as number | string), spent: null }
}

function codesOf({ column }: Field): Codes {
  if (column.kind === 'number') return { values: column.values.map((value) => (Number.isNaN(value) ? -1 : value)), said: (row) => column.values[row] as number }
  const counts = new Map<string, number>()
  for (const word of column.values) counts.set(word, (counts.get(word) ?? 0) + 1)
  const order = new Map([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word], code) => [word, code]))
  return { values: Float64Array.from(column.values, (word) => order.get(word) as number), said: (row) => column.values[row] as string }
}

function matOf(columns: readonly Float64Array[], rows: number): Mat {
  const x = new Float64Array(rows * columns.length)
  columns.forEach((column, j) => column.forEach((value, row) => {
    x[row * columns.length + j] = value
  }))
  return { rows, names: columns.map((_, j) => String(j)), x }
}

/** Both go down the tree together: people who are alike, and whoever is to be given a value of theirs. */
function lenders(real: Mat, made: Mat, y: Float64Array, leaf: number, rng: Rng): Int32Array {
  const cuts = fitCuts(real, BINS)
  const [have, want] = [binColumns(real, cuts), binColumns(made, cuts)]
  const lent = new Int32Array(made.rows)
  const grow = (alike: readonly number[], asking: readonly number[], depth: number): void => {
    if (asking.length === 0) return
    const question = depth > 0 ? bestQuestion(have, real, alike, y, leaf) : null
    if (!question) {
      for (const row of asking) lent[row] = rng.pick(alike)
      return
    }
    const isLeft = (bins: Uint8Array, rows: number) => (row: number) => (bins[question.column * rows + row] as number) <= question.bin
    const [realLeft, madeLeft] = [isLeft(have, real.rows), isLeft(want, made.rows)]
    grow(alike.filter(realLeft), asking.filter(madeLeft), depth - 1)
    grow(alike.filter((row) => !realLeft(row)), asking.filter((row) => !madeLeft(row)), depth - 1)
  }
  grow([...Array(real.rows).keys()], [...Array(made.rows).keys()], DEPTH)
  return lent
}

/** The question after which values differ least within either side (least squares); null where none leaves `leaf` people on both. */
function bestQuestion(bins: Uint8Array, { rows, names }: Mat, alike: readonly number[], y: Float64Array, leaf: number): { column: number; bin: number } | null {
  if (alike.length < 2 * leaf) return null
  const total = alike.reduce((sum, row) => sum + (y[row] as number), 0)
  let best: { column: number; bin: number } | null = null
  let most = (total * total) / alike.length + 1e-6
  for (let column = 0; column < names.length; column++) {
    const [sums, counts] = [new Float64Array(BINS), new Float64Array(BINS)]
    for (const row of alike) {
      const bin = bins[column * rows + row] as number
      sums[bin]! += y[row] as number
      counts[bin]!++
    }
    let [sum, n] = [0, 0]
    for (let bin = 0; bin < BINS - 1; bin++) {
      sum += sums[bin] as number
      n += counts[bin] as number
      if (n < leaf || alike.length - n < leaf) continue
      const worth = (sum * sum) / n + (total - sum) ** 2 / (alike.length - n)
      if (worth > most) [most, best] = [worth, { column, bin }]
    }
  }
  return best
}
