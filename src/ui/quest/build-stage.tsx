import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import '../../kit/card.css'
import type { QuestSession } from '../game.ts'
import { useActions } from '../game.ts'
import { build as words } from '../words/en-quest.ts'
import { BenchView } from './bench-view.tsx'
import { GoalsCard } from './goals-card.tsx'
import { HintsCard } from './hints-card.tsx'
import './practice.css'
import './build.css'
import { StageHeading } from './stage-heading.tsx'

/** The bench, with what the ward needs and what may help beside it. */
export function BuildStage({ session }: { session: QuestSession }) {
  const { quest, context } = session
  const { run, verify } = useActions()
  const [side, setSide] = useState(true)
  return (
    <div className={side ? 'workbench workbench-right' : 'workbench workbench-alone'}>
      <StageHeading visuallyHidden>{words.heading}</StageHeading>
      <div className="workbench-bench card">
        <BenchView
          session={session}
          stage="build"
          solution={context.solution}
          onRun={() => void run(context.solution, 'train')}
          onSubmit={() => void verify(context.solution)}
          highlight={session.highlight}
        />
      </div>
      <section className="guide card build-side" aria-label={words.showSide}>
        <Button small look="plain" className="build-toggle" icon={side ? 'chevron-right' : 'chevron-left'} aria-expanded={side} onClick={() => setSide(!side)}>
          {side ? words.hideSide : words.showSide}
        </Button>
        {side && (
          <>
            <GoalsCard quest={quest} />
            <HintsCard session={session} />
          </>
        )}
      </section>
    </div>
  )
}
