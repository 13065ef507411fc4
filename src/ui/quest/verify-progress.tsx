import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import { Icon } from '../../kit/icon.tsx'
import { Meter } from '../../kit/meter.tsx'
import type { Job } from '../game.ts'
import { useActions } from '../game.ts'
import { verify as words } from '../words/en-quest.ts'
import { StageHeading } from './stage-heading.tsx'

/** The judge at work, and the way to stop it. */
export function VerifyProgress({ job }: { job: Job | null }) {
  const { stop } = useActions()
  const phase = job?.progress.phase ?? 'data'
  return (
    <section className="card verify-progress">
      <Icon name="bed" size={3} />
      <StageHeading>{words.running}</StageHeading>
      <Meter label={words.running} share={job ? job.progress.done : null} tone="blue" progress />
      <output>{words.phases[phase]}…</output>
      <Button icon="stop" onClick={stop}>{words.stop}</Button>
    </section>
  )
}
