import { blockSpec } from '../lab/blocks/catalogue.ts'

/** What the bench calls a block; a block of another version keeps its id. For pages that show a graph without a bench. */
export function blockTitle(id: string): string {
  return blockSpec(id)?.title ?? id
}
