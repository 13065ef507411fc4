import { Suspense } from 'react'
import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import { OutcomeContext, PLAIN_OUTCOME } from '../../kit/charts/outcome-words.ts'
import { Icon } from '../../kit/icon.tsx'
import { Note } from '../../kit/note.tsx'
import type { QuestSession } from '../game.ts'
import { useActions, useGame } from '../game.ts'
import { common } from '../words/en.ts'
import { shell } from '../words/en-quest.ts'
import { BriefStage } from './brief-stage.tsx'
import { BuildStage } from './build-stage.tsx'
import { DebriefStage } from './debrief-stage.tsx'
import { Huddle } from './huddle.tsx'
import { KeptBeside } from './kept-beside.tsx'
import { LearnStage } from './learn-stage.tsx'
import { PracticeStage } from './practice-stage.tsx'
import './quest.css'
import { SavedSign } from './saved-sign.tsx'
import { StageNav } from './stage-nav.tsx'
import { VerifyStage } from './verify-stage.tsx'

/** A quest from the brief to the debrief: where you stand, what is kept, the way out, and the stage itself. */
export function QuestShell() {
  const session = useGame(state => state.session)
  const failure = useGame(state => state.failure)
  const { leaveQuest } = useActions()
  if (!session) return <NotOpen failure={failure} />
  const wide = session.stage === 'practice' || session.stage === 'build'
  return (
    <div className={wide ? 'quest quest-wide' : 'quest'}>
      <header className="quest-head card">
        <Button look="plain" icon="back" className="quest-leave" onClick={leaveQuest}>{shell.leave}</Button>
        <h1>{session.quest.title}</h1>
        <StageNav session={session} />
        <SavedSign />
      </header>
      <div className="quest-notice">
        {session.notice && <output><Note tone="warning">{session.notice}</Note></output>}
        <KeptBeside session={session} />
      </div>
      <main className="quest-stage">
        <OutcomeContext value={session.quest.verify.outcome ?? PLAIN_OUTCOME}>
          <Suspense fallback={<output className="quest-wait">{common.loading}</output>}><StageView session={session} /></Suspense>
        </OutcomeContext>
      </main>
      <Huddle session={session} />
      <footer className="quest-small">{common.trainingData}</footer>
    </div>
  )
}

function StageView({ session }: { session: QuestSession }) {
  switch (session.stage) {
    case 'brief': return <BriefStage session={session} />
    case 'learn': return <LearnStage session={session} />
    case 'practice': return <PracticeStage session={session} />
    case 'build': return <BuildStage session={session} />
    case 'verify': return <VerifyStage session={session} />
    case 'debrief': return <DebriefStage session={session} />
  }
}

function NotOpen({ failure }: { failure: string | null }) {
  const { go } = useActions()
  return (
    <main className="waiting">
      {failure
        ? (
            <div className="card quest-failed">
              <Icon name="warning" size={2} />
              <h1>{shell.failed}</h1>
              <p>{failure}</p>
              <Button look="primary" icon="back" onClick={() => go({ at: 'hospital' })}>{shell.leave}</Button>
            </div>
          )
        : <><h1 className="visually-hidden">{common.hospitalLong}</h1><output className="waiting-card"><Icon name="clock" />{shell.opening}</output></>}
    </main>
  )
}
