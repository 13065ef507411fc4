import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { readClinicPlan } from '../../core/artefacts/clinic-plan.ts'
import { readServicePlan } from '../../core/artefacts/service-plan.ts'
import type { Json, Quest, Solution } from '../../core/quest/schema.ts'
import { Button } from '../../kit/button.tsx'
import { LiveRegion } from '../../kit/live-region.tsx'
import { Note } from '../../kit/note.tsx'
import type { BenchProps } from '../bench-props.ts'
import { ClinicPanel } from './clinic-panel.tsx'
import { DaysPanel } from './days-panel.tsx'
import { LeversPanel, leversOf } from './levers-panel.tsx'
import { OpsBar } from './ops-bar.tsx'
import './ops.css'
import { runningNodes, SettingsPanel } from './settings-panel.tsx'
import { same, usePlan } from './use-plan.ts'
import { words } from './words.ts'

/** The bench of somebody who runs a service: how the work is to be done, and simulated days to watch it on. */
export function OpsBench({ quest, solution, onChange, onRun, onStop, onSubmit, job, report, highlight, runs = 0, readOnly = false }: BenchProps) {
  const [history, dispatch] = usePlan(solution, onChange)
  const [say, setSay] = useState('')
  const [ran, setRan] = useState<Solution | null>(null)
  const { present } = history
  const [back, again] = [history.past.at(-1)?.label ?? null, history.future[0]?.label ?? null]
  const runsLeft = Math.max(0, quest.build.limits.runs - runs)

  // A new report answers for the plan as it stands when it comes; runs cannot be changed under way without being seen here.
  useEffect(() => {
    if (report) setRan(present)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [report])

  const undo = () => { if (back && !readOnly) { dispatch({ type: 'undo' }); setSay(words.undone(back)) } }
  const redo = () => { if (again && !readOnly) { dispatch({ type: 'redo' }); setSay(words.redone(again)) } }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && !job && !readOnly && runsLeft > 0) onRun()
    else if (key === 'z') (event.shiftKey ? redo : undo)()
    else if (key === 'y') redo()
    else return
    event.preventDefault()
  }

  return (
    // Keys bubble up here from the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="ops" onKeyDown={onKeyDown}>
      <OpsBar
        job={job} runsLeft={runsLeft} back={back} again={again} readOnly={readOnly} highlight={highlight}
        onUndo={undo} onRedo={redo} onRun={onRun} onStop={onStop} {...(onSubmit ? { onSubmit } : {})}
      />
      <div className="ops-parts">
        <section className="ops-plan" aria-label={words.plan}>
          <Plan
            quest={quest} solution={present} readOnly={readOnly} highlight={highlight}
            onChange={(changed, label, gesture) => !readOnly && dispatch({ type: 'changed', solution: changed, label, ...(gesture ? { gesture } : {}) })}
          />
        </section>
        <DaysPanel quest={quest} report={report} stale={ran !== null && !same(ran, present)} />
      </div>
      <LiveRegion text={say} />
    </div>
  )
}

interface PlanProps {
  quest: Quest
  solution: Solution
  readOnly: boolean
  highlight: string | null
  onChange(solution: Solution, label: string, gesture?: string): void
}

/** A clinic's plan, or the levers of a service that the quest describes; a quest may also have settings of blocks alone. */
function Plan({ quest, solution, readOnly, highlight, onChange }: PlanProps) {
  const name = leversOf(quest) ? 'servicePlan' : 'plan'
  const [start, written] = [quest.build.startArtefacts[name], solution.artefacts[name]]
  const withPlan = (plan: unknown): Solution => ({ ...solution, artefacts: { ...solution.artefacts, [name]: plan as Json } })
  const read = name === 'plan' ? readClinicPlan(written) : readServicePlan(written)
  return (
    <>
      {read.ok && 'levers' in read.plan && <LeversPanel quest={quest} plan={read.plan} readOnly={readOnly} highlight={highlight} onChange={(plan, label, gesture) => onChange(withPlan(plan), label, gesture)} />}
      {read.ok && 'help' in read.plan && <ClinicPanel plan={read.plan} readOnly={readOnly} highlight={highlight} onChange={(plan, label, gesture) => onChange(withPlan(plan), label, gesture)} />}
      {!read.ok && start !== undefined && (
        <div className="ops-broken">
          <Note tone="warning">{read.say}</Note>
          <Button icon="refresh" onClick={() => onChange(withPlan(start), words.fromStart)}>{words.fromStart}</Button>
        </div>
      )}
      {runningNodes(solution).map(({ node, spec }) => (
        <SettingsPanel
          key={node.id} node={node} spec={spec} readOnly={readOnly} pointed={highlight === `node:${node.id}`}
          onChange={(name, value) => onChange(withParam(solution, node.id, name, value), `${spec.title}: ${name}`, `${node.id}.${name}`)}
        />
      ))}
    </>
  )
}

function withParam(solution: Solution, id: string, name: string, value: Json): Solution {
  const nodes = solution.graph.nodes.map(node => (node.id === id ? { ...node, params: { ...node.params, [name]: value } } : node))
  return { ...solution, graph: { ...solution.graph, nodes } }
}
