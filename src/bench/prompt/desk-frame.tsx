import { useEffect, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ArtefactName } from '../../core/artefacts/shapes.ts'
import { Button } from '../../kit/button.tsx'
import { LiveRegion } from '../../kit/live-region.tsx'
import { Note } from '../../kit/note.tsx'
import type { BenchProps } from '../bench-props.ts'
import { DeskBar } from './desk-bar.tsx'
import type { Desk } from './desk-history.ts'
import { same, useDesk } from './use-desk.ts'
import { words } from './words.ts'

interface Work<Pack> {
  present: Desk<Pack>
  /** Settings that gave what the last run shows; null before there was one. */
  made: Desk<Pack> | null
  /** They have changed since. */
  stale: boolean
  /** `gesture` names a control whose values in a row are one step of undo. */
  change(desk: Desk<Pack>, label: string, gesture?: string): void
}

type FrameProps<Pack> = BenchProps & { artefact: ArtefactName; pack: Pack; children(work: Work<Pack>): ReactNode }

/** What all these benches share: a bar with undo, run and hand in, keys, and two panels below. */
export function DeskFrame<Pack>({ artefact, pack, children, quest, solution, onChange, onRun, onStop, onSubmit, job, report, highlight, runs = 0, readOnly = false }: FrameProps<Pack>) {
  const [history, dispatch] = useDesk(artefact, pack, { solution, onChange })
  const [say, setSay] = useState('')
  const [made, setMade] = useState<Desk<Pack> | null>(null)
  const { present } = history
  const [back, again] = [history.past.at(-1)?.label ?? null, history.future[0]?.label ?? null]
  const runsLeft = Math.max(0, quest.build.limits.runs - runs)

  // A new report answers for the desk as it stands when it comes; runs cannot be changed under way without being seen here.
  useEffect(() => {
    if (report) setMade(present)
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
        {children({
          present, made, stale: made !== null && !same(made, present),
          change: (desk, label, gesture) => !readOnly && dispatch({ type: 'changed', desk, label, ...(gesture ? { gesture } : {}) }),
        })}
      </div>
      <LiveRegion text={say} />
    </div>
  )
}

/** Instead of a bench: why there is nothing to edit, and the way back to what the quest begins with. */
export function NothingToEdit({ artefact, say, fromStart, quest, solution, onChange }: BenchProps & { artefact: ArtefactName; say: string; fromStart: string }) {
  const start = quest.build.startArtefacts[artefact]
  return (
    <div className="desk-broken">
      <Note tone="warning"><p>{say}</p></Note>
      {start !== undefined && <Button icon="refresh" onClick={() => onChange({ ...solution, artefacts: { ...solution.artefacts, [artefact]: start } })}>{fromStart}</Button>}
    </div>
  )
}
