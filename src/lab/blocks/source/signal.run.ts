import type { Block } from '../../graph/block.ts'
import { columnOf, headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { sampleRows, secondsOf, stripOf, stripsView } from '../signal/strips.ts'
import { signalSpec } from './signal.ts'

export const signalSource: Block = {
  ...signalSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(signalSpec, context).dataset)
    if (cases.type !== 'Signal') throw new TypeError(`this block brings in traces, and the quest has ${cases.type}`)
    return { outputs: { signal: cases }, state: null }
  },
  report(_, outputs) {
    const signal = take(outputs, 'signal', 'Signal')
    const { table } = signal
    const people = columnOf(table, 'pid')
    return {
      rows: table.ids.length,
      columns: table.meta.length,
      facts: [
        `${countOf(table.ids.length, 'strip')} of ${Math.round(secondsOf(signal))} seconds`,
        ...(people ? [`of ${countOf(new Set(people.values as string[]).size, 'person', 'people')}`] : []),
      ],
      head: headOf(table),
      views: [stripsView('Some of the strips, as they came in', sampleRows(table).map((row) => stripOf(signal, row))), ...distributionsOf(table)],
    }
  },
}
