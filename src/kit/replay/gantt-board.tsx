import { clockWords, type LogJob } from '../../core/event-log.ts'
import { classNames } from '../class-names.ts'
import type { BoardProps } from './replay.tsx'
import { UnitLines } from './unit-lines.tsx'
import { words } from './words.ts'

const ROW = 17
const LEFT = 150
const WIDTH = 720

/** One line for each: a light bar while it waits, a full bar while somebody sees to it, an open ring where nobody came. */
export function GanttBoard(props: BoardProps) {
  // Where the log knows who had which room, a line for each room says more than one for each of hundreds of people.
  return props.log.groups?.some(({ show }) => show === 'time') ? <UnitLines {...props} /> : <JobLines {...props} />
}

function JobLines({ log, now, chosen, onChoose }: BoardProps) {
  const { from, to, marks = [] } = log
  const jobs = [...log.jobs].sort((a, b) => (a.due ?? a.arrives ?? 0) - (b.due ?? b.arrives ?? 0))
  const x = (minute: number) => LEFT + ((Math.min(to, Math.max(from, minute)) - from) / (to - from)) * (WIDTH - LEFT - 8)
  const height = jobs.length * ROW + 26
  const hours = Array.from({ length: Math.floor(to / 60) - Math.ceil(from / 60) + 1 }, (_, i) => (Math.ceil(from / 60) + i) * 60)
  return (
    // Wider than a phone: it scrolls inside its box, by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="gantt" aria-label={words.boardNames.gantt} tabIndex={0}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
        {hours.map(hour => <g key={hour}><line className="gantt-hour" x1={x(hour)} x2={x(hour)} y1={16} y2={height} /><text x={x(hour)} y={11} textAnchor="middle">{clockWords(hour)}</text></g>)}
        {marks.map(mark => <line key={mark.label + mark.at} className="gantt-mark" x1={x(mark.at)} x2={x(mark.at)} y1={16} y2={height} />)}
        {jobs.map((job, row) => <Line key={job.id} job={job} log={log} y={22 + row * ROW} x={x} now={now} chosen={chosen === job.id} onChoose={onChoose} />)}
        <line className="gantt-now" x1={x(now)} x2={x(now)} y1={14} y2={height} />
      </svg>
    </section>
  )
}

interface LineProps {
  job: LogJob
  log: BoardProps['log']
  y: number
  x(minute: number): number
  now: number
  chosen: boolean
  onChoose(id: string): void
}

function Line({ job, log, y, x, now, chosen, onChoose }: LineProps) {
  const kind = log.kinds.find(({ id }) => id === job.kind)
  const { due, arrives, starts, ends } = job
  const waitsFrom = arrives === null ? null : Math.max(arrives, due ?? arrives)
  const until = (end: number | null) => Math.min(end ?? now, now)
  return (
    // The picker below does the same by keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g className={classNames('gantt-line', `replay-${kind?.tone ?? 'note'}`, chosen && 'gantt-chosen')} onClick={() => onChoose(job.id)}>
      <rect className="gantt-row" x={0} y={y - 2} width={WIDTH} height={ROW - 1} />
      <text x={4} y={y + 9}>{`${kind?.sign ?? ''} ${job.label}`.slice(0, 24)}</text>
      {due !== null && <line className="gantt-due" x1={x(due)} x2={x(due)} y1={y} y2={y + 12} />}
      {waitsFrom !== null && now > waitsFrom && <rect className="gantt-wait" x={x(waitsFrom)} y={y + 3} width={Math.max(0, x(until(starts)) - x(waitsFrom))} height={6} />}
      {starts !== null && now > starts && <rect className="gantt-work" x={x(starts)} y={y} width={Math.max(1, x(until(ends)) - x(starts))} height={12} rx={3} />}
      {arrives === null && due !== null && now >= due && <circle className="gantt-absent" cx={x(due) + 7} cy={y + 6} r={5} />}
    </g>
  )
}
