import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { InlineMarkdown } from '../../kit/markdown.tsx'
import { DialoguePanel } from '../dialogue-panel.tsx'
import type { QuestSession } from '../game.ts'
import { useActions } from '../game.ts'
import { dialogue } from '../words/en-hospital.ts'
import { brief } from '../words/en-quest.ts'

/** Somebody asks for help, in their own words, and says what hangs on it. */
export function BriefStage({ session }: { session: QuestSession }) {
  const { tell, leaveQuest } = useActions()
  const { quest, state, context } = session
  const offered = state === 'offered'
  const accept = () => {
    tell({ type: 'quest.accepted' })
    tell({ type: 'stage.entered', stage: 'learn' })
  }
  return (
    <div className="brief">
      <p className="brief-line"><InlineMarkdown text={quest.story.brief} /></p>
      <DialoguePanel
        person={{ ...quest.npc, department: quest.place.department }}
        lines={quest.story.dialogue}
        after={<Stake session={session} />}
        {...(offered ? { onLeave: leaveQuest } : {})}
      >
        {offered
          ? (
              <>
                <Button look="primary" icon="check" onClick={accept}>{brief.accept}</Button>
                <Button onClick={leaveQuest}>{brief.later}</Button>
              </>
            )
          : (
              <Button look="primary" iconAfter="next" onClick={() => tell({ type: 'stage.entered', stage: context.reached === 'brief' ? 'learn' : context.reached })}>
                {context.reached === 'brief' ? brief.start : brief.goOn}
              </Button>
            )}
      </DialoguePanel>
    </div>
  )
}

function Stake({ session: { quest } }: { session: QuestSession }) {
  return (
    <>
      <section className="dialogue-stake">
        <h3>{brief.stake}</h3>
        <p><InlineMarkdown text={quest.story.stake} /></p>
      </section>
      <p className="dialogue-facts">
        <span><Icon name="clock" size={1} />{dialogue.minutes(quest.minutes)}</span>
        <span><Icon name="star" size={1} />{dialogue.difficulty(quest.difficulty)}</span>
      </p>
    </>
  )
}
