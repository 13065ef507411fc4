import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { type MatchPlan, readMatchPlan } from '../../../core/artefacts/match-plan.ts'
import { Button, IconButton } from '../../../kit/button.tsx'
import { classNames } from '../../../kit/class-names.ts'
import { Meter } from '../../../kit/meter.tsx'
import { Note } from '../../../kit/note.tsx'
import { Tabs } from '../../../kit/tabs.tsx'
import type { Pool } from '../../../lab/match/pool.ts'
import type { BenchProps } from '../../bench-props.ts'
import { FiguresPanel } from '../figures-panel.tsx'
import type { History } from '../history.ts'
import '../rules.css'
import { useArtefact } from '../use-artefact.ts'
import { useNarrow } from '../use-narrow.ts'
import { words } from '../words.ts'
import { CriteriaContext, type CriteriaState } from './criteria-context.ts'
import { liveOf, poolOf } from './criteria-live.ts'
import { CriteriaPanel } from './criteria-panel.tsx'
import { said } from './criteria-words.ts'
import './criteria.css'
import { ListsPanel } from './lists-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { QuestionsPanel } from './questions-panel.tsx'

const ARTEFACT = 'matchPlan'
type Tab = 'questions' | 'criteria' | 'lists' | 'results' | 'people'

/** People and what they may be offered: what is asked of their files, each criterion as atoms, and the lists; beside it everybody with a reason. */
export function CriteriaBench(props: BenchProps) {
  const { quest, solution, onChange } = props
  const read = useMemo(() => readMatchPlan(solution.artefacts[ARTEFACT]), [solution.artefacts])
  const pool = useMemo(() => poolOf(quest, solution.graph), [quest, solution.graph])
  if (!pool) return <Note tone="bad">{said.noPeople}</Note>
  if (read.ok) return <Parts {...props} plan={read.plan} pool={pool} />
  const start = quest.build.startArtefacts[ARTEFACT]
  return (
    <div className="rules-empty">
      <Note tone="warning"><p>{said.noPlan} {read.say}</p></Note>
      {start !== undefined && <Button icon="refresh" onClick={() => onChange({ ...solution, artefacts: { ...solution.artefacts, [ARTEFACT]: start } })}>{said.takeStart}</Button>}
    </div>
  )
}

function Parts({ plan: given, pool, ...props }: BenchProps & { plan: MatchPlan; pool: Pool }) {
  const { quest, solution, report, readOnly = false, highlight } = props
  const [history, dispatch] = useArtefact(ARTEFACT, given, solution, props.onChange)
  const plan = history.present
  // Letters appear at once; people follow when there is time.
  const later = useDeferredValue(plan)
  const live = useMemo(() => liveOf(pool, later), [pool, later])
  const [offer, setOffer] = useState(0)
  const [tab, setTab] = useState<Tab>('questions')
  const frame = useRef<HTMLDivElement>(null)
  const narrow = useNarrow(frame)
  const step = (type: 'undo' | 'redo') => !readOnly && dispatch({ type })
  const run = () => {
    setTab('results')
    props.onRun()
  }
  const state: CriteriaState = {
    quest, plan, pool, live, report, readOnly, highlight, offer, setOffer,
    change: (value, label, gesture) => !readOnly && dispatch({ type: 'changed', value, label, ...(gesture ? { gesture } : {}) }),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && !props.job && !readOnly) run()
    else if (key === 'z') step(event.shiftKey ? 'redo' : 'undo')
    else if (key === 'y') step('redo')
    else return
    event.preventDefault()
  }
  const [problem] = live.compiled.problems
  const tabs: readonly Tab[] = ['questions', 'criteria', 'lists', ...(narrow ? ['people' as const] : []), 'results']
  const shown = tabs.includes(tab) ? tab : 'questions'
  const panels: Record<Tab, () => ReactNode> = {
    questions: () => <QuestionsPanel />, criteria: () => <CriteriaPanel />, lists: () => <ListsPanel />, people: () => <PeoplePanel />,
    results: () => <FiguresPanel metrics={quest.verify.metrics} report={report} before={said.before} />,
  }
  return (
    <CriteriaContext value={state}>
      {/* Keys bubble up here from the controls inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={frame} className={classNames('rules-frame', narrow && 'rules-narrow')} onKeyDown={onKeyDown}>
        <div className={classNames('criteria', narrow && 'criteria-narrow')}>
          <Bar {...props} history={history} onStep={step} onRun={run} />
          {problem && <Note tone="bad">{problem.say}</Note>}
          <div className="criteria-parts">
            <section className="criteria-work" aria-label={said.work}>
              <Tabs<Tab> label={said.work} selected={shown} onSelect={setTab} tabs={tabs.map(id => ({ id, label: <span className={highlight === `inspector:${id}` ? 'rules-pointed' : ''}>{said.tabs[id]}</span> }))}>
                {panels[shown]()}
              </Tabs>
            </section>
            {!narrow && <section className="criteria-people" aria-label={said.people}><PeoplePanel /></section>}
          </div>
        </div>
      </div>
    </CriteriaContext>
  )
}

function Bar({ history, onStep, onRun, ...props }: BenchProps & { history: History<MatchPlan>; onStep(type: 'undo' | 'redo'): void }) {
  const { job, readOnly = false, highlight, quest } = props
  const [back, again] = [history.past.at(-1)?.label ?? null, history.future[0] ? '' : null]
  const left = Math.max(0, quest.build.limits.runs - (props.runs ?? 0))
  return (
    <header className="rules-bar">
      <div className="rules-tools" role="toolbar" aria-label={words.tools}>
        <IconButton icon="undo" small label={said.undo(back)} disabled={back === null || readOnly} onClick={() => onStep('undo')} />
        <IconButton icon="redo" small label={said.redo(history.future[0]?.label ?? null)} disabled={again === null || readOnly} onClick={() => onStep('redo')} />
      </div>
      {job
        ? (
            <div className="rules-run">
              <div className="rules-progress"><Meter label={words.running} share={job.progress.done} text={words.running} tone="blue" progress /></div>
              <Button icon="stop" look="danger" onClick={props.onStop}>{words.stop}</Button>
            </div>
          )
        : (
            <div className="rules-run">
              <span className="rules-left">{words.runsLeft(left)}</span>
              <Button icon="run" look={props.onSubmit ? 'soft' : 'primary'} className={highlight === 'button:run' ? 'rules-pointed' : ''} disabled={readOnly || left === 0} onClick={onRun}>{words.run}</Button>
              {props.onSubmit && <Button iconAfter="next" look="primary" disabled={readOnly} onClick={props.onSubmit}>{words.verify}</Button>}
            </div>
          )}
    </header>
  )
}
