import type { ReactNode, RefObject } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Meter } from '../../kit/meter.tsx'
import { Note } from '../../kit/note.tsx'
import type { BenchProps } from '../bench-props.ts'
import { MessageBar } from './message-bar.tsx'
import { benchKeys, type SolutionWork } from './use-map-work.ts'
import { words } from './words.ts'

interface MappingFrameProps {
  props: BenchProps
  work: SolutionWork
  root: RefObject<HTMLDivElement | null>
  narrow: boolean
  toResults(): void
  children: ReactNode
}

/** The bar over the panes, and the keys that work everywhere. */
export function MappingFrame({ props, work, root, narrow, toResults, children }: MappingFrameProps) {
  const { undo, redo, say } = work
  const run = () => {
    toResults()
    props.onRun()
  }
  return (
    // Keys bubble up here from the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classNames('mapping', narrow && 'mapping-narrow')} ref={root} onKeyDown={benchKeys(props, work, run)}>
      <header className="mapping-top">
        <IconButton icon="undo" small label={words.undo(undo.label)} disabled={!undo.may} onClick={undo.go} />
        <IconButton icon="redo" small label={words.redo(redo.label)} disabled={!redo.may} onClick={redo.go} />
        <MessageBar />
        <RunBar {...props} left={Math.max(0, props.quest.build.limits.runs - (props.runs ?? 0))} onRun={run} />
      </header>
      {say !== null && <Note tone="bad">{say}</Note>}
      {children}
    </div>
  )
}

function RunBar({ job, readOnly = false, left, onRun, onStop, onSubmit, highlight }: BenchProps & { left: number }) {
  if (job) {
    const share = job.progress.done
    return (
      <div className="mapping-run">
        <Meter label={words.progress} share={share} text={`${Math.round(share * 100)}%`} tone="blue" progress />
        <Button icon="stop" look="danger" onClick={onStop}>{words.stop}</Button>
      </div>
    )
  }
  return (
    <div className="mapping-run">
      <span className="mapping-quiet">{words.runsLeft(left)}</span>
      <Button icon="run" look={onSubmit ? 'soft' : 'primary'} className={highlight === 'button:run' ? 'mapping-pointed' : ''} disabled={readOnly || left === 0} onClick={onRun}>{words.run}</Button>
      {onSubmit && <Button iconAfter="next" look="primary" disabled={readOnly} onClick={onSubmit}>{words.verify}</Button>}
    </div>
  )
}
