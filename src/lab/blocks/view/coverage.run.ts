import type { View } from '../../../core/verdict.ts'
import type { Block } from '../../graph/block.ts'
import { columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { coverage } from '../../ml/quantiles.ts'
import { percent } from '../say.ts'
import { coverageSpec } from './coverage.ts'
import { coverageViews, forecastAt } from './coverage-pictures.ts'

export const coverageView: Block = {
  ...coverageSpec,
  fit(inputs, context) {
    const { test, levels } = take(inputs, 'from', 'Quantiles')
    const { quantile: q, by } = paramsOf(coverageSpec, context)
    if (by !== '' && !columnOf(test.table, by)) context.problem(`There is no column "${by}" in this table. Choose another one, or none.`, 'no-column')
    const held = coverage(test.y, forecastAt(test, levels, q))
    if (held === null) return context.problem('Nobody knows yet what came of these rows, so there is nothing to hold the forecast against.', 'no-outcome')
    const facts = [`the ${Math.round(q * 100)}th of 100 held ${percent(held)} of the test`]
    return { outputs: {}, state: { views: coverageViews(test, levels, { q, by }), facts } }
  },
  report(_, __, state) {
    const { views, facts } = state as { views: View[]; facts: string[] }
    return { rows: null, columns: null, facts, views }
  },
}
