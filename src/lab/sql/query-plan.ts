/**
 * How much work a query may mean, read from SQLite's own plan before it runs: nothing can stop a query once SQLite has
 * begun. The same query on the same table is refused or let through everywhere, as a limit by the clock would not.
 */
export interface PlanStep {
  id: number
  parent: number
  /** "SCAN rows", "SEARCH b USING AUTOMATIC COVERING INDEX (ward=?)", "MATERIALIZE c"… */
  detail: string
}

/** A query that calls itself: nobody can tell whether it ends. */
export function callsItself(plan: readonly PlanStep[]): boolean {
  return plan.some(({ detail }) => detail === 'RECURSIVE STEP')
}

/**
 * Rows that would be looked at, at most; `tables` says how many rows each table has. Tables beside one another are loops inside loops, so
 * they multiply; a search by an index is taken to find as many as the square root, which is far more than a key finds.
 */
export function rowsLookedAt(plan: readonly PlanStep[], tables: ReadonlyMap<string, number>): number {
  const sizes = new Map<string, number>()
  const largest = Math.max(1, ...tables.values())
  const costOf = (parent: number): number => {
    let [loops, aside] = [1, 0]
    for (const { id, detail } of plan.filter((step) => step.parent === parent)) {
      const [, verb = '', name = ''] = /^(SCAN|SEARCH|MATERIALIZE|CO-ROUTINE|CORRELATED)\s+(\S+)/.exec(detail) ?? []
      if (verb === 'SCAN') loops *= detail.startsWith('SCAN CONSTANT ROW') ? 1 : sizeOf(name)
      else if (verb === 'SEARCH') loops *= Math.ceil(Math.sqrt(sizeOf(name)))
      else if (verb === 'CORRELATED') loops *= costOf(id)
      else {
        const cost = costOf(id)
        if (verb !== '') sizes.set(name, cost)
        aside += cost
      }
    }
    return loops + aside
  }
  /** The plan names a part by what the query calls it there; a new name may stand for the largest of them. */
  const sizeOf = (name: string): number => Math.max(1, tables.get(name) ?? sizes.get(name) ?? Math.max(largest, ...sizes.values()))
  return costOf(0)
}
