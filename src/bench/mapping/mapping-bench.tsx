import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { languageOf, readExprs } from '../../core/artefacts/exprs.ts'
import { type MapTable, readMapTable } from '../../core/artefacts/map-table.ts'
import type { Json, Solution } from '../../core/quest/schema.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Meter } from '../../kit/meter.tsx'
import { Note } from '../../kit/note.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import type { BenchProps } from '../bench-props.ts'
import { AskPanel } from './ask-panel.tsx'
import { useGatePreview } from './gate-preview.ts'
import { GatePanel } from './gate-panel.tsx'
import { LaterPanel } from './later-panel.tsx'
import { liveOf, samePath, samplesOf } from './live.ts'
import { inserted, newRow } from './map-edit.ts'
import { MapPanel } from './map-panel.tsx'
import { type Mapping, MappingContext, useMapping, type WorkTab } from './mapping-context.ts'
import './mapping.css'
import { MessageBar } from './message-bar.tsx'
import { MessagePane } from './message-pane.tsx'
import { PortalPane } from './portal-pane.tsx'
import { ResultsPanel } from './results-panel.tsx'
import { useSolutionHistory } from './solution-history.ts'
import { useFhirPath, useSqlite } from './use-fetched.ts'
import { useNarrow } from './use-narrow.ts'
import { words } from './words.ts'

const NO_MAP: MapTable = { rows: [], updates: { empty: 'keep', quotes: 'remove' } }

