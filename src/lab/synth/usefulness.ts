/** What invented people are good for: a model learnt from them, asked about real ones. */
import type { Mat, Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { fitLogistic, predictLogistic } from '../ml/logistic.ts'
import { auc } from '../ml/metrics.ts'
import { fitScaler, scale } from '../ml/standardize.ts'
import { meanOf, spreadOf } from './space.ts'

export interface Taught {
  auc: number
  y: Float64Array
  risks: Float64Array
}

/** More words than these in one column are names. */
const MOST_WORDS = 40

/**
 * Train on one table, test on the other: a logistic regression on all columns of `from` that the teacher has. Null where the teacher
 * has nobody of one kind, or the test has.
 */
export function taughtBy(teacher: Table, test: Table, predict: string, from: readonly string[]): Taught | null {
  const outcome = columnOf(teacher, predict)
  const truth = columnOf(test, predict)
  if (outcome?.kind !== 'number' || truth?.kind !== 'number') return null
  const rows = [...outcome.values.keys()].filter((row) => !Number.isNaN(outcome.values[row]))
  const learnt = rows.map((row) => Number((outcome.values[row] as number) >= 0.5))
  if (!learnt.includes(0) || !learnt.includes(1)) return null
  const terms = termsOf(teacher, from.filter((name) => name !== predict))
  const x = matrixOf(terms, teacher, rows)
  const scaler = fitScaler(x)
  const model = fitLogistic(scale(x, scaler), terms.length, learnt, { l2: 1 })
  const asked = matrixOf(terms, test, [...test.ids.keys()])
  const risks = predictLogistic(model, scale(asked, scaler), asked.rows)
  const y = truth.values.map((value) => Number(value >= 0.5))
  const area = auc(y, risks)
  return area === null ? null : { auc: area, y, risks }
}

interface Term {
  name: string
  at(table: Table, row: number): number
}

/** Numbers with their middle where they are missing; words one by one, as the teacher has them. */
function termsOf(teacher: Table, names: readonly string[]): Term[] {
  return names.flatMap((name): Term[] => {
    const column = columnOf(teacher, name)
    if (!column) return []
    if (column.kind === 'number') {
      const mean = meanOf(column.values)
      const middle = Number.isNaN(mean) ? 0 : mean
      return [{ name, at: (table, row) => {
        const value = columnOf(table, name)?.values[row]
        return typeof value === 'number' && !Number.isNaN(value) ? value : middle
      } }]
    }
    const words = [...new Set(column.values)].filter((word) => word !== '').sort()
    return words.length > MOST_WORDS ? [] : words.slice(1).map((word) => ({ name: `${name}=${word}`, at: (table, row) => Number(columnOf(table, name)?.values[row] === word) }))
  })
}

function matrixOf(terms: readonly Term[], table: Table, rows: readonly number[]): Mat {
  const x = new Float64Array(rows.length * terms.length)
  terms.forEach((term, j) => rows.forEach((row, i) => {
    x[i * terms.length + j] = term.at(table, row)
  }))
  return { rows: rows.length, names: terms.map(({ name }) => name), x }
}

/**
 * How much of what sets a few people apart is left, 0 to 1: for each column, how far their mean lies from that of all others, in
 * standard deviations, invented against real; and how many they are. All count alike. Null where they were nobody to begin with.
 */
export function signalKept(real: Table, isFew: (table: Table) => ReadonlySet<number>, released: Table, columns: readonly string[]): number | null {
  const [few, invented] = [isFew(real), isFew(released)]
  if (few.size === 0) return null
  if (invented.size === 0) return 0
  const kept = columns.map((name) => {
    const [column, other] = [columnOf(real, name), columnOf(released, name)]
    if (column?.kind !== 'number' || other?.kind !== 'number') return 0
    const sd = spreadOf(column.values)
    const [was, is] = [apart(column.values, few) / sd, apart(other.values, invented) / sd]
    return Number.isNaN(is) ? 0 : Math.max(0, 1 - Math.abs(is - was) / Math.max(1e-9, Math.abs(was)))
  })
  const [share, left] = [few.size / real.ids.length, invented.size / released.ids.length]
  return meanOf([Math.min(share / left, left / share), ...kept])
}

function apart(values: Float64Array, few: ReadonlySet<number>): number {
  return meanOf(values.filter((_, row) => few.has(row))) - meanOf(values.filter((_, row) => !few.has(row)))
}
