/** What is wrong with an expression before it is run, in words. Pure. */
import type { ColumnChoice } from '../../kit/param-form/column-terms.ts'
import { columnsOf, ExprError, parseExpr } from '../../lab/graph/expr.ts'

/** Null when it can be read and names only columns of the table. An empty list of columns means: not known, so not checked. */
export function checkExpression(text: string, columns: readonly ColumnChoice[]): string | null {
  try {
    const missing = columnsOf(parseExpr(text)).filter((name) => !columns.some((column) => column.name === name))
    return columns.length > 0 && missing[0] !== undefined ? unknownColumn(missing[0], columns) : null
  } catch (error) {
    if (error instanceof ExprError) return error.message
    throw error
  }
}

function unknownColumn(name: string, columns: readonly ColumnChoice[]): string {
  const near = columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
    ?? columns.find((column) => column.name.toLowerCase().startsWith(name.slice(0, 4).toLowerCase()))
  return `There is no column "${name}".${near ? ` Did you mean ${near.name}?` : ''}`
}
