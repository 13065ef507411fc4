import { useEffect, useRef } from 'react'
import { figureText, thresholdText } from '../../core/quest/figure-text.ts'
import type { Quest } from '../../core/quest/schema.ts'
import type { RunReport, View } from '../../core/verdict.ts'
import { ViewChart } from '../../kit/charts/view-chart.tsx'
import { Meter } from '../../kit/meter.tsx'
import { Note } from '../../kit/note.tsx'
import { blockSpec } from '../../lab/blocks/catalogue.ts'
import { words } from './words.ts'

/** What the last run was like: its figures against the goals, a day to watch, and who waited. */
export function DaysPanel({ quest, report, stale }: { quest: Quest; report: RunReport | null; stale: boolean }) {
  const panel = useRef<HTMLElement>(null)
  const seen = useRef(report)
  // On a phone the days stand below the plan: new ones come up by themselves.
  useEffect(() => {
    if (report && report !== seen.current && (panel.current?.getBoundingClientRect().top ?? 0) > innerHeight * 0.6) panel.current?.scrollIntoView({ block: 'start' })
    seen.current = report
  }, [report])
  const views = lived(report)
  const problems = report?.problems ?? []
  return (
    <section className="ops-days" aria-label={words.days} ref={panel}>
      <h3>{words.days}</h3>
      {problems.length > 0 && <Note tone="warning"><strong>{words.problems}</strong>{problems.map(({ say }) => <p key={say}>{say}</p>)}</Note>}
      {stale && views.length > 0 && <Note tone="info">{words.stale}</Note>}
      {report && views.length > 0 && <Goals quest={quest} metrics={report.metrics} />}
      {views.length > 0
        ? views.map(view => <ViewChart key={`${view.view} ${'title' in view ? view.title : ''}`} view={view} />)
        : problems.length === 0 && <div className="ops-empty"><p>{words.before}</p><p className="ops-help">{words.simulatedHelp}</p></div>}
    </section>
  )
}

/** What blocks that run something showed, what is to be played first. */
function lived(report: RunReport | null): View[] {
  const views = (report?.nodes ?? []).filter(({ block }) => blockSpec(block)?.family === 'operate').flatMap(node => node.views)
  return [...views.filter(({ view }) => view === 'replay'), ...views.filter(({ view }) => view !== 'replay' && view !== 'distribution')]
}

function Goals({ quest, metrics }: { quest: Quest; metrics: RunReport['metrics'] }) {
  return (
    <dl className="ops-meters" aria-label={words.meters}>
      {quest.verify.goals.flatMap((goal) => {
        const metric = quest.verify.metrics.find(({ id }) => id === goal.metric)
        const value = metrics[goal.metric]
        if (!metric || value === undefined || value === null) return []
        const over = goal.op === '<=' ? value > goal.gold : value < goal.gold
        return [
          <div key={goal.metric} className={over ? 'ops-meter ops-over' : 'ops-meter'}>
            <dt>{metric.label}</dt>
            <dd>
              <strong><span aria-hidden="true">{over ? '! ' : '✓ '}</span>{figureText(value, metric.format)}</strong>
              <small>{goal.op === '<=' ? words.limit(thresholdText(goal.gold, metric.format)) : words.least(thresholdText(goal.gold, metric.format))}</small>
              <Meter label={metric.label} share={goal.op === '<=' ? value / (goal.gold * 2) : metric.format === 'percent' ? value : value / goal.gold} text={figureText(value, metric.format)} tone={over ? 'gold' : 'teal'} />
            </dd>
          </div>,
        ]
      })}
    </dl>
  )
}
