/** What should come out of a rule table, as it stands in one cell of a table of cases. */

/** Several answers stand in one cell, in any order. */
export const LIST_SEPARATOR = '; '

/** The answers of a cell; none where it is empty. */
export function answersIn(cell: string | number | null | undefined): string[] {
  return cell === null || cell === undefined || cell === '' || Number.isNaN(cell) ? [] : String(cell).split(LIST_SEPARATOR)
}

export function sameAnswers(given: readonly string[], wanted: readonly string[]): boolean {
  return [...given].sort().join(LIST_SEPARATOR) === [...wanted].sort().join(LIST_SEPARATOR)
}
