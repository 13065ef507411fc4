import { type LogJob, stateAt } from '../../core/event-log.ts'
import { classNames } from '../class-names.ts'
import { CityGround } from './city-ground.tsx'
import { CrewMap } from './crew-map.tsx'
import type { BoardProps } from './replay.tsx'

/** Turn between neighbours on a spiral: seeds of a sunflower never line up. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Where everybody comes from: a dot at its place for each, by kind; full once they came, a ring where nobody came. */
export function MapBoard(props: BoardProps) {
  return props.log.groups?.some(({ units }) => units.some(({ post }) => post)) ? <CrewMap {...props} /> : <HomesMap {...props} />
}

function HomesMap({ log, now, chosen, onChoose }: BoardProps) {
  const places = log.places ?? []
  return (
    <svg className="city" viewBox="0 0 100 64" aria-hidden="true" focusable="false">
      <CityGround />
      {places.map((place) => {
        const people = log.jobs.filter(job => job.place === place.id).sort((a, b) => a.kind.localeCompare(b.kind))
        return (
          <g key={place.id} transform={`translate(${place.x} ${place.y})`}>
            <circle className="city-place" r={Math.max(6.5, Math.sqrt(people.length) * 2.1)} />
            {people.map((job, at) => <Dot key={job.id} job={job} log={log} at={at} now={now} chosen={chosen === job.id} onChoose={onChoose} />)}
            <text y={Math.max(6.5, Math.sqrt(people.length) * 2.1) + 3.4} textAnchor="middle">{place.label}</text>
          </g>
        )
      })}
    </svg>
  )
}

function Dot({ job, log, at, now, chosen, onChoose }: { job: LogJob; log: BoardProps['log']; at: number; now: number; chosen: boolean; onChoose(id: string): void }) {
  const kind = log.kinds.find(({ id }) => id === job.kind)
  const radius = 1.75 * Math.sqrt(at)
  const [cx, cy] = [radius * Math.cos(at * GOLDEN_ANGLE), radius * Math.sin(at * GOLDEN_ANGLE)]
  return (
    // The picker below does the same by keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g className={classNames('city-dot', `replay-${kind?.tone ?? 'note'}`, `city-${stateAt(job, now)}`, chosen && 'city-chosen')} onClick={() => onChoose(job.id)}>
      <circle cx={cx} cy={cy} r={1.35} />
      {kind?.tone !== 'note' && <text className="city-sign" x={cx} y={cy + 0.75} textAnchor="middle">{kind?.sign}</text>}
    </g>
  )
}
