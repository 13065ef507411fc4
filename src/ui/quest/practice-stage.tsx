import { useEffect, useMemo, useState } from 'react'
import { ruleHolds } from '../../core/logic.ts'
import type { Quest, Solution } from '../../core/quest/schema.ts'
import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import { Icon } from '../../kit/icon.tsx'
import { Markdown } from '../../kit/markdown.tsx'
import { Note } from '../../kit/note.tsx'
import { VisuallyHidden } from '../../kit/visually-hidden.tsx'
import type { QuestSession } from '../game.ts'
import { useActions, useReadOnly } from '../game.ts'
import { practice as words } from '../words/en-quest.ts'
import { BenchView } from './bench-view.tsx'
import './practice.css'
import { practiceFacts } from './practice-facts.ts'
import { StageHeading } from './stage-heading.tsx'

/** Small steps on the real bench. A step passes by itself as soon as its rule holds; asking says what is still missing. */
export function PracticeStage({ session }: { session: QuestSession }) {
  const { quest, context, report } = session
  const { tell, run, play } = useActions()
  const readOnly = useReadOnly()
  const start = useMemo(() => practiceStart(quest), [quest])
  const solution = context.practiceSolution ?? start
  const [ran, setRan] = useState<Solution | null>(null)
  const [failed, setFailed] = useState<number | null>(null)
  const step = quest.practice[context.step]
  const facts = practiceFacts(solution, ran === solution && !session.job ? report : null)
  const holds = step !== undefined && ruleHolds(step.expect, facts)
  useEffect(() => {
    if (!holds || readOnly) return
    tell({ type: 'step.passed', step: context.step })
    play('correct')
  }, [holds, readOnly, context.step, tell, play])
  const ask = () => {
    if (holds) return
    tell({ type: 'step.failed', step: context.step })
    if (readOnly) return
    play('wrong')
    setFailed(context.step)
  }
  const onRun = async () => {
    await run(solution, 'practice')
    setRan(solution)
  }
  return (
    <div className="workbench">
      <section className="guide card">
        <StageHeading>{words.heading}</StageHeading>
        <StepList quest={quest} at={context.step} failed={failed} onAsk={ask} />
        <PracticeFoot done={!step} />
      </section>
      <div className="workbench-bench card">
        <BenchView session={session} stage="practice" solution={solution} onRun={() => void onRun()} highlight={step?.highlight ?? null} />
      </div>
    </div>
  )
}

/** The quest's own start for practice, else what is locked on the build bench: source and sink. */
function practiceStart(quest: Quest): Solution {
  const artefacts = quest.practiceArtefacts ?? quest.build.startArtefacts
  if (quest.practiceStart) return { graph: quest.practiceStart, artefacts }
  return { graph: { nodes: quest.build.start.nodes.filter(node => quest.build.locked.includes(node.id)), edges: [] }, artefacts }
}

function StepList({ quest, at, failed, onAsk }: { quest: Quest; at: number; failed: number | null; onAsk(): void }) {
  return (
    <ol className="steps" aria-label={words.steps}>
      {quest.practice.map((step, n) => (
        <li key={step.say} className={n < at ? 'step step-passed' : n === at ? 'step step-now' : 'step'} {...(n === at ? { 'aria-current': 'step' as const } : {})}>
          <span className="step-sign" aria-hidden="true">{n < at ? <Icon name="check" size={0.875} /> : n + 1}</span>
          <div className="step-words">
            {n <= at && <Markdown text={step.say} />}
            {n < at && <VisuallyHidden>{words.passed}</VisuallyHidden>}
            {n > at && <span className="step-ahead">{words.step(n + 1, quest.practice.length)}</span>}
            {n === at && failed === n && <div role="alert"><Note tone="warning">{step.onFail}</Note></div>}
            {n === at && <Button small icon="check" onClick={onAsk}>{words.check}</Button>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function PracticeFoot({ done }: { done: boolean }) {
  const { tell } = useActions()
  return (
    <output className="guide-foot">
      {done
        ? (
            <>
              <Note tone="good">{words.allDone}</Note>
              <Button look="primary" iconAfter="next" onClick={() => tell({ type: 'stage.entered', stage: 'build' })}>{words.toBuild}</Button>
            </>
          )
        : (
            <>
              <Button look="plain" small iconAfter="next" onClick={() => tell({ type: 'practice.skipped' })}>{words.skip}</Button>
              <p className="field-help">{words.skipHelp}</p>
            </>
          )}
    </output>
  )
}
