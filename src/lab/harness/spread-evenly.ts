/** `n` of all there are, evenly, so that every set has its turn; all of them when there are no more. Always the same ones. */
export function spreadEvenly<One>(all: readonly One[], n: number): One[] {
  if (all.length <= n) return [...all]
  return Array.from({ length: n }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / n)] as One)
}
