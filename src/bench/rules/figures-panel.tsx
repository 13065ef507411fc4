import { figureText } from '../../core/quest/figure-text.ts'
import type { Metric } from '../../core/quest/schema.ts'
import type { RunReport } from '../../core/verdict.ts'
import { Icon } from '../../kit/icon.tsx'
import { ViewChart } from '../../kit/charts/view-chart.tsx'
import { words } from './words.ts'

/** What the last run found on the past cases: problems first, the learner's own figures, the cards as they are shown. */
export function FiguresPanel({ metrics, report, before }: { metrics: readonly Metric[]; report: RunReport | null; before: string }) {
  if (!report) return <p className="rules-quiet">{before}</p>
  const figures = metrics.flatMap(metric => {
    const value = report.metrics[metric.id]
    return value === undefined || value === null ? [] : [{ metric, value }]
  })
  const shown = report.nodes.flatMap(({ block, views }) => (block.startsWith('data.source') ? [] : views))
  return (
    <div className="rules-figures">
      <h3 className="visually-hidden">{words.tabs.figures}</h3>
      {report.problems.length > 0 && <ul className="rules-problems">{report.problems.map(({ code, say }) => <li key={`${code} ${say}`}><Icon name="warning" size={1} /> {say}</li>)}</ul>}
      <dl>{figures.map(({ metric, value }) => <div key={metric.id}><dt>{metric.label}</dt><dd>{figureText(value, metric.format)}</dd></div>)}</dl>
      {shown.map(view => <ViewChart key={`${view.view} ${'title' in view ? view.title : ''}`} view={view} />)}
    </div>
  )
}
