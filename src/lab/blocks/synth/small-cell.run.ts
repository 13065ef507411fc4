import type { Block } from '../../graph/block.ts'
import { columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { withoutSmallCells } from '../../synth/small-cells.ts'
import { countOf } from '../say.ts'
import { reportSynthetic } from './generate.run.ts'
import { smallCellSpec } from './small-cell.ts'

interface State {
  blanked: number
  dropped: number
}

/** It looks at invented people only: that costs nothing of the budget. */
export const smallCell: Block = {
  ...smallCellSpec,
  fit(inputs, context) {
    const synthetic = take(inputs, 'synthetic', 'Synthetic')
    const params = paramsOf(smallCellSpec, context)
    const lacking = params.columns.find((name) => !columnOf(synthetic.table, name))
    if (lacking !== undefined) context.problem(`Invented people have no column "${lacking}". Choose columns that were made.`, 'no-column')
    const { table, ...state } = withoutSmallCells(synthetic.table, params)
    if (table.ids.length === 0) context.problem('Nobody is left: every cell is small. Choose fewer columns, or fewer people for a cell.', 'empty')
    return { outputs: { synthetic: { ...synthetic, table } }, state }
  },
  report(_, outputs, state) {
    const { blanked, dropped } = state as State
    const shown = reportSynthetic(take(outputs, 'synthetic', 'Synthetic'))
    return { ...shown, facts: [`${countOf(blanked, 'row')} told less exactly`, `${countOf(dropped, 'row')} left out`, ...shown.facts] }
  },
}
