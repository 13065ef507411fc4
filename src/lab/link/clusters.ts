/** Records joined into charts: whoever is linked to a record is linked to all that it is linked to. */

/** Disjoint sets of 0 to n - 1. Tarjan 1975, J ACM 22:215. */
export class Charts {
  private readonly parent: Int32Array

  constructor(n: number) {
    this.parent = Int32Array.from({ length: n }, (_, i) => i)
  }

  of(record: number): number {
    let root = record
    while (this.parent[root] !== root) root = this.parent[root] as number
    for (let at = record; this.parent[at] !== root;) {
      const next = this.parent[at] as number
      this.parent[at] = root
      at = next
    }
    return root
  }

  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)]
    if (one !== other) this.parent[Math.max(one, other)] = Math.min(one, other)
  }

  /** Records of every chart with more than one, in the order of their first record. */
  groups(): number[][] {
    const byRoot = new Map<number, number[]>()
    for (let record = 0; record < this.parent.length; record++) {
      const root = this.of(record)
      const group = byRoot.get(root)
      if (group) group.push(record)
      else byRoot.set(root, [record])
    }
    return [...byRoot.values()].filter(({ length }) => length > 1)
  }
}
