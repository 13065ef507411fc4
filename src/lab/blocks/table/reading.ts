/** Expressions inside blocks: what cannot be read is shown at the block, with its place in the text. */
import type { RunContext } from '../../graph/block.ts'
import { ExprError } from '../../graph/expr.ts'

export function reading<T>(context: RunContext, text: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ExprError)) throw error
    return context.problem(`"${text.slice(0, 60)}", at character ${error.position + 1}: ${error.message}`, 'expression')
  }
}
