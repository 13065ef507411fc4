/** The bench alone, without hospital or judge: to look at it, and to drive it with a browser. `?stage=practice|build|reference|widget` */
import '@fontsource-variable/atkinson-hyperlegible-next'
import '@fontsource/nunito/800.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { PipelineBench } from '../../src/bench/pipeline/pipeline-bench.tsx'
import { topologicalOrder } from '../../src/bench/pipeline/graph-order.ts'
import { Quest } from '../../src/core/quest/schema.ts'
import type { Progress, RunReport } from '../../src/core/verdict.ts'
import { IconArrayExplorer } from '../../src/kit/charts/icon-array-explorer.tsx'
import '../../src/kit/tokens.css'
import '../../src/kit/base.css'
import questFile from '../../quests/readmission-risk/quest.json'
import { reportFor } from './bench-report.ts'

const quest = Quest.parse(questFile)
const query = new URLSearchParams(location.search)
const stage = query.get('stage') ?? 'build'
const graph = stage === 'practice' && quest.practiceStart ? quest.practiceStart : stage === 'reference' ? quest.build.reference : quest.build.start

function Harness() {
  const [solution, setSolution] = useState({ graph, artefacts: {} })
  const [job, setJob] = useState<{ kind: 'run'; progress: Progress } | null>(null)
  const [report, setReport] = useState<RunReport | null>(query.has('ran') ? reportFor(graph) : null)
  const [runs, setRuns] = useState(0)
  const [timer, setTimer] = useState(0)
  const run = () => {
    const order = topologicalOrder(solution.graph)
    let at = 0
    setRuns(n => n + 1)
    const handle = window.setInterval(() => {
      const node = order[at]
      if (!node) {
        clearInterval(handle)
        setJob(null)
        setReport(reportFor(solution.graph))
        return
      }
      setJob({ kind: 'run', progress: { phase: 'fit', node: node.id, done: at / order.length } })
      at += 1
    }, Number(query.get('step') ?? 250))
    setTimer(handle)
  }
  const stop = () => {
    clearInterval(timer)
    setJob(null)
  }
  Object.assign(window, { solution })
  return (
    <main style={{ height: '100dvh', maxWidth: query.get('width') ?? 'none', padding: '0.75rem', boxSizing: 'border-box', overflow: 'auto' }}>
      <h1 className="visually-hidden">Bench</h1>
      <h2 className="visually-hidden">Build</h2>
      <PipelineBench
        quest={quest} solution={solution} onChange={setSolution} job={job} report={report} runs={runs}
        highlight={query.get('highlight')} onInspector={view => Object.assign(window, { inspected: view })}
        onRun={run} onStop={stop} {...(stage === 'practice' ? {} : { onSubmit: () => Object.assign(window, { submitted: true }) })}
      />
    </main>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(stage === 'widget' ? <main style={{ maxWidth: '60rem', margin: '1rem auto', padding: '1rem', background: '#fff', borderRadius: 20 }}><IconArrayExplorer /></main> : <Harness />)
}
