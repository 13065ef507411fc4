import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { type PromptPack, readPromptPack } from '../../core/artefacts/prompt-pack.ts'
import { Button } from '../../kit/button.tsx'
import { LiveRegion } from '../../kit/live-region.tsx'
import { Note } from '../../kit/note.tsx'
import type { BenchProps } from '../bench-props.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { DeskBar } from './desk-bar.tsx'
import type { Desk } from './desk-history.ts'
import './prompt.css'
import { SetupPanel } from './setup-panel.tsx'
import { ARTEFACT, same, useDesk } from './use-desk.ts'
import { words } from './words.ts'

/** The bench of an answering desk: shelf, passages, search, answer, check and price; and every answer with what it stands on. */
export function PromptBench(props: BenchProps) {
  const { quest, solution, onChange } = props
  const read = readPromptPack(solution.artefacts[ARTEFACT])
  if (read.ok) return <Parts {...props} pack={read.pack} />
  const start = quest.build.startArtefacts[ARTEFACT]
  return (
    <div className="desk-broken">
      <Note tone="warning"><p>{words.noPack} {read.say}</p></Note>
      {start !== undefined && <Button icon="refresh" onClick={() => onChange({ ...solution, artefacts: { ...solution.artefacts, [ARTEFACT]: start } })}>{words.fromStart}</Button>}
    </div>
  )
}

function Parts({ pack, quest, solution, onChange, onRun, onStop, onSubmit, job, report, highlight, textEngine, runs = 0, readOnly = false }: BenchProps & { pack: PromptPack }) {
  const [history, dispatch] = useDesk(pack, solution, onChange)
  const [say, setSay] = useState('')
  const [answered, setAnswered] = useState<Desk | null>(null)
  const { present } = history
  const [back, again] = [history.past.at(-1)?.label ?? null, history.future[0]?.label ?? null]
  const runsLeft = Math.max(0, quest.build.limits.runs - runs)

  // A new report answers for the desk as it stands when it comes; runs cannot be changed under way without being seen here.
  useEffect(() => {
    if (report) setAnswered(present)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [report])

  const undo = () => { if (back && !readOnly) { dispatch({ type: 'undo' }); setSay(words.undone(back)) } }
  const redo = () => { if (again && !readOnly) { dispatch({ type: 'redo' }); setSay(words.redone(again)) } }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && !job && !readOnly && runsLeft > 0) onRun()
    else if (key === 'z') (event.shiftKey ? redo : undo)()
    else if (key === 'y') redo()
    else return
    event.preventDefault()
  }

  return (
    // Keys bubble up here from the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="desk" onKeyDown={onKeyDown}>
      <DeskBar
        job={job} runsLeft={runsLeft} back={back} again={again} readOnly={readOnly} highlight={highlight}
        onUndo={undo} onRedo={redo} onRun={onRun} onStop={onStop} {...(onSubmit ? { onSubmit } : {})}
      />
      <div className="desk-parts">
        <SetupPanel
          desk={present} readOnly={readOnly} highlight={highlight}
          onChange={(desk, label, gesture) => !readOnly && dispatch({ type: 'changed', desk, label, ...(gesture ? { gesture } : {}) })}
        />
        <AnswerPanel
          quest={quest} report={report} stale={answered !== null && !same(answered, present)} asked={answered?.pack ?? present.pack}
          {...(textEngine ? { textEngine } : {})}
        />
      </div>
      <LiveRegion text={say} />
    </div>
  )
}
