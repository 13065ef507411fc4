import { useConnection, ViewportPortal } from '@xyflow/react'
import { useBench } from './bench-context.ts'
import { outputOf } from './block-specs.ts'
import { judgeConnection } from './graph-check.ts'
import { nodeById } from './graph-order.ts'
import { PORT_LOOK } from './port-look.ts'

/** Words beside the pointer while a wire is drawn: what it carries, and why it may not end here. */
export function ConnectionHint() {
  const connection = useConnection()
  const { graph, specs, title } = useBench()
  if (!connection.inProgress) return null
  const { fromHandle, toHandle, to } = connection
  const forward = fromHandle.type === 'source'
  const start = { node: fromHandle.nodeId, port: fromHandle.id ?? '' }
  const end = toHandle && { node: toHandle.nodeId, port: toHandle.id ?? '' }
  const sameSide = toHandle?.type === fromHandle.type
  const verdict = end && !sameSide ? judgeConnection(graph, specs, forward ? start : end, forward ? end : start) : null
  const carries = forward ? outputOf(specs, nodeById(graph, start.node), start.port)?.type : undefined
  const say = verdict ? ('say' in verdict ? verdict.say : `Let go to join ${title(end?.node ?? '')}.`)
    : sameSide ? 'Wires run from an output to an input.' : carries ? `${carries}: ${PORT_LOOK[carries].about}` : 'Look for an output that fits.'
  const tone = sameSide || verdict?.kind === 'refused' ? 'refused' : verdict ? 'done' : 'plain'
  return (
    <ViewportPortal>
      <div className={`bench-hint bench-hint-${tone}`} style={{ transform: `translate(${to.x + 14}px, ${to.y + 18}px)` }} aria-hidden="true">{say}</div>
    </ViewportPortal>
  )
}
