import type { View } from '../../../core/verdict.ts'
import { answersIn } from '../../decision-table/answers.ts'
import { crossTable } from '../../decision-table/cross-table.ts'
import type { Block } from '../../graph/block.ts'
import type { Rulings } from '../../graph/ports.ts'
import { columnOf, metaOf } from '../../graph/table.ts'
import { take } from '../../graph/take.ts'
import { countOf } from '../say.ts'
import { rulingsSinkSpec } from './rulings.ts'

export const rulingsSink: Block = {
  ...rulingsSinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: take(inputs, 'rulings', 'Rulings') } }, state: null }
  },
  report(inputs) {
    const rulings = take(inputs, 'rulings', 'Rulings')
    return {
      rows: rulings.rulings.length,
      columns: null,
      facts: [countOf(rulings.rulings.length, 'ruling'), `${rulings.rulings.filter(({ hits }) => hits.length === 0).length} cases without one`],
      views: rulings.outputs.map((output) => saidView(rulings, output)),
    }
  },
}

/** Against what should have been said, where past cases tell; else how often each answer was given. */
function saidView({ cases, rulings }: Rulings, output: string): View {
  const truth = columnOf(cases, output)
  const label = metaOf(cases, output)?.label ?? output
  if (truth) return crossTable(`${label}: what your rules say`, rulings.map(({ outcome }, row) => ({ given: outcome[output] ?? [], wanted: answersIn(truth.values[row]) })))
  const counts = new Map<string, number>()
  for (const { outcome } of rulings) for (const said of outcome[output] ?? []) counts.set(said, (counts.get(said) ?? 0) + 1)
  return { view: 'bars', title: `${label}: what your rules say`, say: 'How often each answer is given.', unit: 'cases', rows: [...counts].map(([said, value]) => ({ label: said, value })) }
}
