import { lazy } from 'react'
import type { Solution } from '../../core/quest/schema.ts'
import { Note } from '../../kit/note.tsx'
import type { QuestSession } from '../game.ts'
import { useActions } from '../game.ts'
import { build as words } from '../words/en-quest.ts'

// The bench brings its canvas library; the cards before it should not wait for that.
const PipelineBench = lazy(() => import('../../bench/pipeline/pipeline-bench.tsx').then(file => ({ default: file.PipelineBench })))

interface BenchViewProps {
  session: QuestSession
  stage: 'practice' | 'build'
  solution: Solution
  onRun(): void
  onSubmit?(): void
  highlight: string | null
}

/** The bench that the quest asks for, with every change told to the quest. */
export function BenchView({ session, stage, solution, onRun, onSubmit, highlight }: BenchViewProps) {
  const { tell, stop } = useActions()
  const { quest, context, job, report } = session
  if (quest.build.workbench !== 'pipeline') return <Note tone="warning">{words.unknownBench(quest.build.workbench)}</Note>
  return (
    <PipelineBench
      key={stage}
      quest={quest}
      solution={solution}
      onChange={changed => tell({ type: 'solution.changed', stage, solution: changed })}
      onRun={onRun}
      onStop={stop}
      job={job}
      report={report}
      highlight={highlight}
      onInspector={view => tell({ type: 'inspector.opened', view })}
      runs={stage === 'build' ? context.runs : 0}
      {...(onSubmit ? { onSubmit } : {})}
    />
  )
}
