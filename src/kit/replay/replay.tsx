import { useState } from 'react'
import type { JSX } from 'react'
import { type Board, type EventLog, figureAt, hasAbsent, type JobState, type LogJob, momentWords, stateAt, waitedBy } from '../../core/event-log.ts'
import { DataTable } from '../charts/chart-frame.tsx'
import { Tabs } from '../tabs.tsx'
import { GanttBoard } from './gantt-board.tsx'
import { HallBoard } from './hall-board.tsx'
import { MapBoard } from './map-board.tsx'
import { QueueBoard } from './queue-board.tsx'
import './boards.css'
import './replay.css'
import { Token } from './token.tsx'
import { Transport } from './transport.tsx'
import { usePlayer } from './use-player.ts'
import { WardBoard } from './ward-board.tsx'
import { words } from './words.ts'

export interface BoardProps {
  log: EventLog
  now: number
  /** Id of the job that is looked at. */
  chosen: string | null
  onChoose(id: string): void
}

const UNIT_STATES = ['busy', 'kept', 'blocked', 'cleaning', 'closed'] as const

const BOARDS: Readonly<Record<Board, (props: BoardProps) => JSX.Element>> = { hall: HallBoard, gantt: GanttBoard, queue: QueueBoard, map: MapBoard, ward: WardBoard }

/** A simulated day, played on its boards. Where nothing may move by itself it goes from moment to moment. */
export function Replay({ log }: { log: EventLog }) {
  const player = usePlayer(log)
  const [wanted, setWanted] = useState<Board | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const board = log.boards.find(one => one === wanted) ?? log.boards[0] ?? 'hall'
  const Shown = BOARDS[board]
  const job = log.jobs.find(({ id }) => id === chosen) ?? null
  return (
    <section className="replay" aria-label={log.title}>
      <header className="replay-head">
        <h4>{log.title}</h4>
        <p>{log.say}</p>
      </header>
      <Transport log={log} player={player} />
      <Figures log={log} now={player.now} quiet={player.playing} />
      <Tabs<Board> label={words.boards} tabs={log.boards.map(id => ({ id, label: words.boardNames[id] }))} selected={board} onSelect={setWanted}>
        <Shown log={log} now={player.now} chosen={chosen} onChoose={setChosen} />
      </Tabs>
      <ul className="replay-legend" aria-hidden="true">
        {log.kinds.map(kind => <li key={kind.id}><Token kind={kind} />{kind.label}</li>)}
        {log.groups && UNIT_STATES.map(state => <li key={state}><i className={`unit-swatch unit-${state}`} />{words.unitStates[state]}</li>)}
      </ul>
      <label className="replay-pick">
        <span>{words.lookAt}</span>
        <select className="select" aria-label={words.lookAt} value={chosen ?? ''} onChange={event => setChosen(event.target.value || null)}>
          <option value="">{words.nobody(log.words.job[1])}</option>
          {log.jobs.map(({ id, label, marked }) => <option key={id} value={id}>{marked ? `${label} ★` : label}</option>)}
        </select>
      </label>
      {job && <JobCard log={log} job={job} now={player.now} />}
      <details className="chart-table">
        <summary>{words.table}<span className="visually-hidden">: {log.title}</span></summary>
        <DataTable caption={log.title} table={tableOf(log)} />
      </details>
    </section>
  )
}

/** The count of each state, and the figures of the day, at this moment. Read aloud only while time stands still. */
function Figures({ log, now, quiet }: { log: EventLog; now: number; quiet: boolean }) {
  const counts: Record<JobState, number> = { due: 0, waiting: 0, active: 0, done: 0, absent: 0 }
  for (const job of log.jobs) counts[stateAt(job, now)]++
  return (
    <dl className="replay-figures" aria-live={quiet ? 'off' : 'polite'}>
      {(['due', 'waiting', 'active', 'done', 'absent'] as const).filter(state => state !== 'absent' || hasAbsent(log)).map(state => (
        <div key={state} className={`replay-figure replay-figure-${state}`}><dt>{log.words[state]}</dt><dd>{counts[state]}</dd></div>
      ))}
      {(log.figures ?? []).map((figure) => {
        const value = figureAt(figure, now)
        return <div key={figure.label} className="replay-figure"><dt>{figure.label}</dt><dd>{value === null ? '–' : `${Math.round(value)}${figure.unit ? ` ${figure.unit}` : ''}`}</dd></div>
      })}
    </dl>
  )
}

/** One person or film: where it stands, and why it went as it did. */
function JobCard({ log, job, now }: { log: EventLog; job: LogJob; now: number }) {
  const state = stateAt(job, now)
  const kind = log.kinds.find(({ id }) => id === job.kind)
  const times = [
    job.due === null ? null : `${words.columns.due} ${momentWords(log, job.due)}`,
    job.arrives !== null && now >= job.arrives ? `${words.columns.arrives.toLowerCase()} ${momentWords(log, job.arrives)}` : null,
    job.starts !== null && now >= job.starts ? `${words.columns.starts.toLowerCase()} ${momentWords(log, job.starts)}` : null,
    job.ends !== null && now >= job.ends ? `${words.columns.ends.toLowerCase()} ${momentWords(log, job.ends)}` : null,
  ].filter(Boolean)
  return (
    <div className="replay-card">
      <p className="replay-card-name">{kind && <Token kind={kind} />}<strong>{job.label}</strong><span>{log.words[state]}</span></p>
      <p>{times.join(', ')}.{job.arrives !== null && now >= job.arrives && ` ${words.columns.waited} ${words.waited(waitedBy(job, now))}.`}</p>
      {job.note && <p>{job.note}</p>}
    </div>
  )
}

function tableOf(log: EventLog) {
  const clock = (minute: number | null) => (minute === null ? words.never : momentWords(log, minute))
  const { who, kind, due, arrives, starts, ends, waited } = words.columns
  return {
    head: [who, kind, due, arrives, starts, ends, waited, ...(log.groups ? [words.columns.how] : [])],
    rows: log.jobs.map(job => [
      job.label, log.kinds.find(({ id }) => id === job.kind)?.label ?? '', clock(job.due), clock(job.arrives), clock(job.starts), clock(job.ends),
      job.arrives === null ? words.never : words.waited(waitedBy(job, log.to)), ...(log.groups ? [job.note ?? ''] : []),
    ]),
  }
}
