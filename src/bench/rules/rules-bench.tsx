import { lazy, Suspense, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { readRuleTable, type RuleTable } from '../../core/artefacts/rule-table.ts'
import { Button } from '../../kit/button.tsx'
import { LiveRegion } from '../../kit/live-region.tsx'
import { Note } from '../../kit/note.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import type { BenchProps } from '../bench-props.ts'
import { CellEditor } from './cell-editor.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { RuleCards } from './rule-cards.tsx'
import { RuleGrid } from './rule-grid.tsx'
import './rules.css'
import { RulesBar } from './rules-bar.tsx'
import { RulesContext } from './rules-context.ts'
import { SidePanel } from './side-panel.tsx'
import { useRules } from './use-rules.ts'
import { tablesBeside } from './rule-cases.ts'
import { useNarrow } from './use-narrow.ts'
import { words } from './words.ts'

// Criteria held against people have hardly a part in common with a table.
const CriteriaBench = lazy(() => import('./criteria/criteria-bench.tsx').then(file => ({ default: file.CriteriaBench })))

/** Rules of two kinds: a decision table, or criteria that are held against people. */
export function RulesBench(props: BenchProps) {
  return props.quest.build.palette.includes('match.criteria') ? <Suspense fallback={<p className="rules-quiet">{words.fetchingBench}</p>}><CriteriaBench {...props} /></Suspense> : <TableBench {...props} />
}

/** The bench on which a learner writes rules: a decision table, past cases beside it, and for each of them the reason. Several tables have a tab each. */
function TableBench(props: BenchProps) {
  const { solution } = props
  const beside = tablesBeside(solution)
  const [chosen, choose] = useState(beside[0]?.name ?? '')
  const name = beside.some(one => one.name === chosen) ? chosen : (beside[0]?.name ?? '')
  const read = readRuleTable(solution.artefacts[name])
  if (beside.length === 1) return read.ok ? <Parts {...props} name={name} table={read.table} /> : <Nothing {...props} name={name} say={read.say} />
  return (
    <div className="rules-tables">
      <Tabs label={words.tables} tabs={beside.map(one => ({ id: one.name, label: one.title }))} selected={name} onSelect={choose}>
        {read.ok ? <Parts key={name} {...props} name={name} table={read.table} /> : <Nothing {...props} name={name} say={read.say} />}
      </Tabs>
    </div>
  )
}

function Nothing({ quest, solution, onChange, name, say }: BenchProps & { name: string; say: string }) {
  const start = quest.build.startArtefacts[name]
  return (
    <div className="rules-empty">
      <Note tone="warning"><p>{words.noTable} {say}</p></Note>
      {start !== undefined && <Button icon="refresh" onClick={() => onChange({ ...solution, artefacts: { ...solution.artefacts, [name]: start } })}>Take the table the quest begins with</Button>}
    </div>
  )
}

function Parts({ name, table, ...props }: BenchProps & { name: string; table: RuleTable }) {
  const frame = useRef<HTMLDivElement>(null)
  const narrow = useNarrow(frame)
  const [keys, setKeys] = useState(false)
  const { bench, say, side, setSide } = useRules(name, table, props, frame)
  const limit = props.quest.build.limits.runs
  const runs = props.runs ?? 0
  const run = () => props.onRun()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && !props.job && !bench.readOnly && runs < limit && !bench.editing) run()
    else if (event.target instanceof HTMLInputElement) return
    else if (key === 'z') bench[event.shiftKey ? 'redo' : 'undo']()
    else if (key === 'y') bench.redo()
    else return
    event.preventDefault()
  }
  return (
    <RulesContext value={bench}>
      {/* Keys bubble up here from the controls inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={frame} className={narrow ? 'rules-frame rules-narrow' : 'rules-frame'} onKeyDown={onKeyDown}>
        <div className="rules">
          <RulesBar
            job={props.job} runsLeft={Math.max(0, limit - runs)} onRun={run} onStop={props.onStop} onKeys={() => setKeys(true)} narrow={narrow}
            {...(props.onSubmit ? { onSubmit: props.onSubmit } : {})}
          />
          <div className="rules-stage">{narrow ? <RuleCards /> : <RuleGrid />}</div>
          <div className="rules-side"><SidePanel side={side} onSide={setSide} onInspector={props.onInspector} metrics={props.quest.verify.metrics} /></div>
        </div>
        {bench.editing && <CellEditor key={`${bench.editing.place.row} ${bench.editing.place.col}`} frame={frame} />}
        {keys && <KeysDialog onClose={() => setKeys(false)} />}
        <LiveRegion text={say} />
      </div>
    </RulesContext>
  )
}
