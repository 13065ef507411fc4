/** Whole people for shares of people, and where each stands in the picture. Pure. */

/**
 * Shares of `of` people as whole people who add up to it: the largest remainders are rounded up (Hamilton's method), and a group
 * that has anybody at all keeps one figure, so that nobody vanishes by rounding.
 */
export function wholePeople(shares: readonly number[], of: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (total <= 0) return shares.map(() => 0)
  const exact = shares.map((share) => (share / total) * of)
  const counts = exact.map((value) => Math.max(Math.floor(value), value > 0 ? 1 : 0))
  const byRemainder = exact.map((value, i) => ({ i, left: value - (counts[i] as number) })).sort((a, b) => b.left - a.left || a.i - b.i)
  let missing = of - counts.reduce((sum, count) => sum + count, 0)
  for (let k = 0; missing > 0; k++, missing--) add(counts, byRemainder[k % byRemainder.length]?.i ?? 0, 1)
  for (; missing < 0; missing++) add(counts, counts.indexOf(Math.max(...counts)), -1)
  return counts
}

function add(counts: number[], at: number, n: number): void {
  counts[at] = (counts[at] ?? 0) + n
}
