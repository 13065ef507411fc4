import type { Goal, Medal, Metric } from '../../core/quest/schema.ts'
import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import { Icon } from '../../kit/icon.tsx'
import { Meter } from '../../kit/meter.tsx'
import type { QuestSession } from '../game.ts'
import { useActions } from '../game.ts'
import { common } from '../words/en.ts'
import { debrief as words, verify } from '../words/en-quest.ts'
import { formatFigure } from './figures.ts'
import { goalLadder } from './goal-words.ts'
import { MedalSign } from './medal-sign.tsx'

/** The learner beside the published scores and the reference, goal by goal, with a bar for how good each is. */
export function ComparisonTable({ session }: { session: QuestSession }) {
  const { quest, comparison, job } = session
  const { compare } = useActions()
  if (quest.debrief.compare.length === 0) return null
  const goals = quest.verify.goals.map(goal => ({ goal, metric: quest.verify.metrics.find(one => one.id === goal.metric) }))
  return (
    <section className="card debrief-part" aria-labelledby="comparison-heading">
      <h3 id="comparison-heading"><Icon name="bars" />{words.compare}</h3>
      {!comparison && job && <output><p>{words.compareWait}</p><Meter label={words.compareWait} share={job.progress.done} tone="blue" progress /></output>}
      {!comparison && !job && <div><Button icon="refresh" onClick={() => void compare()}>{words.compareAgain}</Button></div>}
      {comparison && (
        <>
          <p>{words.compareIntro}</p>
          {/* Wide tables scroll in their own box, by keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className="table-scroll" tabIndex={0} aria-label={verify.tableOf(words.compare)}>
            <table className="comparison">
              <thead>
                <tr>
                  <th scope="col">{words.who}</th>
                  <th scope="col">{words.medal}</th>
                  {goals.map(({ goal, metric }) => <th key={goal.metric} scope="col">{metric?.label ?? goal.metric}</th>)}
                </tr>
              </thead>
              <tbody>
                {comparison.map(one => (
                  <tr key={one.id} className={one.id === 'learner' ? 'comparison-you' : undefined}>
                    <th scope="row">{one.title}</th>
                    <td><MedalCell medal={one.medal} /></td>
                    {goals.map(({ goal, metric }) => <td key={goal.metric}><FigureBar goal={goal} metric={metric} value={one.metrics[goal.metric] ?? null} /></td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  )
}

function MedalCell({ medal }: { medal: string }) {
  const known = medal in common.medalShort ? (medal as Medal) : 'none'
  return <span className="comparison-medal"><MedalSign medal={known} size={1.5} decorative />{common.medalShort[known]}</span>
}

function FigureBar({ goal, metric, value }: { goal: Goal; metric: Metric | undefined; value: number | null }) {
  const { at } = goalLadder(goal, value)
  return (
    <div className="figure-bar">
      <span>{formatFigure(value, metric?.format)}</span>
      <div aria-hidden="true"><div style={{ width: `${(at ?? 0) * 100}%` }} /></div>
    </div>
  )
}
