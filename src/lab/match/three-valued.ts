/** Yes, no, and not known: the strong three-valued logic of Kleene (1938). What is not known stays so unless the rest decides alone. */

/** Null: not known. */
export type Truth = boolean | null

/** No as soon as one says no; yes only where all do. Of nothing: not known, since nobody has looked. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.length === 0) return null
  if (truths.includes(false)) return false
  return truths.includes(null) ? null : true
}

/** Yes as soon as one says yes; no only where all do. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.length === 0) return null
  if (truths.includes(true)) return true
  return truths.includes(null) ? null : false
}

/** As it is kept in rows of numbers: 1, 0, and -1 for what is not known. */
export type Mark = -1 | 0 | 1

export function markOf(truth: Truth): Mark {
  return truth === null ? -1 : truth ? 1 : 0
}
