import type { Goal, Metric, Quest } from '../../core/quest/schema.ts'
import type { GoalResult, VerdictSummary } from '../../core/verdict.ts'
import '../../kit/card.css'
import { Icon } from '../../kit/icon.tsx'
import { VisuallyHidden } from '../../kit/visually-hidden.tsx'
import { common } from '../words/en.ts'
import { goals as goalWords, verify as words } from '../words/en-quest.ts'
import { formatFigure } from './figures.ts'
import { goalLadder, missingWords, thresholdWords } from './goal-words.ts'
import { MedalSign } from './medal-sign.tsx'

/** Each goal with its value, its ladder of medals and how far it is to the next. */
export function GoalList({ quest, summary }: { quest: Quest; summary: VerdictSummary }) {
  if (summary.goals.length === 0) return null
  return (
    <section className="card verdict-section" aria-labelledby="goal-list-heading">
      <h3 id="goal-list-heading">{words.goals}</h3>
      <ul className="goal-list">
        {summary.goals.map(result => {
          const goal = quest.verify.goals.find(one => one.metric === result.metric)
          const metric = quest.verify.metrics.find(one => one.id === result.metric)
          return goal && <GoalRow key={result.metric} goal={goal} metric={metric} result={result} />
        })}
      </ul>
    </section>
  )
}

function GoalRow({ goal, metric, result }: { goal: Goal; metric: Metric | undefined; result: GoalResult }) {
  const format = metric?.format ?? 'number'
  const missed = result.reached === 'none'
  return (
    <li className={missed ? 'goal-row goal-missed' : 'goal-row'} data-reached={result.reached}>
      <div className="goal-name">
        <h4>{metric?.label ?? goal.metric}</h4>
        <p className={missed ? 'goal-state goal-state-bad' : 'goal-state'}>
          {missed ? <Icon name="cross" size={1} /> : <MedalSign medal={result.reached} size={1.25} decorative />}
          {goalWords.reached[result.reached]}
        </p>
      </div>
      <p className={result.value === null ? 'goal-value goal-unmeasured' : 'goal-value'}>{formatFigure(result.value, format)}</p>
      <div className="goal-far">
        <Ladder goal={goal} result={result} format={format} />
        <p>{missingWords(result, format)}</p>
      </div>
    </li>
  )
}

function Ladder({ goal, result, format }: { goal: Goal; result: GoalResult; format: Metric['format'] }) {
  const { marks, at } = goalLadder(goal, result.value)
  return (
    <div className="ladder">
      <div className="ladder-track">{at !== null && <div className="ladder-fill" style={{ width: `${at * 100}%` }} />}</div>
      {marks.map(mark => (
        <div key={mark.medal} className={`ladder-mark medal-${mark.medal}`} data-reached={mark.reached} style={{ left: `${mark.at * 100}%` }}>
          <span className="ladder-dot" aria-hidden="true">{mark.reached && <Icon name="check" size={0.625} />}</span>
          <VisuallyHidden>
            {common.medals[mark.medal]}: {thresholdWords(goal.op, mark.value, format)}.
          </VisuallyHidden>
        </div>
      ))}
    </div>
  )
}
