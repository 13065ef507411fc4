import { Button } from '../../kit/button.tsx'
import { Meter } from '../../kit/meter.tsx'
import type { Progress } from '../../core/verdict.ts'
import { useBench } from './bench-context.ts'
import { highlighted } from './highlight.ts'
import { progressWords } from './run-state.ts'

interface RunBarProps {
  job: { kind: string; progress: Progress } | null
  runs: number
  runLimit: number
  onRun(): void
  onStop(): void
  onSubmit?: (() => void) | undefined
}

/** Run, stop, hand in; how far along; how many runs are left. */
export function RunBar({ job, runs, runLimit, onRun, onStop, onSubmit }: RunBarProps) {
  const { highlight, readOnly, title } = useBench()
  const left = Math.max(0, runLimit - runs)
  const pointed = highlighted(highlight, 'button')
  const point = (button: string) => (pointed === button ? 'bench-pointed' : '')
  if (job) {
    const words = progressWords(job.progress, job.progress.node ? title(job.progress.node) : null)
    return (
      <div className="bench-run bench-run-busy">
        <div className="bench-run-progress">
          <p>{words}</p>
          <Meter label="Progress of the run" share={job.progress.done} text={words} tone="blue" progress />
        </div>
        <Button key="stop" icon="stop" look="danger" className={point('stop')} onClick={onStop}>Stop</Button>
      </div>
    )
  }
  return (
    <div className="bench-run">
      <p className="bench-run-count" title={`Run ${runs} of ${runLimit}`}>{left === 1 ? '1 run left' : `${left} runs left`}</p>
      <Button key="run" icon="run" look={onSubmit ? 'soft' : 'primary'} className={point('run')} disabled={readOnly || left === 0} onClick={onRun}>Run</Button>
      {onSubmit && <Button iconAfter="next" look="primary" className={point('verify') || point('submit')} disabled={readOnly} onClick={onSubmit}>Verify</Button>}
    </div>
  )
}
