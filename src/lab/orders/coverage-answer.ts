/** What a rule table's answer to an order comes down to: the one owner of this, for the judge, the cards and the bench alike. */

/** What a table, or the book itself, says of one order. */
export interface CoverageAnswer {
  /** null: no row spoke, and the order goes to the fax as before. */
  pa: 'yes' | 'no' | null
  docs: readonly string[]
}

type Outcome = Readonly<Record<string, readonly string[]>>

/** @param outcome what the rows say together: one `pa` or none, any number of `docs`. Papers go with a request, so "no" sends none. */
export function answerOf(outcome: Outcome): CoverageAnswer {
  const [said] = outcome['pa'] ?? []
  const pa = said === 'yes' || said === 'no' ? said : null
  return { pa, docs: pa === 'yes' ? (outcome['docs'] ?? []) : [] }
}

/** The same output by output, for whoever shows or compares outcomes of any table. Tables that do not decide on `pa` are left alone. */
export function asAnswered(outcome: Outcome): Outcome {
  if (!Object.hasOwn(outcome, 'pa')) return outcome
  const { pa, docs } = answerOf(outcome)
  return { ...outcome, pa: pa === null ? [] : [pa], ...(Object.hasOwn(outcome, 'docs') ? { docs } : {}) }
}

export function samePapers(given: CoverageAnswer, wanted: CoverageAnswer): boolean {
  return [...given.docs].sort().join() === [...wanted.docs].sort().join()
}
