import { thresholdText } from '../../core/quest/figure-text.ts'
import type { Quest } from '../../core/quest/schema.ts'
import { build as words } from '../words/en-quest.ts'
import { common } from '../words/en.ts'
import './medal-sign.css'

/** What each medal asks for, before anything is judged. */
export function GoalsCard({ quest }: { quest: Quest }) {
  return (
    <section className="goals-card" aria-labelledby="goals-heading">
      <h3 id="goals-heading">{words.goals}</h3>
      <p className="field-help">{words.goalsIntro}</p>
      <ul>
        {quest.verify.goals.map(goal => {
          const metric = quest.verify.metrics.find(one => one.id === goal.metric)
          return (
            <li key={goal.metric}>
              <p>{metric?.label ?? goal.metric}: <span className="goal-way">{goal.op === '>=' ? words.atLeast : words.atMost}</span></p>
              <p className="goal-steps">
                {(['pass', 'silver', 'gold'] as const).map(medal => (
                  <span key={medal} className={`goal-step medal-${medal}`}>
                    <span aria-hidden="true" className="goal-dot" />
                    {common.medalShort[medal]} {thresholdText(goal[medal], metric?.format)}
                  </span>
                ))}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
