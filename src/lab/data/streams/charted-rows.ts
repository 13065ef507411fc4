/** Which hours somebody writes down: every few hours, and every hour while a formula says so. */
import type { Table } from '../../graph/ports.ts'
import { columnOf, takeNumbers } from '../../graph/table.ts'
import type { Amount } from '../synthetic/spec.ts'
import type { DrawnStays } from './draw-stays.ts'
import type { Hours } from './hourly-ways.ts'
import type { StreamSpec } from './stream-spec.ts'

type Amounts = (table: Table, amount: Amount, path: readonly PropertyKey[]) => Float64Array

/** The first hour of a stay is always charted. */
export function chartedRows({ chart, hourly }: StreamSpec, { stay, hour, rows }: Hours, table: Table, amounts: Amounts): Pick<DrawnStays, 'from' | 'hour' | 'charted'> {
  const every = amounts(table, chart.every, ['chart', 'every'])
  const closely = chart.hourlyWhen === undefined ? null : amounts(table, chart.hourlyWhen, ['chart', 'hourlyWhen'])
  const [kept, from] = [[] as number[], [] as number[]]
  let next = 0
  for (let row = 0; row < rows; row++) {
    if (hour[row] === 0) {
      from[stay[row] as number] = kept.length
      next = 0
    }
    if ((hour[row] as number) < next) continue
    kept.push(row)
    next = (hour[row] as number) + ((closely?.[row] || 0) === 0 ? Math.max(1, Math.round(every[row] as number) || 1) : 1)
  }
  const charted = Object.entries(hourly).flatMap(([name, { latent }]) => {
    const column = columnOf(table, name)
    return latent || column?.kind !== 'number' ? [] : [[name, takeNumbers(column.values, kept)] as const]
  })
  return { from: Int32Array.from([...from, kept.length]), hour: takeNumbers(hour, kept), charted: Object.fromEntries(charted) }
}
