import { useState } from 'react'
import { runsLeft } from '../../core/quest/machine.ts'
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
import { useBenchSolution } from './use-bench-solution.ts'

/** The bench, with what the ward needs and what may help beside it. */
export function BuildStage({ session }: { session: QuestSession }) {
  const { quest, context } = session
  const { run, verify } = useActions()
  const bench = useBenchSolution('build', context.solution)
  const [side, setSide] = useState(true)
  const left = runsLeft(quest, context)
  const submit = () => {
    bench.flush()
    void verify(bench.solution)
  }
  const onRun = () => {
    bench.flush()
    void run(bench.solution, 'train')
  }
  return (
    <div className={side ? 'workbench workbench-right' : 'workbench workbench-alone'}>
      <div className="workbench-bench card">
        <BenchView session={session} solution={bench.solution} onChange={bench.change} onRun={onRun} onSubmit={submit} highlight={session.highlight} />
      </div>
      <section className="guide card build-side">
        <StageHeading>{words.heading}</StageHeading>
        <Button small look="plain" className="build-toggle" icon={side ? 'chevron-right' : 'chevron-left'} aria-expanded={side} onClick={() => setSide(!side)}>
          {side ? words.hideSide : words.showSide}
        </Button>
        {side && (
          <>
            <div className="build-submit">
              <Button look="primary" icon="flag" onClick={submit}>{words.submit}</Button>
              <p className="field-help">{words.submitHelp}</p>
              <p className="field-help">{words.runsLeft(left)}</p>
            </div>
            <GoalsCard quest={quest} />
            <HintsCard session={session} />
          </>
        )}
      </section>
    </div>
  )
}
