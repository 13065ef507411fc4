import { figureText } from '../../core/quest/figure-text.ts'
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
        <div key={metric.id}><dt>{metric.label}</dt><dd>{figureText(value, metric.format)}</dd></div>
      ))}
    </dl>
  )
}
