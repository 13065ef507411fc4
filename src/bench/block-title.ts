import type { GraphNode } from '../core/quest/schema.ts'
import { blockSpec } from '../lab/blocks/catalogue.ts'
import { allSettings } from './pipeline/settings-line.ts'

/** What the bench calls a block; a block of another version keeps its id. For pages that show a graph without a bench. */
export function blockTitle(id: string): string {
  return blockSpec(id)?.title ?? id
}

/** What a block is set to, in the words of the bench. Parameters of a block that is not there any more stay as they are written. */
export function blockSettings({ block, params }: GraphNode): string {
  const spec = blockSpec(block)
  return spec ? allSettings(spec, params) : Object.entries(params).map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(' · ')
}
