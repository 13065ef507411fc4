import { Background, ReactFlow, useNodesInitialized, useReactFlow, useStore } from '@xyflow/react'
import type { Connection, Edge, EdgeChange, NodeChange, ReactFlowState } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DragEvent, FocusEvent } from 'react'
import type { Progress } from '../../core/verdict.ts'
import { useBench } from './bench-context.ts'
import { BlockNode } from './block-node.tsx'
import type { BlockFlowNode } from './block-node.tsx'
import { ConnectionHint } from './connection-hint.tsx'
import { flowEdges, flowNodes } from './flow-elements.ts'
import type { Place } from './flow-elements.ts'
import { judgeConnection } from './graph-check.ts'
import { moveNodes } from './graph-edit.ts'
import { highlighted } from './highlight.ts'
import { firstView, FIT, NODE_HEIGHT, NODE_WIDTH, toPlace } from './layout.ts'
import { SmallMap } from './small-map.tsx'
import { TypedEdge } from './typed-edge.tsx'
import type { TypedFlowEdge } from './typed-edge.tsx'
import { nodeIdOf, useCanvasKeys } from './use-canvas-keys.ts'
import type { BenchSize } from './use-size.ts'

const NODE_TYPES = { block: BlockNode }
const EDGE_TYPES = { typed: TypedEdge }
/** What a block dragged from the palette is called on its way. */
export const DRAGGED_BLOCK = 'application/x-bench-block'

const ARIA_WORDS = {
  'node.a11yDescription.default': 'Enter opens its settings, Space adds it to the selection, arrow keys move it, C joins it to another block, Delete removes it.',
  'node.a11yDescription.keyboardDisabled': 'Enter opens its settings, Space adds it to the selection, arrow keys move it, C joins it to another block, Delete removes it.',
  'node.a11yDescription.ariaLiveMessage': ({ direction }: { direction: string }) => `Moved ${direction}.`,
  'edge.a11yDescription.default': 'A wire between two blocks.',
  'minimap.ariaLabel': 'Small map of the whole pipeline',
  'handle.ariaLabel': 'Port',
}

interface CanvasProps {
  progress: Progress | null
  size: BenchSize
  onOpenSettings(): void
  onShortcuts(): void
}

