import type { Quest } from '../../core/quest/schema.ts'
import type { Verdict } from '../../core/verdict.ts'
import '../../kit/card.css'
import { verify as words } from '../words/en-quest.ts'
import { formatFigure } from './figures.ts'

/** What the learner's own test said, beside what happened on the wards. */
export function TestAndWardTable({ quest, verdict }: { quest: Quest; verdict: Verdict }) {
  return (
    <section className="card verdict-section" aria-labelledby="compare-heading">
      <h3 id="compare-heading">{words.compareHeading}</h3>
      {/* Wide tables scroll in their own box, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={words.tableOf(words.compareHeading)}>
        <table className="figures">
          <thead>
            <tr><th scope="col">{words.colFigure}</th><th scope="col">{words.colTest}</th><th scope="col">{words.colWard}</th></tr>
          </thead>
          <tbody>
            {quest.verify.metrics.map(metric => (
              <tr key={metric.id}>
                <th scope="row">{metric.label}</th>
                <td>{metric.id in verdict.test ? formatFigure(verdict.test[metric.id], metric.format) : '–'}</td>
                <td><strong>{formatFigure(verdict.metrics[metric.id], metric.format)}</strong></td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Hidden sets one by one: a figure that differs much between wards is a figure to doubt. */
export function SetsTable({ quest, verdict }: { quest: Quest; verdict: Verdict }) {
  if (verdict.sets.length === 0) return null
  return (
    <section className="card verdict-section" aria-labelledby="sets-heading">
      <h3 id="sets-heading">{words.setsHeading}</h3>
      {/* Wide tables scroll in their own box, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={words.tableOf(words.setsHeading)}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.colSet}</th>
              <th scope="col">{words.colCount}</th>
              {quest.verify.metrics.map(metric => <th key={metric.id} scope="col">{metric.label}</th>)}
            </tr>
          </thead>
          <tbody>
            {verdict.sets.map(set => (
              <tr key={set.seed}>
                <th scope="row">{set.label}</th>
                <td>{formatFigure(set.n, 'count')}</td>
                {quest.verify.metrics.map(metric => <td key={metric.id}>{formatFigure(set.metrics[metric.id], metric.format)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="field-help">{words.seconds(verdict.ms / 1000)}</p>
    </section>
  )
}
