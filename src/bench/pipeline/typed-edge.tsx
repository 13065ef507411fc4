import { BaseEdge, EdgeLabelRenderer, getBezierPath } from '@xyflow/react'
import type { Edge, EdgeProps } from '@xyflow/react'
import { Icon } from '../../kit/icon.tsx'
import type { PortType } from '../../lab/graph/ports.ts'
import { useBench } from './bench-context.ts'
import { PORT_LOOK } from './port-look.ts'
import { PortSign } from './port-sign.tsx'

export type TypedData = {
  type: PortType
  flowing: boolean
  pointedAt: boolean
}

export type TypedFlowEdge = Edge<TypedData, 'typed'>

/** A wire in the colour of what it carries, with the sign of its type in the middle; selected, the sign becomes a way to part it. */
export function TypedEdge(props: EdgeProps<TypedFlowEdge>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, selected, data, target, targetHandleId } = props
  const { disconnect, readOnly } = useBench()
  const [path, x, y] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, curvature: 0.35 })
  const type = data?.type ?? 'Any'
  const place = { transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }
  return (
    <>
      <BaseEdge path={path} interactionWidth={28} className={data?.pointedAt ? 'bench-edge bench-edge-pointed' : 'bench-edge'} style={{ stroke: PORT_LOOK[type].colour }} />
      {data?.flowing && <path className="bench-edge-flow" d={path} />}
      <EdgeLabelRenderer>
        {selected && !readOnly
          ? (
            <button type="button" className="bench-edge-cut nodrag nopan" style={place} aria-label="Part these two blocks" onClick={() => disconnect({ node: target, port: targetHandleId ?? '' })}>
              <Icon name="close" size={1} />
            </button>
            )
          : Math.hypot(targetX - sourceX, targetY - sourceY) > 90 && <span className="bench-edge-sign" style={place}><PortSign type={type} /></span>}
      </EdgeLabelRenderer>
    </>
  )
}
