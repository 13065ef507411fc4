/** Where an hourly value reads columns of the stay and other hourly values. */
import { type Formula, formulasOf, readFormula } from '../synthetic/formulas.ts'
import type { HourlyDraw } from './stream-spec.ts'

/** Formulas of an hourly value with their places; that of `missing` may read the value itself, and is not among them. */
export function hourlyFormulas(draw: HourlyDraw): Formula[] {
  const texts = (names: readonly string[]) => names.flatMap((name): Formula[] => {
    const text = (draw as Record<string, unknown>)[name]
    return typeof text === 'string' ? [{ path: [name], text }] : []
  })
  switch (draw.draw) {
    case 'walk': return texts(['mean', 'noise', 'keep'])
    case 'ramp': return texts(['over', 'height', 'fade'])
    case 'spell': return texts(['perDay'])
    default: {
      const { missing: _, ...rest } = draw
      return formulasOf(rest)
    }
  }
}

export function missingFormula({ missing }: HourlyDraw): Formula[] {
  return typeof missing === 'string' ? [{ path: ['missing'], text: missing }] : []
}

/** Every column that is named, once. */
export function namesIn(formulas: readonly Formula[]): string[] {
  return [...new Set(formulas.flatMap(({ text }) => {
    const read = readFormula(text)
    return read.ok ? read.names : []
  }))]
}
