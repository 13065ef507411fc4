import { figureText, thresholdText } from '../../core/quest/figure-text.ts'
import type { Quest } from '../../core/quest/schema.ts'
import { Meter } from '../../kit/meter.tsx'
import { words } from './words.ts'

const SHOWN = ['emergencies', 'falseAlarms', 'intentAccuracy', 'correct', 'sourced', 'withstood', 'wrongShown', 'handovers', 'tokens', 'cents', 'p95Ms', 'criticalPresent', 'wrongClaims', 'grade', 'held']

/** What the last run came to, figure by figure that has a goal, and how far costs are from their limits. */
export function LimitMeters({ quest, metrics }: { quest: Quest; metrics: Readonly<Record<string, number | null>> }) {
  const rows = SHOWN.flatMap(fn => quest.verify.metrics.filter(metric => metric.fn === fn && metric.params === undefined)).flatMap((metric) => {
    const value = metrics[metric.id]
    const goal = quest.verify.goals.find(one => one.metric === metric.id)
    return value === undefined || value === null || !goal ? [] : [{ metric, value, goal }]
  })
  return (
    <dl className="desk-meters" aria-label={words.meters}>
      {rows.map(({ metric, value, goal }) => {
        const limit = goal.op === '<=' ? goal.gold : null
        const over = (goal.op === '<=' ? value > goal.gold : value < goal.gold)
        return (
          <div key={metric.id} className={over ? 'desk-meter desk-over' : 'desk-meter'}>
            <dt>{metric.label}</dt>
            <dd>
              <strong><span aria-hidden="true">{over ? '! ' : '✓ '}</span>{figureText(value, metric.format)}</strong>
              <small>{goal.op === '<=' ? words.limit(thresholdText(goal.gold, metric.format)) : words.least(thresholdText(goal.gold, metric.format))}</small>
              {limit !== null && limit > 0.02 && <Meter label={metric.label} share={value / limit} text={figureText(value, metric.format)} tone={over ? 'gold' : 'teal'} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
