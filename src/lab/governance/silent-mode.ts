/** Silent mode: the new version reads beside the old one, on the same people, and nobody acts on it. */

export interface SilentTrial {
  /** People with the outcome, and how many of them each version found. */
  needed: number
  oldFound: number
  newFound: number
  /** Found by the old alone, by the new alone. */
  onlyOld: number
  onlyNew: number
  /** McNemar's z squared; 0 when the versions never disagree. */
  chi2: number
  /** The new version finds fewer, by more than chance. */
  worse: boolean
}

/** 95th percentile of chi-square with one degree of freedom. */
const CHI2_95 = 3.841

/** (b − c)² / (b + c) over the pairs that disagree (McNemar, Psychometrika 12, 1947, 153-157), without continuity correction. */
export function mcNemar(b: number, c: number): number {
  return b + c === 0 ? 0 : (b - c) ** 2 / (b + c)
}

/** `flags` by person; only people with the outcome (`y` = 1) are counted. */
export function compareSilently(oldFlags: ArrayLike<number>, newFlags: ArrayLike<number>, y: ArrayLike<number>): SilentTrial {
  let [needed, oldFound, newFound, onlyOld, onlyNew] = [0, 0, 0, 0, 0]
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 1) continue
    const [before, after] = [oldFlags[i] === 1, newFlags[i] === 1]
    needed++
    oldFound += Number(before)
    newFound += Number(after)
    onlyOld += Number(before && !after)
    onlyNew += Number(after && !before)
  }
  const chi2 = mcNemar(onlyOld, onlyNew)
  return { needed, oldFound, newFound, onlyOld, onlyNew, chi2, worse: chi2 > CHI2_95 && onlyOld > onlyNew }
}
