import { useState } from 'react'
import { type BoardDossier, type Finding, type Ruling, votedIn } from '../../core/artefacts/board-dossier.ts'
import type { Quest, Solution } from '../../core/quest/schema.ts'
import type { RunReport } from '../../core/verdict.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Note } from '../../kit/note.tsx'
import type { YearDetail } from '../../lab/governance/year-detail.ts'
import { AgendaPanel } from './agenda-panel.tsx'
import { useCommittee } from './committee.ts'
import { Ledger } from './ledger.tsx'
import { PaperPanel } from './paper-panel.tsx'
import { VotePanel } from './vote-panel.tsx'
import { MONTHS, words } from './words.ts'
import { type Place, Signs, YearGrid } from './year-grid.tsx'

interface YearPanelProps {
  quest: Quest
  graph: Solution['graph']
  dossier: BoardDossier
  detail: YearDetail | null
  report: RunReport | null
  stale: boolean
  readOnly: boolean
  highlight: string | null
  /** Months that have come. */
  until: number
  at: Place
  onClock(until: number): void
  onOpen(place: Place): void
  onVote(month: number, finding: Finding, ruling: Ruling, label: string): void
}

/** The clock, the squares of the year, and the paper that is open. */
export function YearPanel({ quest, graph, dossier, detail, report, stale, readOnly, highlight, until, at, onClock, onOpen, onVote }: YearPanelProps) {
  const tools = Object.keys(useCommittee().tools)
  const problems = report?.problems ?? []
  const paper = detail?.papers.find(({ product, month }) => product === tools[at.product] && month === at.month)
  const decided = (month: number, finding: Finding) => votedIn(dossier.votes, month, finding) ?? dossier.rulings[finding] ?? null
  return (
    <div className="board-year">
      <div className="board-calendar">
        {problems.length > 0 && <Note tone="warning"><strong>{words.problems}</strong>{problems.map(({ say }) => <p key={say}>{say}</p>)}</Note>}
        {stale && detail && <Note tone="info">{words.stale}</Note>}
        <fieldset className="board-clock">
          <legend className="visually-hidden">{words.clock}</legend>
          <ClockFace month={detail ? until : 0} />
          <p className="board-month"><strong>{words.month(detail ? until : 1)}</strong> <span>{words.of}</span></p>
          <IconButton icon="chevron-left" small label={words.previous} disabled={!detail || until === 1} onClick={() => onClock(until - 1)} />
          <Button small look="primary" iconAfter="chevron-right" disabled={!detail || until === 12} onClick={() => onClock(until + 1)}>{words.next}</Button>
          <Button small look="plain" disabled={!detail || until === 12} onClick={() => onClock(12)}>{words.toEnd}</Button>
        </fieldset>
        {detail
          ? <div className="board-scroll"><YearGrid papers={detail.papers} until={until} at={at} onOpen={onOpen} /></div>
          : <div className="board-empty"><p>{words.before}</p><p className="board-help">{words.beforeHelp}</p></div>}
        {detail && (
          <AgendaPanel
            papers={detail.papers} dossier={dossier} month={at.month} months={MONTHS.slice(0, until)} readOnly={readOnly}
            onVote={(finding, ruling, label) => onVote(at.month, finding, ruling, label)}
            onPaper={finding => onOpen({ month: at.month, product: Math.max(0, tools.findIndex(id => detail.papers.some(one => one.month === at.month && one.product === id && one.finding === finding))) })}
            onMonth={month => onOpen({ ...at, month })}
          />
        )}
        {detail && <Signs />}
        <Watched graph={graph} pointed={highlight === 'node:psi' || highlight === 'node:calibration'} />
        {detail && report && until === 12 && <Ledger quest={quest} metrics={report.metrics} detail={detail} />}
      </div>
      {paper && (
        <PaperPanel paper={paper} cast={decided(paper.month, paper.finding)}>
          <VotePanel
            finding={paper.finding} month={paper.month} ruling={decided(paper.month, paper.finding)} readOnly={readOnly} pointed={highlight === 'node:vote'}
            onRule={(ruling, label) => onVote(paper.month, paper.finding, ruling, label)}
          />
        </PaperPanel>
      )}
    </div>
  )
}

/** Twelve strokes, filled up to now. */
function ClockFace({ month }: { month: number }) {
  return (
    <svg className="board-face-clock" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="22" />
      {MONTHS.map((n) => {
        const turn = (n / 12) * 2 * Math.PI
        const [x, y] = [Math.sin(turn), -Math.cos(turn)]
        return <line key={n} className={n <= month ? 'board-tick board-tick-past' : 'board-tick'} x1={24 + x * 15} y1={24 + y * 15} x2={24 + x * 19} y2={24 + y * 19} />
      })}
      <line className="board-hand" x1="24" y1="24" x2={24 + Math.sin((month / 12) * 2 * Math.PI) * 12} y2={24 - Math.cos((month / 12) * 2 * Math.PI) * 12} />
    </svg>
  )
}

/** What is watched now, in a line each; it is changed on the other bench. */
function Watched({ graph, pointed }: { graph: Solution['graph']; pointed: boolean }) {
  const [open, setOpen] = useState(true)
  return (
    <details className={pointed ? 'board-watched board-pointed' : 'board-watched'} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.watched}</summary>
      <ul>
        {Object.entries(words.watches).map(([block, { title, line }]) => {
          const node = graph.nodes.find(one => one.block === block)
          return <li key={block} className={node ? '' : 'board-unwatched'}><strong>{title}</strong>: {node ? line(node.params) : <em>{words.notWatched}</em>}</li>
        })}
      </ul>
      <p className="board-help">{words.watchHelp}</p>
    </details>
  )
}
