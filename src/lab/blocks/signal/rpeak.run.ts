import type { Block, RunContext } from '../../graph/block.ts'
import type { Signal, Windows } from '../../graph/ports.ts'
import { headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { findBeats } from '../../signal/pan-tompkins.ts'
import { countOf } from '../say.ts'
import { rpeakSpec } from './rpeak.ts'
import { sampleRows, stripOf, stripsView, TICK_EVERY } from './strips.ts'

export const rpeak: Block = {
  ...rpeakSpec,
  fit(inputs, context) {
    return { outputs: { windows: withBeats(take(inputs, 'signal', 'Signal'), context) }, state: null }
  },
  report(_, outputs) {
    const { signal, table, beats } = take(outputs, 'windows', 'Windows')
    const all = beats.reduce((sum, found) => sum + found.length, 0)
    return {
      rows: table.ids.length,
      columns: null,
      facts: [countOf(all, 'beat'), `${Math.round(all / Math.max(1, beats.length))} on a strip`],
      head: headOf(table),
      views: [stripsView('Beats that were found', sampleRows(table).map((row) => stripOf(signal, row, { beats: beats[row] })))],
    }
  },
}

function withBeats(signal: Signal, context: RunContext): Windows {
  if (signal.subject !== 'ecg') context.problem('This detector knows the ECG only.', 'wrong-subject')
  const { refractory } = paramsOf(rpeakSpec, context)
  const beats = signal.traces.map((trace, row) => {
    if (row % TICK_EVERY === 0) context.tick(row / signal.traces.length)
    return findBeats(trace, signal.rate, refractory / 1000)
  })
  return { type: 'Windows', signal, table: signal.table, beats }
}
