import { lazy, Suspense, useDeferredValue, useMemo, useRef, useState } from 'react'
import { languageOf, readExprs } from '../../core/artefacts/exprs.ts'
import { Note } from '../../kit/note.tsx'
import type { BenchProps } from '../bench-props.ts'
import { AskPanel } from './ask-panel.tsx'
import { useGatePreview } from './gate-preview.ts'
import { GatePanel } from './gate-panel.tsx'
import { LaterPanel } from './later-panel.tsx'
import { liveOf, samplesOf } from './live.ts'
import { MapPanel } from './map-panel.tsx'
import { type Messages, MappingContext, MessagesContext } from './mapping-context.ts'
import { MappingFrame } from './mapping-frame.tsx'
import { Panes } from './mapping-panes.tsx'
import './mapping.css'
import { messageSides } from './message-sides.ts'
import { MessagePane } from './message-pane.tsx'
import { ResultsPanel } from './results-panel.tsx'
import { useFhirPath, useSqlite } from './use-fetched.ts'
import { useRowWork, useSolutionWork, withParam } from './use-map-work.ts'
import { useNarrow } from './use-narrow.ts'
import { words } from './words.ts'

// Draws records of its own kind, which messages have no use for.
const RecordsBench = lazy(() => import('./records-bench.tsx').then(file => ({ default: file.RecordsBench })))

type WorkTab = 'map' | 'ask' | 'gate' | 'later' | 'results'

/** Between two systems: what came on the left, what is wanted on the right, the map between them below. */
export function MappingBench(props: BenchProps) {
  return props.quest.build.palette.includes('map.table:records') ? <Suspense fallback={<p className="mapping-quiet">{words.fetchingBench}</p>}><RecordsBench {...props} /></Suspense> : <MessagesBench {...props} />
}

function MessagesBench(props: BenchProps) {
  const { quest } = props
  const work = useSolutionWork(props)
  const { solution, table } = work
  const rules = useMemo(() => readExprs(solution.artefacts['exprs']), [solution.artefacts])
  const exprs = useMemo(() => (rules.ok ? rules.exprs : { rules: [] }), [rules])
  const samples = useMemo(() => samplesOf(quest, solution.graph), [quest, solution.graph])
  // Letters appear at once; the trees follow when there is time.
  const later = useDeferredValue(table)
  const live = useMemo(() => liveOf(samples, later), [samples, later])
  const sides = useMemo(() => messageSides(samples), [samples])
  const [tab, setTab] = useState<WorkTab>('map')
  const root = useRef<HTMLDivElement>(null)
  const narrow = useNarrow(root)
  const [asked, ask] = useState('')
  const fhirpath = useFhirPath()
  const sqlite = useSqlite(tab === 'ask' || exprs.rules.some(rule => languageOf(rule) === 'sql'))
  const param = (block: string, name: string) => solution.graph.nodes.find(node => node.block === block)?.params[name]
  const gate = useGatePreview(fhirpath, sqlite, exprs, live.messages, param('policy.route:dead-letter', 'invalid') !== 'let through')
  const mapping = useRowWork({ props, work, live, sides, root, toMap: () => setTab('map') })
  const messages: Messages = {
    exprs, live, gate, fhirpath, sqlite, asked, ask, param,
    shown: live.messages[Math.min(mapping.index, live.messages.length - 1)] ?? null,
    changeRules: (next, label, gesture) => work.artefact('exprs', { rules: next }, label, gesture),
    changeUpdates: updates => work.artefact('mapTable', { ...table, updates }, words.editing.later),
    setParam: (block, name, value) => work.change(withParam(solution, block, name, value), words.editing.later),
  }
  return (
    <MappingContext value={mapping}>
      <MessagesContext value={messages}>
        <MappingFrame props={props} work={work} root={root} narrow={narrow} toResults={() => setTab('results')}>
          {!rules.ok && <Note tone="bad">{rules.say}</Note>}
          <Panes<WorkTab> narrow={narrow} tab={tab} tabs={TABS} setTab={setTab} source={<MessagePane />} work={panel} />
        </MappingFrame>
      </MessagesContext>
    </MappingContext>
  )
}

const TABS = ['map', 'ask', 'gate', 'later', 'results'] as const

function panel(tab: WorkTab) {
  switch (tab) {
    case 'map': return <MapPanel />
    case 'ask': return <AskPanel />
    case 'gate': return <GatePanel />
    case 'later': return <LaterPanel />
    case 'results': return <ResultsPanel />
  }
}
