import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { YearDetail } from '../../lab/governance/year-detail.ts'
import { words } from './words.ts'

/** The year's figures against what gold asks for, with what it cost in hours and in trust. */
export function Ledger({ quest, metrics, detail: { ledger } }: { quest: Quest; metrics: Readonly<Record<string, number | null>>; detail: YearDetail }) {
  const rows = quest.verify.goals.flatMap((goal) => {
    const metric = quest.verify.metrics.find(({ id }) => id === goal.metric)
    const value = metrics[goal.metric]
    return metric && value !== undefined && value !== null ? [{ goal, metric, value }] : []
  })
  return (
    <section aria-label={words.ledger}>
      <h3 className="board-heading">{words.ledger}</h3>
      <dl className="board-ledger">
        {rows.map(({ goal, metric, value }) => {
          const good = goal.op === '>=' ? value >= goal.gold : value <= goal.gold
          const gold = goal.op === '>=' ? words.atLeast(figure(metric, goal.gold)) : words.atMost(figure(metric, goal.gold))
          return (
            <div key={metric.id} className={good ? 'board-good' : 'board-open'}>
              <dt>{metric.label}</dt>
              <dd><strong><span aria-hidden="true">{good ? '✓ ' : '! '}</span>{figure(metric, value)}</strong><small>{words.goal(gold)}</small></dd>
            </div>
          )
        })}
        <div><dt>{words.trust}</dt><dd><strong>{Math.round(ledger.trust.at(-1) ?? 0)}</strong></dd></div>
        <div><dt>{words.hours}</dt><dd><strong>{ledger.hours}</strong></dd></div>
      </dl>
    </section>
  )
}

function figure({ format }: Pick<Metric, 'format'>, value: number): string {
  return format === 'percent' ? `${Math.round(value * 100)}%` : String(Math.round(value * 10) / 10)
}
