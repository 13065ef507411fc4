import { useDeferredValue, useMemo, useState } from 'react'
import type { BenchKind, Solution } from '../../core/quest/schema.ts'
import { Note } from '../../kit/note.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import type { QuestSession } from '../game.ts'
import { useActions, useGame, useReadOnly } from '../game.ts'
import { build as words } from '../words/en-quest.ts'
import { benches } from './benches.ts'

interface BenchViewProps {
  session: QuestSession
  stage: 'practice' | 'build'
  solution: Solution
  onRun(): void
  onSubmit?(): void
  highlight: string | null
}

/** The bench that the quest asks for, with every change told to the quest. A second kind of work is a second tab. */
export function BenchView(props: BenchViewProps) {
  const { workbench, secondary } = props.session.quest.build
  const [kind, setKind] = useState(workbench)
  if (!secondary) return <OneBench {...props} kind={workbench} />
  const tabs = [workbench, secondary].map(id => ({ id, label: words.benchNames[id] }))
  return <Tabs label={words.benchTabs} tabs={tabs} selected={kind} onSelect={setKind}><OneBench {...props} kind={kind} /></Tabs>
}

function OneBench({ kind, session, stage, solution, onRun, onSubmit, highlight }: BenchViewProps & { kind: BenchKind }) {
  const { tell, stop, textEngine } = useActions()
  const model = useGame(({ settings }) => settings.model)
  // Another choice in the settings is another engine.
  const engine = useMemo(() => (model.engine === 'off' ? {} : { textEngine: () => textEngine() }), [model, textEngine])
  const readOnly = useReadOnly()
  const { quest, context, job } = session
  // A dozen charts at once: the page answers while they are drawn.
  const report = useDeferredValue(session.report)
  const Bench = benches[kind]
  if (!Bench) return <Note tone="warning">{words.unknownBench(kind)}</Note>
  return (
    <Bench
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
      readOnly={readOnly}
      {...(onSubmit ? { onSubmit } : {})}
      {...engine}
    />
  )
}
