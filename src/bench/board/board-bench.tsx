import { useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { type BoardDossier, MOST_CLAUSES, MOST_QUESTIONS, readBoardDossier, withVote } from '../../core/artefacts/board-dossier.ts'
import type { RunReport } from '../../core/verdict.ts'
import { Button } from '../../kit/button.tsx'
import { LiveRegion } from '../../kit/live-region.tsx'
import { Note } from '../../kit/note.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { type CommitteeSpec, readCards } from '../../lab/governance/committee-spec.ts'
import { YearDetail } from '../../lab/governance/year-detail.ts'
import type { BenchProps } from '../bench-props.ts'
import { BoardBar } from './board-bar.tsx'
import './board.css'
import './board-papers.css'
import { CardsPanel } from './cards-panel.tsx'
import { CommitteeContext, committeeOf } from './committee.ts'
import { ContractPanel, QuestionsPanel } from './questions-panel.tsx'
import { ARTEFACT, useDossier } from './use-dossier.ts'
import { words } from './words.ts'
import type { Place } from './year-grid.tsx'
import { YearPanel } from './year-panel.tsx'

/** The bench of a committee: a year by the clock, papers with evidence, votes with reasons, model cards, questions and a contract. */
export function BoardBench(props: BenchProps) {
  const { quest, solution, onChange } = props
  const read = readBoardDossier(solution.artefacts[ARTEFACT])
  const committee = useMemo(() => committeeOf(quest, solution.graph), [quest, solution.graph])
  if (read.ok && committee) return <CommitteeContext value={committee}><Parts {...props} dossier={read.dossier} committee={committee} /></CommitteeContext>
  const start = quest.build.startArtefacts[ARTEFACT]
  return (
    <div className="board-broken">
      <Note tone="warning"><p>{words.noBoard} {read.ok ? words.noCommittee : read.say}</p></Note>
      {start !== undefined && <Button icon="refresh" onClick={() => onChange({ ...solution, artefacts: { ...solution.artefacts, [ARTEFACT]: start } })}>{words.fromStart}</Button>}
    </div>
  )
}

type Part = 'year' | 'cards' | 'questions' | 'contract'

function Parts({ dossier: given, committee, quest, solution, onChange, onRun, onStop, onSubmit, job, report, highlight, runs = 0, readOnly = false }: BenchProps & { dossier: BoardDossier; committee: CommitteeSpec }) {
  const [history, dispatch] = useDossier(given, solution, onChange)
  const dossier = history.present
  const [part, setPart] = useState<Part>('year')
  const [say, setSay] = useState('')
  const [until, setUntil] = useState(1)
  const [at, setAt] = useState<Place>({ product: 0, month: 1 })
  const detail = useDetail(report)
  const [played, setPlayed] = useState<string | null>(null)
  const now = JSON.stringify([dossier, solution.graph])
  const stale = played !== null && played !== now
  const runsLeft = Math.max(0, quest.build.limits.runs - runs)
  const [back, again] = [history.past.at(-1)?.label ?? null, history.future[0]?.label ?? null]
  const { of, empty } = readCards(committee, dossier.cards)

  // A new report answers for what stands on the bench when it comes.
  useEffect(() => {
    if (report) setPlayed(now)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [report])

  const change = (dossier: BoardDossier, label: string) => { if (!readOnly) dispatch({ type: 'changed', dossier, label }) }
  const undo = () => { if (back && !readOnly) { dispatch({ type: 'undo' }); setSay(words.undone(back)) } }
  const redo = () => { if (again && !readOnly) { dispatch({ type: 'redo' }); setSay(words.redone(again)) } }
  const mayRun = !job && !readOnly && runsLeft > 0
  const onClock = (month: number) => {
    setUntil(month)
    setAt({ ...at, month })
    setSay(words.month(month))
    if (stale && month > until && mayRun) onRun()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && mayRun) onRun()
    else if (key === 'z') (event.shiftKey ? redo : undo)()
    else if (key === 'y') redo()
    else return
    event.preventDefault()
  }
  const tabs = [
    { id: 'year', label: words.year },
    { id: 'cards', label: words.cards(`${of - empty}/${of}`) },
    { id: 'questions', label: words.questions(dossier.asked.length, MOST_QUESTIONS) },
    { id: 'contract', label: <span className={highlight === 'node:contract' ? 'board-pointed' : ''}>{words.contract(dossier.contract.length, MOST_CLAUSES)}</span> },
  ] as const
  const panel = { dossier, readOnly, onChange: change }
  return (
    // Keys bubble up here from the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="board" onKeyDown={onKeyDown}>
      <BoardBar
        job={job} runsLeft={runsLeft} back={back} again={again} readOnly={readOnly} highlight={highlight}
        onUndo={undo} onRedo={redo} onRun={onRun} onStop={onStop} {...(onSubmit ? { onSubmit } : {})}
      />
      <div className="board-parts">
        <Tabs label={words.parts} tabs={tabs} selected={part} onSelect={setPart}>
          {part === 'year' && (
            <YearPanel
              quest={quest} graph={solution.graph} dossier={dossier} detail={detail} report={report} stale={stale} readOnly={readOnly} highlight={highlight}
              until={until} at={at} onClock={onClock} onOpen={setAt}
              onVote={(month, finding, ruling, label) => change(withVote(dossier, month, finding, ruling), label)}
            />
          )}
          {part === 'cards' && <CardsPanel {...panel} />}
          {part === 'questions' && <QuestionsPanel {...panel} />}
          {part === 'contract' && <ContractPanel {...panel} />}
        </Tabs>
      </div>
      <LiveRegion text={say} />
    </div>
  )
}

/** The year of the last run that came to an end; a run that was stopped leaves the old one on the table. */
function useDetail(report: RunReport | null): YearDetail | null {
  const [seen, setSeen] = useState(() => detailIn(report))
  const [last, setLast] = useState(report)
  if (report !== last) {
    setLast(report)
    setSeen(detailIn(report) ?? seen)
  }
  return seen
}

function detailIn(report: RunReport | null): YearDetail | null {
  for (const { detail } of report?.nodes ?? []) {
    const read = detail === undefined ? null : YearDetail.safeParse(detail)
    if (read?.success) return read.data
  }
  return null
}
