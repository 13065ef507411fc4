import { clockWords, type EventLog, type LogStay, type LogUnit } from '../../core/event-log.ts'
import { classNames } from '../class-names.ts'
import type { BoardProps } from './replay.tsx'
import { words } from './words.ts'

const ROW = 26
const LEFT = 132
const WIDTH = 720
const DAY = 1440
/** Most lines that can be read at once. */
const MOST = 40

/** One line for each room or crew: who had it from when to when. A log of several days shows the day of the moment. */
export function UnitLines({ log, now, chosen, onChoose }: BoardProps) {
  const units = (log.groups ?? []).filter(({ show }) => show === 'time').flatMap(({ units: own }) => own).slice(0, MOST)
  const [from, to] = windowAt(log, units, now)
  const x = (minute: number) => LEFT + ((Math.min(to, Math.max(from, minute)) - from) / (to - from)) * (WIDTH - LEFT - 8)
  const height = units.length * ROW + 26
  const hours = Array.from({ length: Math.floor(to / 60) - Math.ceil(from / 60) + 1 }, (_, i) => (Math.ceil(from / 60) + i) * 60).filter((_, i, all) => i % Math.ceil(all.length / 13) === 0)
  return (
    // Wider than a phone: it scrolls inside its box, by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="gantt" aria-label={words.boardNames.gantt} tabIndex={0}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
        <Hatch />
        {hours.map(hour => <g key={hour}><line className="gantt-hour" x1={x(hour)} x2={x(hour)} y1={16} y2={height} /><text x={x(hour)} y={11} textAnchor="middle">{clockWords(hour)}</text></g>)}
        {units.map((unit, row) => (
          <g key={unit.id} className="gantt-line">
            <rect className="gantt-row" x={0} y={20 + row * ROW} width={WIDTH} height={ROW - 2} />
            <text x={4} y={36 + row * ROW}>{unit.label.slice(0, 20)}</text>
            {unit.stays.filter(stay => stay.to > from && stay.from < Math.min(to, now)).map(stay => (
              <Bar key={`${stay.from} ${stay.state}`} log={log} stay={stay} x={x} y={22 + row * ROW} now={now} chosen={chosen !== null && stay.job === chosen} onChoose={onChoose} />
            ))}
          </g>
        ))}
        <line className="gantt-now" x1={x(now)} x2={x(now)} y1={14} y2={height} />
      </svg>
    </section>
  )
}

/** Thin lines aslant: what is not work is told by pattern as well as by colour. */
function Hatch() {
  return (
    <defs>
      <pattern id="gantt-hatch" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line className="gantt-hatch" x1={0} y1={0} x2={0} y2={6} /></pattern>
    </defs>
  )
}

function Bar({ log, stay, x, y, now, chosen, onChoose }: { log: EventLog; stay: LogStay; x(minute: number): number; y: number; now: number; chosen: boolean; onChoose(id: string): void }) {
  const job = log.jobs.find(({ id }) => id === stay.job)
  const kind = log.kinds.find(({ id }) => id === job?.kind)
  const [left, right] = [x(stay.from), x(Math.min(stay.to, now))]
  return (
    // The picker below does the same by keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g className={classNames(`replay-${kind?.tone ?? 'note'}`, `gantt-${stay.state}`, chosen && 'gantt-picked')} onClick={() => job && onChoose(job.id)}>
      <rect x={left} y={y} width={Math.max(1, right - left)} height={ROW - 6} rx={3} />
      {stay.state !== 'busy' && <rect className="gantt-hatched" x={left} y={y} width={Math.max(1, right - left)} height={ROW - 6} rx={3} fill="url(#gantt-hatch)" />}
      {right - left > 34 && <text className="gantt-who" x={left + 4} y={y + 14}>{`${kind?.sign ?? ''} ${job ? job.label : words.unitStates[stay.state]}`.trim().slice(0, Math.floor((right - left) / 6.4))}</text>}
    </g>
  )
}

/** The hours of that day in which anything happens, or the whole log where it is one day. */
function windowAt({ from, to }: EventLog, units: readonly LogUnit[], now: number): [number, number] {
  if (to - from <= DAY) return [from, to]
  const day = Math.floor(Math.min(now, to - 1) / DAY) * DAY
  const here = units.flatMap(({ stays }) => stays.filter(stay => stay.state !== 'closed' && stay.to > day && stay.from < day + DAY))
  const start = Math.min(day + 480, ...here.map(stay => Math.max(day, stay.from)))
  const end = Math.max(day + 1080, ...here.map(stay => Math.min(day + DAY, stay.to)))
  return [Math.floor(start / 60) * 60, Math.ceil(end / 60) * 60]
}
