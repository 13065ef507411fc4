import type { Metric } from '../../core/quest/schema.ts'
import { ViewChart } from '../../kit/charts/view-chart.tsx'
import { Icon } from '../../kit/icon.tsx'
import { useAnnotate } from './annotate-context.ts'
import { words } from './words.ts'

/** The last run over all visible records. */
export function ResultsPanel() {
  const { report, quest, release, terms } = useAnnotate()
  if (!report) return <p className="annot-quiet annot-side">{words.noReport}</p>
  const views = report.nodes.flatMap(({ node, views: own }) => own.map(view => ({ node, view })))
  return (
    <div className="annot-side annot-results">
      {report.problems.length > 0 && (
        <section className="annot-problems">
          <h3><Icon name="warning" /> {words.mend}</h3>
          <ul>{report.problems.map(({ node, code, say }) => <li key={`${node} ${code} ${say}`}>{say}</li>)}</ul>
        </section>
      )}
      <section>
        <h3>{words.figures}</h3>
        <p className="annot-quiet">{terms.figuresHelp}</p>
        <dl className="annot-figures">
          {quest.verify.metrics.map(metric => <div key={metric.id}><dt>{metric.label}</dt><dd>{figure(metric, report.metrics[metric.id] ?? null)}</dd></div>)}
        </dl>
      </section>
      {/* The last count of marks and, in a release, the notes as they would leave; the steps before say less. */}
      <div className="annot-views">{views.slice(release ? -2 : -1).map(({ node, view }) => <ViewChart key={node} view={view} />)}</div>
    </div>
  )
}

function figure({ format }: Metric, value: number | null): string {
  if (value === null) return '–'
  return format === 'percent' ? `${Math.round(value * 1000) / 10}%` : String(Math.round(value * 1000) / 1000)
}
