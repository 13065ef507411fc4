/** Puts figures into a quest's own sentences: "{test.auc}", "{sens}". */
import { figureText } from '../core/quest/figure-text.ts'
import type { Metric } from '../core/quest/schema.ts'
import type { Figures } from './harness/harness.ts'

/** Names that belong to no metric stay as they are written. */
export function fillFigures(text: string, metrics: readonly Metric[], deployed: Figures, test: Figures): string {
  return text.replace(/\{(test\.)?([A-Za-z][\w-]*)\}/g, (written, inTest: string | undefined, id: string) => {
    const metric = metrics.find((candidate) => candidate.id === id)
    return metric ? inWords((inTest ? test : deployed)[id] ?? null, metric.format) : written
  })
}

function inWords(value: number | null, format: Metric['format']): string {
  if (value === null) return 'no figure'
  switch (format) {
    case 'percent':
      return `${Math.abs(value) < 0.1 ? Math.round(value * 1000) / 10 : Math.round(value * 100)}%`
    case 'count':
      return String(Math.round(value))
    case 'ms':
      return `${Math.round(value)} ms`
    case 'minutes':
      return `${Math.abs(value) < 100 ? Math.round(value * 10) / 10 : figureText(Math.round(value), 'count')} minutes`
    case 'decimal':
      return figureText(value, 'decimal')
    case 'number':
      return value.toFixed(Math.abs(value) < 0.1 ? 3 : 2)
  }
}