/** Between two systems: the message on the left, what the portal gets on the right, the map between them below. */
export function MappingBench(props: BenchProps) {
  const { quest, highlight, report, readOnly = false, job, runs = 0 } = props
  const [history, dispatch] = useSolutionHistory(props.solution, props.onChange)
  const solution = history.present
  const map = useMemo(() => readMapTable(solution.artefacts['mapTable']), [solution.artefacts])
  const rules = useMemo(() => readExprs(solution.artefacts['exprs']), [solution.artefacts])
  const table = map.ok ? map.table : NO_MAP
  const exprs = useMemo(() => (rules.ok ? rules.exprs : { rules: [] }), [rules])
  const samples = useMemo(() => samplesOf(quest, solution.graph), [quest, solution.graph])
  // Letters appear at once; the trees follow when there is time.
  const later = useDeferredValue(table)
  const live = useMemo(() => liveOf(samples, later), [samples, later])
  const [index, setIndex] = useState(0)
  const [row, setRow] = useState<string | null>(null)
  const [tab, setTab] = useState<WorkTab>('map')
  const root = useRef<HTMLDivElement>(null)
  const narrow = useNarrow(root)
  const [asked, ask] = useState('')
  const fhirpath = useFhirPath()
  const sqlite = useSqlite(tab === 'ask' || exprs.rules.some(rule => languageOf(rule) === 'sql'))
  const param = (block: string, name: string) => solution.graph.nodes.find(node => node.block === block)?.params[name]
  const gate = useGatePreview(fhirpath, sqlite, exprs, live.messages, param('policy.route:dead-letter', 'invalid') !== 'let through')

  const change = (next: Solution, label: string, gesture?: string) => {
    if (!readOnly) dispatch({ type: 'changed', solution: next, label, ...(gesture ? { gesture } : {}) })
  }
  const artefact = (name: string, value: unknown, label: string, gesture?: string) => change({ ...solution, artefacts: { ...solution.artefacts, [name]: value as Json } }, label, gesture)
  const openRow = (id: string | null) => {
    setRow(id)
    if (id !== null) setTab('map')
  }
  const focusRow = (id: string) => requestAnimationFrame(() => requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()))
  const addRow: Mapping['addRow'] = start => {
    const made = newRow(table.rows, start)
    artefact('mapTable', { ...table, rows: inserted(table.rows, made, row) }, words.editing.row)
    openRow(made.id)
    focusRow(made.id)
  }
  const mapping: Mapping = {
    quest, table, exprs, live, gate, fhirpath, sqlite, asked, ask, report, readOnly, highlight, index, row, openRow, addRow, param,
    shown: live.messages[Math.min(index, live.messages.length - 1)] ?? null,
    show: i => setIndex(Math.max(0, Math.min(i, live.messages.length - 1))),
    changeRows: (rows, label, gesture) => artefact('mapTable', { ...table, rows }, label, gesture),
    changeRules: (next, label, gesture) => artefact('exprs', { rules: next }, label, gesture),
    changeUpdates: updates => artefact('mapTable', { ...table, updates }, words.editing.later),
    setParam: (block, name, value) => change({
      ...solution, graph: { ...solution.graph, nodes: solution.graph.nodes.map(node => (node.block === block ? { ...node, params: { ...node.params, [name]: value } } : node)) },
    }, words.editing.later),
    goToPath: (path, by) => {
      const found = by ?? table.rows.find(one => samePath(one.to, path))?.id
      if (found === undefined) return readOnly ? undefined : addRow({ to: path })
      openRow(found)
      focusRow(found)
    },
  }
  const run = () => {
    setTab('results')
    props.onRun()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && !job && !readOnly) run()
    else if (event.target instanceof HTMLElement && event.target.closest('.cm-editor')) return
    else if (key === 'z' && !readOnly) dispatch({ type: event.shiftKey ? 'redo' : 'undo' })
    else if (key === 'y' && !readOnly) dispatch({ type: 'redo' })
    else return
    event.preventDefault()
  }
  const left = Math.max(0, quest.build.limits.runs - runs)
  return (
    <MappingContext value={mapping}>
      {/* Keys bubble up here from the controls inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={classNames('mapping', narrow && 'mapping-narrow')} ref={root} onKeyDown={onKeyDown}>
        <header className="mapping-top">
          <IconButton icon="undo" small label={words.undo(history.past.at(-1)?.label ?? null)} disabled={history.past.length === 0 || readOnly} onClick={() => dispatch({ type: 'undo' })} />
          <IconButton icon="redo" small label={words.redo(history.future[0]?.label ?? null)} disabled={history.future.length === 0 || readOnly} onClick={() => dispatch({ type: 'redo' })} />
          <MessageBar />
          <RunBar {...props} left={left} onRun={run} />
        </header>
        {!map.ok && <Note tone="bad">{map.say}</Note>}
        {!rules.ok && <Note tone="bad">{rules.say}</Note>}
        {narrow ? <NarrowPanes tab={tab} setTab={setTab} /> : <WidePanes tab={tab} setTab={setTab} />}
      </div>
    </MappingContext>
  )
}

interface PanesProps {
  tab: WorkTab
  setTab(tab: WorkTab): void
}

function WidePanes({ tab, setTab }: PanesProps) {
  return (
    <>
      <div className="mapping-sides"><MessagePane /><PortalPane /></div>
      <section className="mapping-work" aria-label={words.work}>
        <Tabs<WorkTab> label={words.work} selected={tab} onSelect={setTab} tabs={TABS.map(id => ({ id, label: <Pointed tab={id}>{words.tabs[id]}</Pointed> }))}>
          <Work tab={tab} />
        </Tabs>
      </section>
    </>
  )
}

const TABS = ['map', 'ask', 'gate', 'later', 'results'] as const

/** On a phone everything is one thing at a time. */
function NarrowPanes({ tab, setTab }: PanesProps) {
  const [pane, setPane] = useState<'source' | 'portal' | null>('source')
  const [known, setKnown] = useState(tab)
  // A row that was asked for from elsewhere comes to the front.
  if (known !== tab) {
    setKnown(tab)
    setPane(null)
  }
  const selected = pane ?? tab
  const select = (id: 'source' | 'portal' | WorkTab) => {
    if (id === 'source' || id === 'portal') return setPane(id)
    setPane(null)
    setTab(id)
    setKnown(id)
  }
  const { row } = useMapping()
  const [seen, setSeen] = useState(row)
  if (seen !== row) {
    setSeen(row)
    if (row !== null) setPane(null)
  }
  return (
    <section className="mapping-work" aria-label={words.work}>
      <Tabs label={words.work} selected={selected} onSelect={select} tabs={(['source', 'portal', ...TABS] as const).map(id => ({ id, label: <Pointed tab={id}>{words.panes[id]}</Pointed> }))}>
        {selected === 'source' ? <MessagePane /> : selected === 'portal' ? <PortalPane /> : <Work tab={selected} />}
      </Tabs>
    </section>
  )
}

function Work({ tab }: { tab: WorkTab }) {
  switch (tab) {
    case 'map': return <MapPanel />
    case 'ask': return <AskPanel />
    case 'gate': return <GatePanel />
    case 'later': return <LaterPanel />
    case 'results': return <ResultsPanel />
  }
}

function Pointed({ tab, children }: { tab: string; children: string }) {
  const { highlight } = useMapping()
  return <span className={highlight === `node:${tab}` ? 'mapping-pointed' : ''}>{children}</span>
}

function RunBar({ job, readOnly = false, left, onRun, onStop, onSubmit, highlight }: BenchProps & { left: number }) {
  if (job) {
    const share = job.progress.done
    return (
      <div className="mapping-run">
        <Meter label={words.progress} share={share} text={`${Math.round(share * 100)}%`} tone="blue" progress />
        <Button icon="stop" look="danger" onClick={onStop}>{words.stop}</Button>
      </div>
    )
  }
  return (
    <div className="mapping-run">
      <span className="mapping-quiet">{words.runsLeft(left)}</span>
      <Button icon="run" look={onSubmit ? 'soft' : 'primary'} className={highlight === 'button:run' ? 'mapping-pointed' : ''} disabled={readOnly || left === 0} onClick={onRun}>{words.run}</Button>
      {onSubmit && <Button iconAfter="next" look="primary" disabled={readOnly} onClick={onSubmit}>{words.verify}</Button>}
    </div>
  )
}
