import { evaluate } from '../../graph/bind-expr.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { Table } from '../../graph/ports.ts'
import { columnOf, headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { logRatio, plainZ, robustZ } from '../../ml/outliers.ts'
import { numbersView } from '../distribution.ts'
import { countOf, rowsOf } from '../say.ts'
import { reading } from '../table/reading.ts'
import { withColumn } from '../table/with-column.ts'
import { outlierSpec, peersSpec } from './outlier.ts'

export const outlier: Block = {
  ...outlierSpec,
  fit(inputs, context) {
    const { value, per, as } = paramsOf(outlierSpec, context)
    return { outputs: { table: withDistance(take(inputs, 'table', 'Table'), { value, per, as, peers: [], least: 2, distance: plainZ }, context) }, state: null }
  },
  report: (_, outputs) => reportDistance(take(outputs, 'table', 'Table')),
}

export const peers: Block = {
  ...peersSpec,
  fit(inputs, context) {
    const { measure, ...rest } = paramsOf(peersSpec, context)
    return { outputs: { table: withDistance(take(inputs, 'table', 'Table'), { ...rest, distance: measure === 'log-ratio' ? logRatio : robustZ }, context) }, state: null }
  },
  report: (_, outputs) => reportDistance(take(outputs, 'table', 'Table')),
}

interface Asked {
  value: string
  per: string
  as: string
  peers: readonly string[]
  least: number
  distance: (like: readonly number[]) => (value: number) => number
}

/** Nothing is learnt: everybody is compared with those of the same table, past or hidden. */
function withDistance(table: Table, { value, per, as, peers: alikeIn, least, distance }: Asked, context: RunContext): Table {
  const values = reading(context, value, () => evaluate(value, table))
  const ofRow = unitsOf(table, per === '' ? [] : [per], context)
  const groupOfRow = unitsOf(table, alikeIn, context)
  const units = new Map<string, { group: string; sum: number; n: number }>()
  const unitOf = (row: number) => `${groupOfRow(row)}\n${per === '' ? row : ofRow(row)}`
  for (let row = 0; row < values.length; row++) {
    const unit = units.get(unitOf(row)) ?? { group: groupOfRow(row), sum: 0, n: 0 }
    units.set(unitOf(row), unit)
    if (Number.isNaN(values[row])) continue
    unit.sum += values[row] as number
    unit.n++
  }
  const groups = new Map<string, number[]>()
  for (const { group, sum, n } of units.values()) {
    if (n === 0) continue
    const like = groups.get(group)
    if (like) like.push(sum / n)
    else groups.set(group, [sum / n])
  }
  const measures = new Map([...groups].map(([group, like]) => [group, like.length < least ? () => Number.NaN : distance(like)] as const))
  const distances = new Map([...units].map(([unit, { group, sum, n }]) => [unit, n === 0 ? Number.NaN : (measures.get(group)?.(sum / n) ?? Number.NaN)] as const))
  return withColumn(table, as, Float64Array.from(values, (_, row) => distances.get(unitOf(row)) ?? Number.NaN), context)
}

function unitsOf(table: Table, names: readonly string[], context: RunContext): (row: number) => string {
  const columns = names.map((name) => columnOf(table, name) ?? context.problem(`There is no column "${name}" in this table. Choose another one.`, 'no-column'))
  return (row) => columns.map(({ values }) => String(values[row])).join('\t')
}

function reportDistance(table: Table): ReturnType<NonNullable<Block['report']>> {
  const made = table.meta.at(-1)
  const column = made && columnOf(table, made.name)
  const view = made && column?.kind === 'number' ? numbersView(made.name, `Distance (${made.name})`, column.values) : null
  const alone = column?.kind === 'number' ? column.values.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0) : 0
  return {
    rows: table.ids.length, columns: table.meta.length,
    facts: [rowsOf(table), ...(alone > 0 ? [`${countOf(alone, 'row')} with nobody to compare with`] : [])],
    head: headOf(table), views: view ? [view] : [],
  }
}
