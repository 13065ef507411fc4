import { useMemo } from 'react'
import { z } from 'zod'
import type { GraphNode, Json, Solution } from '../../core/quest/schema.ts'
import { ParamForm } from '../../kit/param-form/param-form.tsx'
import { blockSpec } from '../../lab/blocks/catalogue.ts'
import type { BlockSpec } from '../../lab/graph/block.ts'
import { words } from './words.ts'

/** Blocks that decide how the work is run: the order of the pile, the size of the shift. */
export function runningNodes({ graph }: Solution): { node: GraphNode; spec: BlockSpec }[] {
  return graph.nodes.flatMap((node) => {
    const spec = blockSpec(node.block)
    const runs = spec && (spec.family === 'operate' || spec.id.startsWith('policy.rank'))
    return runs && Object.keys(spec.params.shape).length > 0 ? [{ node, spec }] : []
  })
}

interface SettingsPanelProps {
  node: GraphNode
  spec: BlockSpec
  readOnly: boolean
  pointed: boolean
  onChange(name: string, value: Json): void
}

/** Settings of one block, the same that the other tab shows on it. */
export function SettingsPanel({ node, spec, readOnly, pointed, onChange }: SettingsPanelProps) {
  const schema = useMemo(() => z.toJSONSchema(spec.params, { io: 'input' }) as Record<string, unknown>, [spec])
  return (
    <section className={pointed ? 'ops-step ops-pointed' : 'ops-step'} aria-label={`${words.settings}: ${spec.title}`}>
      <h3>{spec.title}</h3>
      <p className="ops-help">{spec.summary}</p>
      <ParamForm schema={schema} values={node.params} disabled={readOnly} onChange={(name, value) => onChange(name, value as Json)} />
    </section>
  )
}
