import { Handle, Position } from '@xyflow/react'
import type { Node, NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { CSSProperties } from 'react'
import { classNames } from '../../kit/class-names.ts'
import { TracePreview } from '../../kit/exhibit/trace.tsx'
import type { TraceData } from '../../kit/exhibit/trace-pieces.ts'
import { Icon } from '../../kit/icon.tsx'
import type { BlockSpec, PortSpec } from '../../lab/graph/block.ts'
import { FAMILY_LOOK, iconOf } from './family-look.ts'
import { PORT_LOOK } from './port-look.ts'
import { PortSign } from './port-sign.tsx'
import type { NodeRunState } from './run-state.ts'

export type BlockData = {
  spec: BlockSpec | undefined
  title: string
  /** What the block is set to, in a line. */
  settings: string
  /** What went through it in the last run. */
  facts: string[]
  /** The first trace that it shows. */
  trace: TraceData | null
  problem: string | null
  locked: boolean
  pointedAt: boolean
  run: NodeRunState
  joined: { inputs: string[]; outputs: string[] }
}

export type BlockFlowNode = Node<BlockData, 'block'>

/** A block on the canvas: name, setting, ports, and what went through it. */
export const BlockNode = memo(function BlockNode({ data, selected, isConnectable }: NodeProps<BlockFlowNode>) {
  const { spec, title, settings, facts, trace, problem, locked, pointedAt, run, joined } = data
  const look = FAMILY_LOOK[spec?.family ?? 'view']
  return (
    <div
      className={classNames('bench-node', selected && 'bench-node-selected', problem && 'bench-node-problem', pointedAt && 'bench-pointed', `bench-node-${run}`)}
      style={{ '--family-ink': look.ink, '--family-soft': look.soft } as CSSProperties}
    >
      <div className="bench-node-head">
        <span className="bench-node-icon"><Icon name={spec ? iconOf(spec) : 'warning'} size={1.125} /></span>
        <span className="bench-node-title">{title}</span>
        {locked && run !== 'done' && <Icon name="lock" size={0.875} label="belongs to the quest" />}
        {run === 'done' && <Icon name="check" size={1} label="done" className="bench-node-tick" />}
      </div>
      {settings && <p className="bench-node-settings" title={settings}>{settings}</p>}
      <div className="bench-node-ports">
        <ul>{spec?.inputs.map(port => <Port key={port.name} port={port} side="in" alone={spec.inputs.length === 1} joined={joined.inputs.includes(port.name)} connectable={isConnectable} />)}</ul>
        <ul>{spec?.outputs.map(port => <Port key={port.name} port={port} side="out" alone={false} joined={joined.outputs.includes(port.name)} connectable={isConnectable} />)}</ul>
      </div>
      {trace && !problem && <div className="bench-node-trace"><TracePreview trace={trace} /></div>}
      {problem
        ? <p className="bench-node-say"><Icon name="warning" size={1} />{problem}</p>
        : facts.length > 0 && <ul className="bench-node-facts">{facts.map(fact => <li key={fact}>{fact}</li>)}</ul>}
    </div>
  )
})

interface PortProps {
  port: PortSpec
  side: 'in' | 'out'
  alone: boolean
  joined: boolean
  connectable: boolean
}

function Port({ port, side, alone, joined, connectable }: PortProps) {
  // The wire of a single input says it already.
  const showsLabel = side === 'out' || !alone || !joined
  const open = side === 'in' && !joined && !port.optional
  return (
    <li className={`bench-port bench-port-${side}`} title={`${port.label}: ${PORT_LOOK[port.type].about}`}>
      <Handle id={port.name} type={side === 'in' ? 'target' : 'source'} position={side === 'in' ? Position.Left : Position.Right} isConnectable={connectable} className="bench-handle">
        <PortSign type={port.accepts?.[0] ?? port.type} hollow={open} />
      </Handle>
      {showsLabel && <span>{port.label}</span>}
    </li>
  )
}
