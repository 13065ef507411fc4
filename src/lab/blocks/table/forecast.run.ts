import type { Block } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { forecastAt } from '../view/coverage-pictures.ts'
import { forecastSpec } from './forecast.ts'
import { reportColumn, withColumn } from './with-column.ts'

/** What was learnt is frozen in the forecast that comes in: hidden rows are asked in the same way. */
export const forecast: Block = {
  ...forecastSpec,
  fit(inputs, context) {
    const table = take(inputs, 'table', 'Table')
    const quantiles = take(inputs, 'forecast', 'Quantiles')
    const { quantile: q, as } = paramsOf(forecastSpec, context)
    const said = quantiles.foretell(table)
    const values = forecastAt(said, quantiles.levels, q)
    const byId = new Map(said.ids.map((id, row) => [id, values[row] as number]))
    return { outputs: { table: withColumn(table, as, Float64Array.from(table.ids, (id) => byId.get(id) ?? Number.NaN), context) }, state: null }
  },
  report: (_, outputs) => reportColumn(take(outputs, 'table', 'Table')),
}
