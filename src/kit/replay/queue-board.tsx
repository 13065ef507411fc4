import { pileAt, stateAt, waitedBy } from '../../core/event-log.ts'
import type { BoardProps } from './replay.tsx'
import { Token } from './token.tsx'
import { words } from './words.ts'

const SHOWN = 14

/** The pile in the order in which it will be taken, each with how long it has lain there; above it, what is in work. */
export function QueueBoard({ log, now, chosen, onChoose }: BoardProps) {
  const pile = pileAt(log, now)
  const longest = Math.max(60, ...log.jobs.map(job => waitedBy(job, now)))
  const kindOf = (id: string) => log.kinds.find(kind => kind.id === id)
  const shown = pile.slice(0, SHOWN)
  // One that must be looked at stays in sight, however deep it lies.
  const deep = pile.slice(SHOWN).filter(job => job.marked || job.id === chosen).slice(0, 4)
  const row = (job: (typeof pile)[number], place: number) => {
    const kind = kindOf(job.kind)
    return (
      <li key={job.id} className={job.marked ? 'pile-row pile-marked' : 'pile-row'}>
        <button type="button" tabIndex={-1} className="pile-job" onClick={() => onChoose(job.id)}>
          <span className="pile-place">{place + 1}</span>
          {kind && <Token kind={kind} chosen={chosen === job.id} marked={job.marked ?? false} />}
          <span className="pile-name">{job.label}</span>
          <span className="pile-bar"><span style={{ width: `${(waitedBy(job, now) / longest) * 100}%` }} /></span>
          <span className="pile-wait">{words.waited(waitedBy(job, now))}</span>
        </button>
      </li>
    )
  }
  return (
    <div className="pile" aria-hidden="true">
      <ul className="pile-lanes">
        {log.lanes.map((lane) => {
          const job = log.jobs.find(one => one.lane === lane.id && stateAt(one, now) === 'active')
          const kind = job && kindOf(job.kind)
          return <li key={lane.id} className={job ? 'hall-room hall-room-busy' : 'hall-room'}><small>{lane.label}</small>{job ? <>{kind && <Token kind={kind} />}<span className="pile-name">{job.label}</span></> : <span className="hall-quiet">{words.free}</span>}</li>
        })}
      </ul>
      {pile.length === 0 && <p className="hall-quiet">{words.nobodyWaits}</p>}
      <ol className="pile-list">
        {shown.map((job, at) => row(job, at))}
        {deep.map(job => row(job, pile.indexOf(job)))}
      </ol>
      {pile.length > shown.length + deep.length && <p className="hall-quiet">{words.more(pile.length - shown.length - deep.length)}</p>}
    </div>
  )
}
