/** What is left of [from, to) when the solid runs that lie over it are taken away. */
export function outside(from: number, to: number, solids: readonly (readonly [number, number])[]): [number, number][] {
  let left: [number, number][] = [[from, to]]
  for (const [a, b] of solids) {
    left = left.flatMap(([f, t]): [number, number][] => [[f, Math.min(t, a)], [Math.max(f, b), t]])
    left = left.filter(([f, t]) => t > f)
  }
  return left
}
