import type { Progress } from '../../core/verdict.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Meter } from '../../kit/meter.tsx'
import { words } from './words.ts'

interface OpsBarProps {
  job: { kind: string; progress: Progress } | null
  runsLeft: number
  back: string | null
  again: string | null
  readOnly: boolean
  highlight: string | null
  onUndo(): void
  onRedo(): void
  onRun(): void
  onStop(): void
  onSubmit?: () => void
}

/** Undo, redo, run, hand in. */
export function OpsBar({ job, runsLeft, back, again, readOnly, highlight, onUndo, onRedo, onRun, onStop, onSubmit }: OpsBarProps) {
  const point = (button: string) => (highlight === `button:${button}` ? 'ops-pointed' : '')
  return (
    <header className="ops-bar">
      <div className="ops-tools" role="toolbar" aria-label={words.tools}>
        <IconButton icon="undo" small label={words.undo(back)} disabled={!back || readOnly} onClick={onUndo} />
        <IconButton icon="redo" small label={words.redo(again)} disabled={!again || readOnly} onClick={onRedo} />
      </div>
      <p className="ops-simulated" title={words.simulatedHelp}>{words.simulated}</p>
      {job
        ? (
            <div className="ops-run">
              <div className="ops-progress"><Meter label={words.running} share={job.progress.done} text={words.running} tone="blue" progress /></div>
              <Button icon="stop" look="danger" onClick={onStop}>{words.stop}</Button>
            </div>
          )
        : (
            <div className="ops-run">
              <span className="ops-left">{words.runsLeft(runsLeft)}</span>
              <Button icon="run" look={onSubmit ? 'soft' : 'primary'} className={point('run')} disabled={readOnly || runsLeft === 0} onClick={onRun}>{words.run}</Button>
              {onSubmit && <Button iconAfter="next" look="primary" className={point('verify')} disabled={readOnly} onClick={onSubmit}>{words.verify}</Button>}
            </div>
          )}
    </header>
  )
}