export function Canvas({ progress, size, onOpenSettings, onShortcuts }: CanvasProps) {
  const bench = useBench()
  const { graph, readOnly, selection, highlight } = bench
  const flow = useReactFlow()
  const [sizes, setSizes] = useState<ReadonlyMap<string, { width: number; height: number }>>(new Map())
  const [dragged, setDragged] = useState<ReadonlyMap<string, Place>>(new Map())
  const [edge, setEdge] = useState<string | null>(null)
  const far = useStore(isFar)
  const nodes = useMemo(() => flowNodes(bench, progress, sizes, dragged), [bench, progress, sizes, dragged])
  const edges = useMemo(() => flowEdges(bench, progress, edge), [bench, progress, edge])
  const [choosing, setChoosing] = useState(false)
  const onKeyDown = useCanvasKeys({ onOpenSettings, onShortcuts, choosing, setChoosing })
  usePointing(highlighted(highlight, 'node'))
  useFitToWidth()

  const onNodesChange = (changes: NodeChange<BlockFlowNode>[]) => {
    const moves = new Map(dragged)
    const settled = new Map<string, [number, number]>()
    const chosen = new Set(selection)
    for (const change of changes) {
      if (change.type === 'select') chosen[change.selected ? 'add' : 'delete'](change.id)
      if (change.type === 'position' && change.position) {
        if (change.dragging) moves.set(change.id, change.position)
        else settled.set(change.id, toPlace(change.position))
      }
    }
    // Several of these may come before the next render: each adds to what is held, or a block would stay unmeasured and unseen.
    const grown = changes.flatMap(change => (change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : []))
    if (grown.length > 0) setSizes(held => new Map([...held, ...grown]))
    if (changes.some(change => change.type === 'select')) bench.select([...chosen])
    if (settled.size > 0) {
      // A held arrow key is one move; each drag is one of its own, since letting go of the pointer ends the gesture.
      const gesture = dragged.size > 0 ? undefined : `move ${[...settled.keys()].join()}`
      setDragged(new Map())
      bench.edit(moveNodes(graph, settled), settled.size === 1 ? `move ${bench.title([...settled.keys()][0] ?? '')}` : 'move blocks', gesture)
    } else if (moves.size !== dragged.size || changes.some(change => change.type === 'position')) setDragged(moves)
  }
  const onEdgesChange = (changes: EdgeChange<TypedFlowEdge>[]) => {
    for (const change of changes) if (change.type === 'select') setEdge(held => (change.selected ? change.id : held === change.id ? null : held))
  }
  const drop = (event: DragEvent) => {
    const spec = bench.specs.get(event.dataTransfer.getData(DRAGGED_BLOCK))
    if (!spec) return
    event.preventDefault()
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    bench.add(spec, { at: toPlace({ x: point.x - NODE_WIDTH / 2, y: point.y - 24 }) })
  }
  const focusNode = (event: FocusEvent) => {
    const id = nodeIdOf(event.target)
    if (id && event.target.matches(':focus-visible') && !selection.has(id) && !choosing) bench.select([id])
  }
  const ends = (connection: Connection | Edge) => [
    { node: connection.source, port: connection.sourceHandle ?? '' },
    { node: connection.target, port: connection.targetHandle ?? '' },
  ] as const

  return (
    // Keys and dropped blocks bubble up here from the focusable blocks inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={far ? 'bench-canvas bench-canvas-far' : 'bench-canvas'} onKeyDown={onKeyDown} onFocus={focusNode} onDrop={drop}
      onPointerDown={() => setChoosing(false)}
      onDragOver={event => event.dataTransfer.types.includes(DRAGGED_BLOCK) && event.preventDefault()}
    >
      <ReactFlow
        nodes={nodes} edges={edges} nodeTypes={NODE_TYPES} edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange} onEdgesChange={onEdgesChange}
        onConnect={connection => bench.connect(...ends(connection))}
        isValidConnection={connection => judgeConnection(graph, bench.specs, ...ends(connection)).kind !== 'refused'}
        onConnectStart={() => bench.notify(null)}
        onConnectEnd={(_, state) => {
          if (state.isValid !== false || !state.fromHandle || !state.toHandle) return
          const [a, b] = state.fromHandle.type === 'source' ? [state.fromHandle, state.toHandle] : [state.toHandle, state.fromHandle]
          bench.connect({ node: a.nodeId, port: a.id ?? '' }, { node: b.nodeId, port: b.id ?? '' })
        }}
        onEdgeDoubleClick={(_, held) => bench.disconnect({ node: held.target, port: held.targetHandle ?? '' })}
        onNodeDoubleClick={onOpenSettings}
        nodesDraggable={!readOnly} nodesConnectable={!readOnly} edgesFocusable={false} edgesReconnectable={false}
        deleteKeyCode={null} selectionKeyCode="Shift" multiSelectionKeyCode={['Meta', 'Control']} zoomOnDoubleClick={false}
        snapToGrid snapGrid={[10, 10]} connectionRadius={34} minZoom={0.2} maxZoom={1.6} nodeDragThreshold={3}
        fitView fitViewOptions={FIT} colorMode="light"
        ariaLabelConfig={ARIA_WORDS} aria-label="Pipeline" attributionPosition="bottom-left"
      >
        <Background gap={24} size={1.5} color="#c9d8e2" />
        {(size === 'wide' || size === 'middle') && <SmallMap />}
        <ConnectionHint />
      </ReactFlow>
    </div>
  )
}

/** Seen from far, blocks show less, larger. */
function isFar({ transform: [, , zoom] }: ReactFlowState): boolean {
  return zoom < 0.78
}

/** Another width (a resized window, a palette put away) is filled anew; what the learner zoomed is otherwise left alone. */
function useFitToWidth() {
  const flow = useReactFlow()
  const width = useStore(state => state.width)
  const height = useStore(state => state.height)
  const measured = useNodesInitialized()
  const fitted = useRef(0)
  useEffect(() => {
    if (width === 0 || !measured || fitted.current === width) return
    const frame = requestAnimationFrame(() => {
      fitted.current = width
      const blocks = flow.getNodes().map(({ position, measured: size }) => ({ ...position, width: size?.width ?? NODE_WIDTH, height: size?.height ?? NODE_HEIGHT }))
      const start = firstView(blocks, { width, height })
      void (start ? flow.setViewport(start) : flow.fitView(FIT))
    })
    return () => cancelAnimationFrame(frame)
  }, [width, height, measured, flow])
}

/** What the guide points at comes into view. */
function usePointing(node: string | null) {
  const flow = useReactFlow()
  useEffect(() => {
    if (node) void flow.fitView({ nodes: [{ id: node }], maxZoom: Math.min(1, flow.getZoom()), minZoom: flow.getZoom(), duration: 200 })
  }, [node, flow])
}
