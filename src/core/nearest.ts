/** "Did you mean …?": the name that somebody most likely wanted to write. */

/**
 * The nearest of `names`, or null when none is near: one slip in a short name, more in a longer one, capitals not counted.
 * Slips are letters left out, added, changed or swapped with their neighbour (optimal string alignment). Where nothing is near,
 * a name that begins with what was written.
 */
export function nearest(written: string, names: readonly string[]): string | null {
  const small = written.toLowerCase()
  let best: { name: string; slips: number } | null = null
  for (const name of names) {
    const allowed = Math.max(1, Math.floor(Math.min(written.length, name.length) / 3))
    if (Math.abs(name.length - written.length) > allowed) continue
    const slips = slipsBetween(small, name.toLowerCase())
    if (slips <= allowed && (!best || slips < best.slips)) best = { name, slips }
  }
  if (best && best.slips < small.length) return best.name
  return small.length < 3 ? null : names.find((name) => name.toLowerCase().startsWith(small)) ?? null
}

function slipsBetween(a: string, b: string): number {
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((old[j] as number) + 1, (row[j - 1] as number) + 1, (old[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (older[j - 2] as number) + 1)
      row.push(least)
    }
    ;[older, old] = [old, row]
  }
  return old[b.length] as number
}
