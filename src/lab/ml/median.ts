/** The middle of what is known; null when nothing is. */
export function medianOf(values: ArrayLike<number>): number | null {
  const sorted = Float64Array.from(values).filter((value) => !Number.isNaN(value)).sort()
  if (sorted.length === 0) return null
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
