import { useEffect, useRef } from 'react'
import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import { Icon } from '../../kit/icon.tsx'
import { Markdown } from '../../kit/markdown.tsx'
import { Note } from '../../kit/note.tsx'
import { InlineMarkdown } from '../../kit/markdown.tsx'
import type { QuestSession } from '../game.ts'
import { useActions, useReadOnly } from '../game.ts'
import { debrief as words } from '../words/en-quest.ts'
import { CheckQuestions } from './check-questions.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import './debrief.css'
import { EffectList } from './effect-list.tsx'
import { MedalSign } from './medal-sign.tsx'
import { SourceList } from './source-list.tsx'
import { StageHeading } from './stage-heading.tsx'

/** What was learned: in words, in figures side by side, in four questions, and in a task for one's own ward. */
export function DebriefStage({ session }: { session: QuestSession }) {
  const { quest, context } = session
  useComparison(session)
  return (
    <div className="debrief">
      <section className="card debrief-words">
        <div className="debrief-head">
          <MedalSign medal={context.best} size={4} />
          <div>
            <StageHeading>{words.heading}</StageHeading>
            <p><InlineMarkdown text={quest.story.win} /></p>
          </div>
        </div>
        <Markdown text={quest.debrief.md} headingLevel={3} />
      </section>
      <ComparisonTable session={session} />
      <CheckQuestions session={session} />
      <div className="debrief-two">
        <section className="card debrief-part" aria-labelledby="transfer-heading">
          <h3 id="transfer-heading"><Icon name="flag" />{words.transfer}</h3>
          <Markdown text={quest.debrief.transfer} headingLevel={4} />
        </section>
        <section className="card debrief-part" aria-labelledby="effects-heading">
          <h3 id="effects-heading"><Icon name="revolving-door" />{words.effects}</h3>
          <EffectList quest={quest} best={context.best} />
        </section>
      </div>
      <section className="card debrief-part"><SourceList keys={quest.debrief.cite} heading /></section>
      <Finish session={session} />
    </div>
  )
}

/** Asks once for the side-by-side figures when they are not there yet. */
function useComparison(session: QuestSession) {
  const { compare } = useActions()
  const asked = useRef(false)
  const wanted = session.comparison === null && session.job === null && session.quest.debrief.compare.length > 0
  useEffect(() => {
    if (!wanted || asked.current) return
    asked.current = true
    void compare()
  }, [wanted, compare])
}

function Finish({ session }: { session: QuestSession }) {
  const { tell, leaveQuest, go, play } = useActions()
  const readOnly = useReadOnly()
  const { quest, context, state } = session
  const answered = quest.check.every((_, question) => question in context.answers)
  if (state === 'done') {
    return (
      <section className="debrief-finish">
        <Note tone="good">{words.finished}</Note>
        <Button look="primary" icon="back" onClick={leaveQuest}>{words.backToFloor}</Button>
        <Button icon="book" onClick={() => go({ at: 'journal' })}>{words.journal}</Button>
      </section>
    )
  }
  const finish = () => {
    if (!readOnly) play('finished')
    tell({ type: 'quest.completed' })
  }
  return (
    <section className="debrief-finish">
      <Button look="primary" icon="check" disabled={!answered} aria-describedby={answered ? undefined : 'finish-first'} onClick={finish}>{words.finish}</Button>
      {!answered && <p id="finish-first" className="field-help">{words.finishFirst}</p>}
    </section>
  )
}
