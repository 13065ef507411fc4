import { momentWords, stayAt } from '../../core/event-log.ts'
import type { BoardProps } from './replay.tsx'
import { Token } from './token.tsx'
import { words } from './words.ts'

/** Beds as cells, ward by ward: who lies there, who is expected, which is cleaned, blocked, closed or free. */
export function WardBoard({ log, now, chosen, onChoose }: BoardProps) {
  const wards = (log.groups ?? []).filter(({ show }) => show === 'ward')
  const jobs = new Map(log.jobs.map(job => [job.id, job]))
  return (
    <section className="beds" aria-label={`${words.boardNames.ward}, ${momentWords(log, now)}`}>
      {wards.map((ward) => {
        const stays = ward.units.map(unit => stayAt(unit, now))
        const count = (state: 'busy' | 'kept' | 'blocked' | 'cleaning' | 'closed') => stays.filter(stay => stay?.state === state).length
        const told = (['busy', 'blocked', 'kept', 'cleaning', 'closed'] as const).flatMap(state => (count(state) > 0 ? [`${count(state)} ${words.unitStates[state]}`] : []))
        const free = stays.filter(stay => stay === null).length
        return (
          <section key={ward.id} className="beds-ward">
            <h5>{ward.label}<span>{[...told, `${free} ${words.unitStates.free}`].join(', ')}</span></h5>
            <ol className="beds-list" aria-hidden="true">
              {ward.units.map((unit, i) => {
                const stay = stays[i] ?? null
                const job = stay?.job ? jobs.get(stay.job) : undefined
                const kind = job && log.kinds.find(({ id }) => id === job.kind)
                const state = stay?.state ?? 'free'
                return (
                  <li key={unit.id} className={`bed bed-${state}${job && job.id === chosen ? ' bed-chosen' : ''}`}>
                    <button type="button" tabIndex={-1} disabled={!job} onClick={() => job && onChoose(job.id)}>
                      <small>{i + 1}</small>
                      {job && kind
                        ? <><Token kind={kind} marked={job.marked ?? false} hollow={state === 'kept'} /><span className="bed-name">{job.label}</span>{state !== 'busy' && <em>{words.unitStates[state]}</em>}</>
                        : <span className="bed-name">{words.unitStates[state]}</span>}
                    </button>
                  </li>
                )
              })}
            </ol>
          </section>
        )
      })}
    </section>
  )
}
