/**
 * Weights that part a marker from the label: each row counts by what its pair of marker and label would have if the two had nothing
 * to do with each other, divided by what the pair has (reweighing; Kamiran and Calders 2012).
 */
import type { Block } from '../../graph/block.ts'
import { columnOf, labelOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { changedDrawn, isDrawn } from '../../imaging/drawn/pictures.ts'
import { countOf, figure } from '../say.ts'
import { balanceSpec } from './probes.ts'

export const balance: Block = {
  ...balanceSpec,
  fit(inputs, context) {
    const images = take(inputs, 'images', 'Images')
    const { by } = paramsOf(balanceSpec, context)
    if (!isDrawn(images)) return context.problem('Only pictures that a quest describes can be balanced.', 'wrong-subject')
    const values = columnOf(images.table, by)?.values ?? context.problem(`There is no column "${by}" to balance by. Choose one of the list.`, 'no-column')
    const { table } = images
    const weights = balanced(Array.from<number | string>(values), labelOf(table), table.weights)
    return { outputs: { images: changedDrawn(images, { table: { ...table, weights } }) }, state: null }
  },
  /** Nothing is learnt from hidden pictures, so nothing is weighed. */
  apply: (inputs) => ({ images: take(inputs, 'images', 'Images') }),
  report(_, outputs) {
    const { table } = take(outputs, 'images', 'Images')
    const weights = [...(table.weights ?? [])]
    const most = weights.reduce((top, one) => Math.max(top, one), 0)
    const heavy = weights.filter((one) => one >= most * 0.9).length
    const squares = weights.reduce((sum, one) => sum + one * one, 0)
    const worth = squares === 0 ? 0 : weights.reduce((sum, one) => sum + one, 0) ** 2 / squares
    return { rows: table.ids.length, columns: null, facts: [`the rarest ${countOf(heavy, 'picture')} count ${figure(most, 1)} times`, `worth ${countOf(Math.round(worth), 'picture')} of equal weight`], views: [] }
  },
}

/** @param before weights that there are already. @returns one a row, mean 1 */
export function balanced(values: readonly (number | string)[], y: ArrayLike<number>, before?: Float64Array): Float64Array {
  const own = (row: number) => before?.[row] ?? 1
  const total = (holds: (row: number) => boolean) => values.reduce<number>((sum, _, row) => sum + (holds(row) ? own(row) : 0), 0)
  const all = total(() => true)
  const sums = new Map<string, number>()
  const factor = (row: number) => {
    const key = `${values[row]}/${y[row]}`
    const known = sums.get(key) ?? (total((one) => values[one] === values[row]) * total((one) => y[one] === y[row])) / (all * total((one) => values[one] === values[row] && y[one] === y[row]))
    sums.set(key, known)
    return known
  }
  return Float64Array.from(values, (_, row) => own(row) * factor(row))
}
