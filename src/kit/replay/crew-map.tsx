import { type EventLog, type LogJob, spotAt, stateAt, stayAt, waitedBy } from '../../core/event-log.ts'
import { classNames } from '../class-names.ts'
import { CityGround } from './city-ground.tsx'
import type { BoardProps } from './replay.tsx'
import { words } from './words.ts'

/** Crews that drive, people who wait for them, doors they are taken to; under each place how long people waited there so far. */
export function CrewMap({ log, now, chosen, onChoose }: BoardProps) {
  const places = log.places ?? []
  const crews = (log.groups ?? []).flatMap(({ units }) => units.filter(({ post }) => post))
  const doors = (log.groups ?? []).filter(({ place }) => place !== undefined)
  return (
    <svg className="city" viewBox="0 0 100 64" aria-hidden="true" focusable="false">
      <CityGround />
      {places.map((place) => {
        const mean = meanWait(log, place.id, now)
        const waiting = log.jobs.filter(job => job.place === place.id && stateAt(job, now) === 'waiting')
        return (
          <g key={place.id} transform={`translate(${place.x} ${place.y})`}>
            <circle className={`city-place city-shade-${shadeOf(mean)}`} r={5.4} />
            {waiting.map((job, at) => <Caller key={job.id} job={job} log={log} at={at} chosen={chosen === job.id} onChoose={onChoose} />)}
            <text y={8.4} textAnchor="middle">{place.label}</text>
            {mean !== null && <text className="city-mean" y={11.2} textAnchor="middle">{words.perPlace(mean)}</text>}
          </g>
        )
      })}
      {doors.map((door) => {
        const spot = places.find(({ id }) => id === door.place)
        const inside = door.units.filter(unit => stayAt(unit, now)?.state === 'busy').length
        return spot && (
          <g key={door.id} transform={`translate(${spot.x} ${spot.y - 8.6})`} className={inside >= door.units.length ? 'city-door city-full' : 'city-door'}>
            <rect x={-5.5} y={-2.2} width={11} height={4.2} rx={0.8} />
            <text y={0.9} textAnchor="middle">{`H ${inside}/${door.units.length}`}</text>
          </g>
        )
      })}
      {crews.map((crew, i) => {
        const spot = spotAt(crew, now)
        const stay = stayAt(crew, now)
        // Crews at one post stand side by side.
        return spot && (
          <g key={crew.id} transform={`translate(${spot.x + ((i % 5) - 2) * 1.6} ${spot.y + ((i % 3) - 1) * 1.2})`} className={classNames('city-crew', `city-crew-${stay?.state ?? 'free'}`)}>
            <rect x={-1.7} y={-1.2} width={3.4} height={2.4} rx={0.5} />
            <text className="city-sign" y={0.75} textAnchor="middle">{stay?.state === 'blocked' ? '!' : stay ? '+' : i + 1}</text>
          </g>
        )
      })}
    </svg>
  )
}

function Caller({ job, log, at, chosen, onChoose }: { job: LogJob; log: EventLog; at: number; chosen: boolean; onChoose(id: string): void }) {
  const kind = log.kinds.find(({ id }) => id === job.kind)
  return (
    // The picker below does the same by keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g className={classNames('city-dot city-waiting', `replay-${kind?.tone ?? 'note'}`, chosen && 'city-chosen')} onClick={() => onChoose(job.id)}>
      <circle cx={((at % 4) - 1.5) * 2.4} cy={Math.floor(at / 4) * 2.4 - 2} r={1.1} />
    </g>
  )
}

/** Of those whom somebody reached by then, and those who still wait. */
function meanWait(log: EventLog, place: string, now: number): number | null {
  const waits = log.jobs.filter(job => job.place === place && job.arrives !== null && job.arrives <= now).map(job => waitedBy(job, now))
  return waits.length === 0 ? null : waits.reduce((sum, one) => sum + one, 0) / waits.length
}

/** The longer people wait, the darker. */
function shadeOf(mean: number | null): number {
  return mean === null ? 0 : mean < 8 ? 1 : mean < 12 ? 2 : mean < 18 ? 3 : 4
}
