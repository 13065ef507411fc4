import type { Stage } from '../../core/log/facts.ts'
import { STAGES, stageRank } from '../../core/quest/stages.ts'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { VisuallyHidden } from '../../kit/visually-hidden.tsx'
import type { QuestSession } from '../game.ts'
import { useActions } from '../game.ts'
import { shell } from '../words/en-quest.ts'

/** The way through the quest. Every stage that was reached can be entered again. */
export function StageNav({ session }: { session: QuestSession }) {
  const { tell } = useActions()
  const { context, stage, state } = session
  const open = (one: Stage) => state !== 'offered' && state !== 'verifying' && stageRank(one) <= stageRank(context.reached)
  return (
    <nav className="stages" aria-label={shell.stageNav}>
      <ol>
        {STAGES.map((one, at) => {
          const isNow = one === stage
          const isDone = stageRank(one) < stageRank(context.reached) || state === 'done'
          return (
            <li key={one}>
              <button
                type="button"
                className={classNames('stage', isNow && 'stage-now', isDone && 'stage-done')}
                disabled={!open(one)}
                {...(isNow ? { 'aria-current': 'step' as const } : {})}
                onClick={() => !isNow && tell({ type: 'stage.entered', stage: one })}
              >
                <span className="stage-number" aria-hidden="true">{isDone && !isNow ? <Icon name="check" size={0.875} /> : at + 1}</span>
                <span className="stage-name">{shell.stages[one]}</span>
                <VisuallyHidden>, {isNow ? shell.stageNow : isDone ? shell.stageDone : shell.stageAhead}</VisuallyHidden>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
