import type { ReactNode } from 'react'
import { hasAbsent, type JobState, type LogJob, stateAt, waitedBy } from '../../core/event-log.ts'
import type { BoardProps } from './replay.tsx'
import { Token } from './token.tsx'
import { words } from './words.ts'

/** The waiting hall from above: who is to come, who sits and for how long, who is inside, who went home, whose chair stayed empty. */
export function HallBoard({ log, now, chosen, onChoose }: BoardProps) {
  const by: Record<JobState, LogJob[]> = { due: [], waiting: [], active: [], done: [], absent: [] }
  for (const job of log.jobs) by[stateAt(job, now)].push(job)
  const most = Math.max(...log.jobs.map(job => waitedBy(job, log.to)), 30)
  const inOrder = by.waiting.sort((a, b) => (a.arrives ?? 0) - (b.arrives ?? 0))
  const disc = (job: LogJob, hollow = false) => (
    <Disc key={job.id} job={job} log={log} chosen={chosen} hollow={hollow} onChoose={onChoose} />
  )
  return (
    // A painting: the counts above, the picker and the table below say the same in words.
    <div className="hall" aria-hidden="true">
      <Area name="due" label={log.words.due}>{by.due.map(job => disc(job))}</Area>
      <Area name="waiting" label={log.words.waiting}>
        {inOrder.length === 0 && <p className="hall-quiet">{words.nobodyWaits}</p>}
        {inOrder.map(job => (
          <div key={job.id} className="hall-chair">
            {disc(job)}
            <span className="hall-wait"><span style={{ width: `${Math.min(100, (waitedBy(job, now) / most) * 100)}%` }} /></span>
            <small>{words.waited(waitedBy(job, now))}</small>
          </div>
        ))}
      </Area>
      <Area name="active" label={log.words.active}>
        {log.lanes.map((lane) => {
          const inside = by.active.filter(job => job.lane === lane.id)
          return (
            <div key={lane.id} className={inside.length > 0 ? 'hall-room hall-room-busy' : 'hall-room'}>
              <small>{lane.label}</small>
              {inside.length > 0 ? inside.map(job => disc(job)) : <span className="hall-quiet">{words.free}</span>}
            </div>
          )
        })}
      </Area>
      <Area name="done" label={log.words.done}>{by.done.map(job => disc(job))}</Area>
      {hasAbsent(log) && <Area name="absent" label={log.words.absent}>{by.absent.map(job => disc(job, true))}</Area>}
    </div>
  )
}

function Area({ name, label, children }: { name: JobState; label: string; children: ReactNode }) {
  return <section className={`hall-area hall-${name}`}><h5>{label}</h5><div className="hall-people">{children}</div></section>
}

function Disc({ job, log, chosen, hollow, onChoose }: { job: LogJob; log: BoardProps['log']; chosen: string | null; hollow: boolean; onChoose(id: string): void }) {
  const kind = log.kinds.find(({ id }) => id === job.kind) ?? log.kinds[0]
  if (!kind) return null
  return (
    <button type="button" tabIndex={-1} className="replay-disc" onClick={() => onChoose(job.id)}>
      <Token kind={kind} chosen={chosen === job.id} marked={job.marked ?? false} hollow={hollow} title={job.label} />
    </button>
  )
}
