import type { Exhibit } from '../../../core/verdict.ts'
import type { Block } from '../../graph/block.ts'
import type { Windows } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { alikeness, flatShare, longestGap } from '../../signal/trace-quality.ts'
import { type Figure, measured, reportMeasured } from './measured.ts'
import { signalQualitySpec } from './quality.ts'
import { stripOf, stripsView } from './strips.ts'

const WORDS: Readonly<Record<(typeof signalQualitySpec.adds)[number], Omit<Figure, 'name'>>> = {
  sqi: { label: 'How much the beats look alike', unit: '0 to 1' },
  flat: { label: 'Part of the strip that is flat', unit: '0 to 1' },
  gap: { label: 'Longest time without a beat', unit: 'seconds' },
}
const FIGURES: readonly Figure[] = signalQualitySpec.adds.map((name) => ({ name, ...WORDS[name] }))

export const signalQuality: Block = {
  ...signalQualitySpec,
  fit(inputs, context) {
    const windows = take(inputs, 'windows', 'Windows')
    const { rate, traces, raw = traces } = windows.signal
    const { flatBelow } = paramsOf(signalQualitySpec, context)
    const outputs = measured(windows, FIGURES, context, (row) => {
      const [trace, beats] = [traces[row] as Float32Array, windows.beats[row] as Float64Array]
      // A filter makes noise out of nothing: whether there is a signal is asked of the trace as it came in.
      return [alikeness(trace, rate, beats), flatShare(raw[row] as Float32Array, rate, flatBelow), longestGap(beats, trace.length / rate)]
    })
    return { outputs, state: null }
  },
  report(_, outputs) {
    const windows = take(outputs, 'windows', 'Windows')
    const report = reportMeasured(windows.table, FIGURES)
    return { ...report, views: [stripsView('The least alike, and the most', bestAndWorst(windows)), ...report.views] }
  },
}

function bestAndWorst({ signal, table, beats }: Windows): Exhibit[] {
  const sqi = columnOf(table, 'sqi')
  if (sqi?.kind !== 'number') return []
  const known = [...sqi.values.keys()].filter((row) => !Number.isNaN(sqi.values[row])).sort((a, b) => (sqi.values[a] as number) - (sqi.values[b] as number))
  const rows = [...new Set([known[0], known[Math.floor(known.length / 20)], known.at(-1)])].filter((row) => row !== undefined)
  return rows.map((row) => stripOf({ ...signal, traces: signal.raw ?? signal.traces }, row, { beats: beats[row], more: `alike ${(sqi.values[row] as number).toFixed(2)}` }))
}
