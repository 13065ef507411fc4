import { figureText } from '../../core/quest/figure-text.ts'
import type { Metric } from '../../core/quest/schema.ts'
import { ViewChart } from '../../kit/charts/view-chart.tsx'
import { Icon } from '../../kit/icon.tsx'
import { useMapping } from './mapping-context.ts'
import { words } from './words.ts'

/** The last run over the whole feed, and, live, which elements are wrong most. */
export function ResultsPanel() {
  const { report, quest, sides } = useMapping()
  return (
    <div className="mapping-results">
      {report
        ? (
            <>
              {report.problems.length > 0 && (
                <section className="mapping-problems">
                  <h3><Icon name="warning" /> {words.mend}</h3>
                  <ul>{report.problems.map(({ node, code, say }) => <li key={`${node} ${code} ${say}`}>{say}</li>)}</ul>
                </section>
              )}
              <section>
                <h3>{sides.words.figures}</h3>
                <dl className="mapping-figures">
                  {quest.verify.metrics.map(metric => <div key={metric.id}><dt>{metric.label}</dt><dd>{figure(metric, report.metrics[metric.id] ?? null)}</dd></div>)}
                </dl>
              </section>
              <div className="mapping-views">
                {report.nodes.flatMap(({ node, views }) => views.map(view => <ViewChart key={`${node} ${'title' in view ? view.title : view.view}`} view={view} />))}
              </div>
            </>
          )
        : <p className="mapping-quiet">{sides.words.noReport}</p>}
      <Overview />
    </div>
  )
}

const MOST = 12

/** A bar for every element that is wrong; a click leads to its row. */
function Overview() {
  const { live, sides, goToPath } = useMapping()
  const most = live.wrongPaths[0]?.n ?? 1
  if (live.wrongPaths.length === 0) return null
  return (
    <section className="mapping-overview">
      <h3>{words.overview}</h3>
      <p>{sides.words.overviewSay}</p>
      <ul>
        {live.wrongPaths.slice(0, MOST).map(({ path, n }) => (
          <li key={path}>
            <button type="button" onClick={() => goToPath(path)}>
              <code>{path}</code>
              <span className="mapping-bar" style={{ width: `${Math.max(4, (100 * n) / most)}%` }} aria-hidden="true" />
              <span>{words.times(n)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function figure({ format }: Metric, value: number | null): string {
  return value === null ? '–' : figureText(value, format)
}
