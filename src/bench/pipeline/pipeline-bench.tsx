import { ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import type { ColumnChoice } from '../../kit/param-form/column-terms.ts'
import type { BlockSpec } from '../../lab/graph/block.ts'
import type { BenchProps } from '../bench-props.ts'
import { BenchContext } from './bench-context.ts'
import type { Bench } from './bench-context.ts'
import './bench.css'
import { specsById } from './block-specs.ts'
import { Canvas } from './canvas.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { Dock, Results } from './dock.tsx'
import type { DockSide } from './dock.tsx'
import { highlighted } from './highlight.ts'
import { NODE_HEIGHT } from './layout.ts'
import { NoticeStrip } from './notice-strip.tsx'
import { PalettePanel } from './palette-panel.tsx'
import { looksIn, momentColumns } from './moment-columns.ts'
import { columnsOf, namesMade, paletteOf, withMade } from './quest-parts.ts'
import { RunBar } from './run-bar.tsx'
import { nodeRunStates } from './run-state.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { TableView } from './table-view.tsx'
import { Toolbar } from './toolbar.tsx'
import { useBenchActions } from './use-bench-actions.ts'
import { useGraph } from './use-graph.ts'
import { useSize } from './use-size.ts'

export interface PipelineBenchProps extends BenchProps {
  limits?: { nodes: number; runs: number }
  /** The quest's own blocks and columns unless given. */
  palette?: readonly BlockSpec[]
  columns?: readonly ColumnChoice[]
}

/** The bench on which a learner builds a pipeline: palette, canvas or table, settings, results. Fills its container. */
export function PipelineBench(props: PipelineBenchProps) {
  return <ReactFlowProvider><BenchParts {...props} /></ReactFlowProvider>
}

type Way = 'canvas' | 'table'

function BenchParts(props: PipelineBenchProps) {
  const { quest, solution, onChange, job, report, highlight, runs = 0, limits = quest.build.limits, readOnly = false } = props
  const palette = useMemo(() => props.palette ?? paletteOf(quest), [props.palette, quest])
  const given = useMemo(() => props.columns ?? columnsOf(quest), [props.columns, quest])
  const specs = useMemo(() => specsById(palette), [palette])
  const [way, setWay] = useState<Way | null>(null)
  const [dock, setDock] = useState<DockSide>('settings')
  const [connecting, setConnecting] = useState<string | null>(null)
  const [shortcuts, setShortcuts] = useState(false)
  const [blocksChosen, setBlocksOpen] = useState<boolean | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const size = useSize(root)
  const drawer = size === 'narrow' || size === 'small'
  const blocksOpen = blocksChosen ?? !drawer
  const flow = useReactFlow()
  const shown = way ?? (size === 'narrow' ? 'table' : 'canvas')
  const [history, dispatch] = useGraph(solution, onChange)
  const made = namesMade(history.present).join('\n')
  // The same list while the names stay: editors begin anew with another one.
  const looks = looksIn(history.present).join('\n')
  const columns = useMemo(() => momentColumns(withMade(given, made === '' ? [] : made.split('\n')), quest, looks.split('\n')), [given, made, quest, looks])
  const locked = quest.build.locked
  const heights = () => new Map(flow.getNodes().map(node => [node.id, node.measured?.height ?? NODE_HEIGHT]))
  const actions = useBenchActions({ history, dispatch, specs, locked, readOnly, nodeLimit: limits.nodes, heights })

  const goTo = (node: string) => {
    actions.select([node])
    if (shown === 'canvas') void flow.fitView({ nodes: [{ id: node }], minZoom: flow.getZoom(), maxZoom: flow.getZoom(), duration: 200 })
    requestAnimationFrame(() => focusNode(root.current, node))
  }
  const bench: Bench = {
    ...actions, quest, palette, specs, columns, graph: history.present, history, locked, readOnly, report, highlight, askConnect: setConnecting, goTo,
  }
  const openSettings = () => {
    setDock('settings')
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('.bench-settings h3')?.focus())
  }
  const run = () => {
    actions.notify(null)
    setDock('results')
    props.onRun()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && !job && !readOnly && runs < limits.runs) run()
    else if (isTyping(event.target)) return
    else if (key === 'z') actions[event.shiftKey ? 'redo' : 'undo']()
    else if (key === 'y') actions.redo()
    else return
    event.preventDefault()
  }

  return (
    <BenchContext value={bench}>
      {/* Keys bubble up here from the controls inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="bench-frame" ref={root} onKeyDown={onKeyDown}>
        <div className={classNames('bench', `bench-as-${shown}`, `bench-${size}`, !blocksOpen && 'bench-without-blocks')}>
          <header className="bench-bar">
            <WaySwitch way={shown} onChange={setWay} />
            {shown === 'canvas' && (
              <Button
                small icon="list" aria-expanded={blocksOpen} className={!blocksOpen && highlighted(highlight, 'palette') ? 'bench-pointed' : ''}
                onClick={() => setBlocksOpen(!blocksOpen)}
              >
                Blocks
              </Button>
            )}
            <Toolbar canvas={shown === 'canvas'} onShortcuts={() => setShortcuts(true)} />
            <RunBar job={job} runs={runs} runLimit={limits.runs} onRun={run} onStop={props.onStop} onSubmit={props.onSubmit} />
          </header>
          {shown === 'canvas' && blocksOpen && <div className="bench-side"><PalettePanel onAdded={() => drawer && setBlocksOpen(false)} /></div>}
          <div className="bench-stage">
            {shown === 'canvas'
              ? <Canvas size={size} progress={job?.progress ?? null} onOpenSettings={openSettings} onShortcuts={() => setShortcuts(true)} />
              : <TableView states={nodeRunStates(history.present, job?.progress ?? null)} />}
            <NoticeStrip />
          </div>
          <div className="bench-dock">
            {shown === 'canvas'
              ? <Dock roomy={!drawer} side={dock} onSide={setDock} onInspector={props.onInspector} />
              : <Results onInspector={props.onInspector} />}
          </div>
          {connecting && <ConnectDialog node={connecting} onClose={() => setConnecting(null)} />}
          {shortcuts && <ShortcutsDialog onClose={() => setShortcuts(false)} />}
        </div>
      </div>
    </BenchContext>
  )
}

function WaySwitch({ way, onChange }: { way: Way; onChange(way: Way): void }) {
  return (
    <fieldset className="bench-ways" aria-label="Show the pipeline as">
      <Button small look="plain" icon="graph" aria-pressed={way === 'canvas'} onClick={() => onChange('canvas')}>Canvas</Button>
      <Button small look="plain" icon="table" aria-pressed={way === 'table'} onClick={() => onChange('table')}>Table</Button>
    </fieldset>
  )
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]')
}

function focusNode(root: HTMLElement | null, node: string): void {
  root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"], #bench-row-${CSS.escape(node)}`)?.focus()
}
