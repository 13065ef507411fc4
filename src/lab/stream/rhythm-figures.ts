/** What can be measured on a window of a patch: one name for each figure, the same wherever it is spoken of. */
import { heartRate, intervalsOf, pnn50, rmssd, turningPoints } from '../signal/intervals.ts'
import type { PatchBeats } from '../signal/patch-beats.ts'

export const QUALITY_FIGURES = {
  sqi: { label: 'How much the beats look alike', unit: '0 to 1' },
} as const

export const RR_FIGURES = {
  hr: { label: 'Heart rate', unit: 'beats a minute' },
  rmssdShare: { label: 'Change from beat to beat, as a share of the mean (RMSSD/mean)', unit: '0 to 1' },
  pnn50: { label: 'Changes of more than 50 ms (pNN50)', unit: '0 to 1' },
  turning: { label: 'Turning points', unit: '0 to 1' },
} as const

export const RHYTHM_FIGURES = { ...QUALITY_FIGURES, ...RR_FIGURES } as const

export type RhythmFigure = keyof typeof RHYTHM_FIGURES

/** Mean likeness of the beats of a window; 0 where fewer than three were found. */
export function qualityOf({ alike }: PatchBeats): number {
  if (alike.length < 3) return 0
  let sum = 0
  for (const one of alike) sum += one
  return sum / alike.length
}

/** In the order of `RR_FIGURES`; NaN with fewer beats than `least`. */
export function rrFiguresOf({ at }: PatchBeats, least: number): [hr: number, rmssdShare: number, pnn50: number, turning: number] {
  if (at.length < least) return [Number.NaN, Number.NaN, Number.NaN, Number.NaN]
  const times = intervalsOf(at)
  const hr = heartRate(times)
  return [hr, (rmssd(times) / 1000) * (hr / 60), pnn50(times), turningPoints(times)]
}
