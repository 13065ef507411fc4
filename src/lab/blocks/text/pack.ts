import { type PromptPack, readPromptPack } from '../../../core/artefacts/prompt-pack.ts'
import type { RunContext } from '../../graph/block.ts'

/** Settings of the desk, checked; a problem in plain words when they cannot be read. */
export function packOf(context: RunContext): PromptPack {
  const read = readPromptPack(Object.hasOwn(context.artefacts, 'promptPack') ? context.artefacts['promptPack'] : undefined)
  return read.ok ? read.pack : context.problem(read.say, 'prompt-pack')
}
