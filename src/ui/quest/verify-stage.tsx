import { useDeferredValue } from 'react'
import type { Verdict, VerdictSummary } from '../../core/verdict.ts'
import { ViewChart } from '../../kit/charts/view-chart.tsx'
import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import { LiveRegion } from '../../kit/live-region.tsx'
import type { QuestSession } from '../game.ts'
import { useActions, useGame } from '../game.ts'
import { common } from '../words/en.ts'
import { verify as words } from '../words/en-quest.ts'
import { CaseList } from './case-list.tsx'
import { GoalList } from './goal-list.tsx'
import { StageHeading } from './stage-heading.tsx'
import { TrapReplay } from './trap-replay.tsx'
import { TrapStory } from './trap-story.tsx'
import { medalWords, VerdictHead, WardNotes } from './verdict-head.tsx'
import { SetsTable, TestAndWardTable } from './verdict-tables.tsx'
import './verify.css'
import { VerifyProgress } from './verify-progress.tsx'

/** What the hidden patients say: the medal, each goal with what is missing, the trap, the charts to read. */
export function VerifyStage({ session }: { session: QuestSession }) {
  const summary = session.verdict ?? session.context.lastVerdict
  if (session.state === 'verifying' || session.job?.kind === 'verify') return <VerifyProgress job={session.job} />
  if (!summary) return <Nothing />
  return (
    <div className="verdict">
      <StageHeading visuallyHidden>{words.heading}</StageHeading>
      <LiveRegion text={`${common.medals[summary.medal]}. ${medalWords(summary)}`} />
      <VerdictHead summary={summary} verdict={session.verdict}><Ways session={session} summary={summary} /></VerdictHead>
      {session.verdict?.reveal && session.verdict.replay && (
        <TrapReplay reveal={session.verdict.reveal} replay={session.verdict.replay} />
      )}
      {session.verdict?.reveal && session.verdict.story && <TrapStory reveal={session.verdict.reveal} story={session.verdict.story} />}
      <WardNotes summary={summary} />
      <GoalList quest={session.quest} summary={summary} />
      {session.verdict ? <Details session={session} verdict={session.verdict} /> : <AskAgain session={session} />}
      <div className="verdict-ways"><Ways session={session} summary={summary} /></div>
    </div>
  )
}

function Ways({ session, summary }: { session: QuestSession; summary: VerdictSummary }) {
  const { tell } = useActions()
  const mayGoOn = session.context.best !== 'none'
  const better = summary.medal === 'none'
  return (
    <>
      <Button look={better ? 'primary' : 'soft'} icon="back" onClick={() => tell({ type: 'stage.entered', stage: 'build' })}>{words.back}</Button>
      {mayGoOn && (
        <Button look={better ? 'soft' : 'primary'} iconAfter="next" onClick={() => tell({ type: 'stage.entered', stage: 'debrief' })}>{words.debrief}</Button>
      )}
    </>
  )
}

/** A screen or two below the medal: drawn after it, so that neither waits for the other. */
function Details({ session, verdict: whole }: { session: QuestSession; verdict: Verdict }) {
  const verdict = useDeferredValue(whole, null)
  if (!verdict) return null
  return (
    <>
      {verdict.problems.length === 0 && <TestAndWardTable quest={session.quest} verdict={verdict} />}
      {verdict.cases.length > 0 && <CaseList cases={verdict.cases} outcome={session.quest.verify.outcome} />}
      {verdict.views.length > 0 && (
        <section className="card verdict-section" aria-labelledby="charts-heading">
          <h3 id="charts-heading">{words.charts}</h3>
          <div className="verdict-charts">
            {verdict.views.map(view => <ViewChart key={`${view.view} ${'column' in view ? view.column : 'title' in view ? view.title : ''}`} view={view} />)}
          </div>
        </section>
      )}
      <SetsTable quest={session.quest} verdict={verdict} />
    </>
  )
}

/** After a reload only the figures are kept; charts and cases can be worked out again from the solution. */
function AskAgain({ session }: { session: QuestSession }) {
  const { showVerdict } = useActions()
  // The bench may have changed since; the journal has what was handed in.
  const handedIn = useGame(state => state.career.journal.findLast(entry => entry.quest === session.quest.id)?.solution) ?? session.context.solution
  return (
    <section className="card verdict-section">
      <p>{words.detailsHelp}</p>
      <div><Button icon="refresh" onClick={() => void showVerdict(handedIn)}>{words.details}</Button></div>
    </section>
  )
}

function Nothing() {
  const { tell } = useActions()
  return (
    <section className="card verdict-section">
      <StageHeading>{words.heading}</StageHeading>
      <p>{words.none}</p>
      <div><Button look="primary" icon="back" onClick={() => tell({ type: 'stage.entered', stage: 'build' })}>{words.back}</Button></div>
    </section>
  )
}
