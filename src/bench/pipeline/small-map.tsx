import { MiniMap, useStore } from '@xyflow/react'
import type { ReactFlowState } from '@xyflow/react'
import type { BlockFlowNode } from './block-node.tsx'
import { FAMILY_LOOK } from './family-look.ts'

/** A small map, only while some of the pipeline lies outside the view: otherwise it would hide more than it shows. */
export function SmallMap() {
  return useStore(somethingIsOutside) ? (
    <MiniMap<BlockFlowNode>
      pannable zoomable className="bench-minimap" style={{ width: 150, height: 84 }} nodeBorderRadius={14}
      nodeColor={node => FAMILY_LOOK[node.data.spec?.family ?? 'view'].ink}
    />
  ) : null
}

function somethingIsOutside({ nodes, transform: [x, y, zoom], width, height }: ReactFlowState): boolean {
  return nodes.some(({ position, measured }) => {
    const [left, top] = [position.x * zoom + x, position.y * zoom + y]
    return left < -8 || top < -8 || left + (measured?.width ?? 0) * zoom > width + 8 || top + (measured?.height ?? 0) * zoom > height + 8
  })
}
