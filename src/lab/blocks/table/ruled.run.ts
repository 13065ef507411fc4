import { LIST_SEPARATOR } from '../../decision-table/answers.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { Rulings, Table } from '../../graph/ports.ts'
import { headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { rowsOf } from '../say.ts'
import { ruledSpec } from './ruled.ts'
import { withWords } from './with-column.ts'

/** Nothing is learnt: the rules are the same on every row, past or hidden. */
export const ruled: Block = {
  ...ruledSpec,
  fit(inputs, context) {
    const { output, as } = paramsOf(ruledSpec, context)
    return { outputs: { table: besideRows(take(inputs, 'rulings', 'Rulings'), output, as, context) }, state: null }
  },
  report(_, outputs) {
    const table = take(outputs, 'table', 'Table')
    const made = table.meta.at(-1)
    const counts = new Map<string, number>()
    for (const said of (made && table.columns[made.name]?.values) ?? []) counts.set(String(said), (counts.get(String(said)) ?? 0) + 1)
    const rows = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([said, value]) => ({ label: said || 'no row speaks', value }))
    return {
      rows: table.ids.length, columns: table.meta.length, facts: [rowsOf(table), ...rows.slice(0, 2).map(({ label, value }) => `${label}: ${value}`)], head: headOf(table),
      views: [{ view: 'bars', title: `What the rules say (${made?.label ?? ''})`, say: 'Rows by answer.', unit: 'rows', rows }],
    }
  },
}

function besideRows({ cases, rulings, outputs }: Rulings, asked: string, as: string, context: RunContext): Table {
  const output = asked === '' ? outputs[0] : outputs.find((name) => name === asked)
  if (output === undefined) return context.problem(`The rules have no answer "${asked}". They have: ${outputs.join(', ')}.`, 'no-output')
  return withWords(cases, as, rulings.map(({ outcome }) => [...(outcome[output] ?? [])].sort().join(LIST_SEPARATOR)), context)
}
