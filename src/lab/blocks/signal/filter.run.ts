import type { Block, RunContext } from '../../graph/block.ts'
import type { Signal } from '../../graph/ports.ts'
import { headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { bandPass } from '../../signal/band-pass.ts'
import { countOf } from '../say.ts'
import { bandPassSpec } from './filter.ts'
import { sampleRows, stripOf, stripsView, TICK_EVERY } from './strips.ts'

export const bandPassFilter: Block = {
  ...bandPassSpec,
  fit(inputs, context) {
    return { outputs: { signal: filtered(take(inputs, 'signal', 'Signal'), context) }, state: paramsOf(bandPassSpec, context) }
  },
  report(inputs, outputs, state) {
    const [before, after] = [take(inputs, 'signal', 'Signal'), take(outputs, 'signal', 'Signal')]
    const { low, high } = state as { low: number; high: number }
    const [row = 0] = sampleRows(after.table)
    return {
      rows: after.table.ids.length,
      columns: null,
      facts: [`${countOf(after.table.ids.length, 'strip')}, ${low} to ${high} Hz`],
      head: headOf(after.table),
      views: [stripsView('What came out, and what came in', [stripOf(after, row, { more: `${low} to ${high} Hz` }), stripOf(before, row, { more: 'as it came in' })])],
    }
  },
}

function filtered(signal: Signal, context: RunContext): Signal {
  const { low, high } = paramsOf(bandPassSpec, context)
  if (low >= high) context.problem(`Nothing is left between ${low} and ${high} Hz: the slowest kept must lie below the fastest.`, 'bad-band')
  if (high >= signal.rate / 2) context.problem(`These strips have ${signal.rate} values a second and can show at most ${signal.rate / 2} swings. Set the fastest kept below that.`, 'bad-band')
  const traces = signal.traces.map((trace, row) => {
    if (row % TICK_EVERY === 0) context.tick(row / signal.traces.length)
    return bandPass(trace, { rate: signal.rate, low, high })
  })
  return { ...signal, traces, raw: signal.raw ?? signal.traces }
}
