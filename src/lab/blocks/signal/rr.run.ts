import type { Block } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { cosen, heartRate, intervalsOf, pnn50, rmssd, turningPoints } from '../../signal/intervals.ts'
import { type Figure, measured, reportMeasured } from './measured.ts'
import { rrSpec } from './rr.ts'

const WORDS: Readonly<Record<(typeof rrSpec.adds)[number], Omit<Figure, 'name'>>> = {
  beats: { label: 'Beats found', unit: 'beats' },
  hr: { label: 'Heart rate', unit: 'beats a minute' },
  rmssd: { label: 'Change from beat to beat (RMSSD)', unit: 'ms' },
  pnn50: { label: 'Changes of more than 50 ms (pNN50)', unit: '0 to 1' },
  turning: { label: 'Turning points', unit: '0 to 1' },
  cosen: { label: 'Disorder (entropy, COSEn)', unit: 'higher is less orderly' },
}
const FIGURES: readonly Figure[] = rrSpec.adds.map((name) => ({ name, ...WORDS[name] }))

export const rr: Block = {
  ...rrSpec,
  fit(inputs, context) {
    const windows = take(inputs, 'windows', 'Windows')
    const { least } = paramsOf(rrSpec, context)
    const outputs = measured(windows, FIGURES, context, (row) => {
      const beats = windows.beats[row] as Float64Array
      const times = intervalsOf(beats.length < least ? [] : beats)
      return [beats.length, heartRate(times), rmssd(times), pnn50(times), turningPoints(times), cosen(times)]
    })
    return { outputs, state: null }
  },
  report: (_, outputs) => reportMeasured(take(outputs, 'table', 'Table'), FIGURES),
}
