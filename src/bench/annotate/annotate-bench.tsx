import { useDeferredValue, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { type Annotations, NO_ANNOTATIONS, readAnnotations } from '../../core/artefacts/annotations.ts'
import type { Json } from '../../core/quest/schema.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { LiveRegion } from '../../kit/live-region.tsx'
import { Meter } from '../../kit/meter.tsx'
import { Note } from '../../kit/note.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import type { BenchProps } from '../bench-props.ts'
import { type Annotate, AnnotateContext, type WorkTab } from './annotate-context.ts'
import './annotate.css'
import './annotate-films.css'
import { FindingsPanel } from './findings-panel.tsx'
import { HeadersPanel } from './headers-panel.tsx'
import { isRelease, liveOf, visibleFor } from './live.ts'
import { PicturesPanel } from './pictures-panel.tsx'
import { ReadersPanel } from './readers-panel.tsx'
import { ResultsPanel } from './results-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { useSolutionHistory } from './solution-history.ts'
import { termsFor } from './terms.ts'
import { words } from './words.ts'

const TABS: readonly WorkTab[] = ['rules', 'readers', 'headers', 'pictures', 'results']
const OF_NOTES: readonly WorkTab[] = ['rules', 'readers', 'results']
const OF_PICTURES: readonly WorkTab[] = ['boxes', 'results']

/** Where a node of the graph is worked on. */
const PLACES: Readonly<Record<string, WorkTab>> = { pattern: 'rules', list: 'rules', cue: 'rules', replace: 'rules', check: 'readers', marks: 'readers', header: 'headers', paint: 'pictures' }

/** Marks on everything that leaves the house: in notes by rules and by hand, in headers by letters, on pictures by box and brush. */
export function AnnotateBench(props: BenchProps) {
  const { quest, highlight, report, readOnly = false, job } = props
  const [history, dispatch] = useSolutionHistory(props.solution, props.onChange)
  const solution = history.present
  const read = useMemo(() => readAnnotations(solution.artefacts['annotations']), [solution.artefacts])
  const annotations = read.ok ? read.annotations : NO_ANNOTATIONS
  const visible = useMemo(() => visibleFor(quest, solution.graph), [quest, solution.graph])
  const { archive, pictures } = visible ?? { archive: null, pictures: null }
  // Letters appear at once; marks follow when there is time.
  const later = useDeferredValue(annotations)
  const live = useMemo(() => (archive ? liveOf(archive, later) : null), [archive, later])
  const [tab, setTab] = useState<WorkTab>(pictures ? 'boxes' : 'rules')
  const [at, setAt] = useState(0)
  const [rule, setRule] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  if (!archive || !live) return <Note tone="warning">{words.nothing}</Note>

  const release = isRelease(archive)
  const change: Annotate['change'] = (changed, label, gesture) => {
    if (readOnly) return
    const next: Annotations = { ...annotations, ...changed }
    dispatch({ type: 'changed', label, ...(gesture ? { gesture } : {}), solution: { ...solution, artefacts: { ...solution.artefacts, annotations: next as unknown as Json } } })
  }
  const bench: Annotate = {
    quest, annotations, archive, pictures, live, release, terms: termsFor(release, pictures !== null), report, readOnly, highlight, at, rule, change,
    say: setSaid,
    show: n => setAt(Math.max(0, Math.min(n, live.notes.length - 1))),
    openRule: (id) => {
      setRule(id)
      if (id !== null) setTab('rules')
    },
    changeRule: (changed, gesture) => change({ rules: annotations.rules.map(one => (one.id === changed.id ? changed : one)) }, words.editing.rule, gesture),
    addRule: (added) => {
      change({ rules: [...annotations.rules, added] }, words.editing.added)
      setRule(added.id)
      setTab('rules')
    },
    changeFilm: (machine, marks, label, gesture) => change({ films: { ...annotations.films, [machine]: marks } }, label, gesture),
  }
  const run = () => {
    setTab('results')
    props.onRun()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && !job && !readOnly) run()
    else if (key === 'z' && !readOnly) dispatch({ type: event.shiftKey ? 'redo' : 'undo' })
    else if (key === 'y' && !readOnly) dispatch({ type: 'redo' })
    else return
    event.preventDefault()
  }
  const pointed = highlight?.startsWith('node:') ? PLACES[highlight.slice(5)] : undefined
  return (
    <AnnotateContext value={bench}>
      {/* Keys bubble up here from the controls inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="annot" onKeyDown={onKeyDown}>
        <header className="annot-top">
          <div role="toolbar" aria-label={words.tools} className="annot-tools">
            <IconButton icon="undo" small label={words.undo(history.past.at(-1)?.label ?? null)} disabled={history.past.length === 0 || readOnly} onClick={() => dispatch({ type: 'undo' })} />
            <IconButton icon="redo" small label={words.redo(history.future[0]?.label ?? null)} disabled={history.future.length === 0 || readOnly} onClick={() => dispatch({ type: 'redo' })} />
          </div>
          <RunBar {...props} onRun={run} />
        </header>
        {!read.ok && <Note tone="bad">{read.say}</Note>}
        <section className="annot-work" aria-label={words.work}>
          <Tabs<WorkTab> label={words.work} selected={tab} onSelect={setTab} tabs={(pictures ? OF_PICTURES : release ? TABS : OF_NOTES).map(id => ({ id, label: <span className={pointed === id ? 'annot-pointed' : ''}>{words.tabs[id]}</span> }))}>
            <Work tab={tab} />
          </Tabs>
        </section>
        <LiveRegion text={said} />
      </div>
    </AnnotateContext>
  )
}

function Work({ tab }: { tab: WorkTab }) {
  switch (tab) {
    case 'rules': return <RulesPanel />
    case 'readers': return <ReadersPanel />
    case 'headers': return <HeadersPanel />
    case 'pictures': return <PicturesPanel />
    case 'boxes': return <FindingsPanel />
    case 'results': return <ResultsPanel />
  }
}

function RunBar({ quest, runs = 0, job, readOnly = false, onRun, onStop, onSubmit, highlight }: BenchProps) {
  const left = Math.max(0, quest.build.limits.runs - runs)
  if (job) {
    return (
      <div className="annot-run">
        <div className="annot-progress"><Meter label={words.running} share={job.progress.done} text={words.running} tone="blue" progress /></div>
        <Button icon="stop" look="danger" onClick={onStop}>{words.stop}</Button>
      </div>
    )
  }
  return (
    <div className="annot-run">
      <span className="annot-quiet">{words.runsLeft(left)}</span>
      <Button icon="run" look={onSubmit ? 'soft' : 'primary'} className={highlight === 'button:run' ? 'annot-pointed' : ''} disabled={readOnly || left === 0} onClick={onRun}>{words.run}</Button>
      {onSubmit && <Button iconAfter="next" look="primary" disabled={readOnly} onClick={onSubmit}>{words.verify}</Button>}
    </div>
  )
}
