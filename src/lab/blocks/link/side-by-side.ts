/** Two records beside each other, field by field. */
import type { Cell, Exhibit, View } from '../../../core/verdict.ts'
import { CLOSE, levelOf, MISSING, SAME } from '../../link/compare.ts'
import { writtenIn } from '../../link/keys.ts'
import { numbersView } from '../distribution.ts'
import type { Table } from '../../graph/ports.ts'
import { metaOf } from '../../graph/table.ts'

/** Columns that a person compares: everything but what nobody knows on the day. */
export function comparedColumns(table: Table): string[] {
  return table.meta.filter(({ role }) => role !== 'truth').map(({ name }) => name)
}

/** @param rows of the table */
export function sideBySide(table: Table, [a, b]: readonly [number, number], caption: string, columns: readonly string[]): Exhibit {
  return {
    kind: 'diff', caption, heads: ['First', 'Second', 'Alike?'],
    rows: columns.map((name) => {
      const values = writtenIn(table, name)
      const [one, other] = [values[a] as string, values[b] as string]
      const level = levelOf('jaro-winkler', one, other)
      const note = level === MISSING ? 'one is missing' : level === CLOSE ? 'nearly' : ''
      return { path: metaOf(table, name)?.label ?? name, wanted: shown(one), got: shown(other), ok: level === SAME, ...(note === '' ? {} : { note }) }
    }),
  }
}

function shown(value: string): Cell {
  return value === '' ? null : value
}

/** A few pairs as a list: both records of a pair below each other, its weight with the first. */
export function pairsView(title: string, table: Table, pairs: readonly { rows: readonly [number, number]; weight: number; say?: string }[]): View {
  const columns = comparedColumns(table).slice(0, 8)
  const written = columns.map((name) => writtenIn(table, name))
  const line = (row: number) => written.map((values) => shown(values[row] as string))
  const spoken = pairs.some(({ say }) => say !== undefined)
  return {
    view: 'rows', title,
    columns: ['Pair', 'Weight', ...(spoken ? ['Really'] : []), ...columns.map((name) => metaOf(table, name)?.label ?? name)],
    rows: pairs.flatMap(({ rows: [a, b], weight, say }, i): Cell[][] => [
      [i + 1, Math.round(weight * 10) / 10, ...(spoken ? [say ?? ''] : []), ...line(a)], ['', '', ...(spoken ? [''] : []), ...line(b)],
    ]),
  }
}

/** How the weights of pairs are spread, with those of one person among them where that is known. */
export function weightsView(label: string, weights: Float64Array, same: Float64Array | null): View | null {
  const view = numbersView('weight', label, weights, same ?? undefined)
  return view?.view === 'distribution' ? { ...view, counts: 'pairs' } : view
}
