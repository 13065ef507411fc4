import type { Metric } from '../../core/quest/schema.ts'
import { useBench } from './bench-context.ts'

/** The learner's own test figures: what they would believe if they did not verify. */
export function TestFigures() {
  const { report, quest } = useBench()
  const figures = quest.verify.metrics.flatMap(metric => {
    const value = report?.metrics[metric.id]
    return value === undefined || value === null ? [] : [{ metric, value }]
  })
  if (figures.length === 0) return null
  return (
    <dl className="bench-figures" aria-label="Your own test">
      {figures.map(({ metric, value }) => (
        <div key={metric.id}><dt>{metric.label}</dt><dd>{figure(metric, value)}</dd></div>
      ))}
    </dl>
  )
}

export function figure(metric: Pick<Metric, 'format'>, value: number): string {
  switch (metric.format) {
    case 'percent': return `${(value * 100).toFixed(1)}%`
    case 'count': return Math.round(value).toLocaleString('en-GB')
    case 'ms': return `${Math.round(value)} ms`
    case 'minutes': return `${value.toFixed(1)} min`
    case 'decimal': return value.toFixed(1)
    case 'number': return value.toFixed(3)
  }
}
