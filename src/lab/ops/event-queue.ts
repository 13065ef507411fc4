/** Events to come, the earliest first; those of the same minute in the order in which they were put in. A binary heap. */
export class EventQueue<Event> {
  private readonly heap: { at: number; order: number; event: Event }[] = []
  private put = 0

  get size(): number {
    return this.heap.length
  }

  /** Minute of the next event; never when nothing is to come. */
  get nextAt(): number {
    return this.heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  /** `at` in minutes. @throws RangeError for a time that is no number */
  push(at: number, event: Event): void {
    if (!Number.isFinite(at)) throw new RangeError(`an event needs a time, not ${at}`)
    this.heap.push({ at, order: this.put++, event })
    this.up(this.heap.length - 1)
  }

  /** The next event, taken out; null when nothing is to come. */
  pop(): { at: number; event: Event } | null {
    const first = this.heap[0]
    const last = this.heap.pop()
    if (!first || !last) return null
    if (this.heap.length > 0) {
      this.heap[0] = last
      this.down(0)
    }
    return { at: first.at, event: first.event }
  }

  private isBefore(i: number, j: number): boolean {
    const [a, b] = [this.heap[i], this.heap[j]]
    return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order))
  }

  private swap(i: number, j: number): void {
    const [a, b] = [this.heap[i], this.heap[j]]
    if (a && b) [this.heap[i], this.heap[j]] = [b, a]
  }

  private up(i: number): void {
    for (let at = i; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.isBefore(at, parent)) return
      this.swap(at, parent)
      at = parent
    }
  }

  private down(i: number): void {
    for (let at = i; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const least = this.isBefore(right, left) ? right : left
      if (!this.isBefore(least, at)) return
      this.swap(at, least)
      at = least
    }
  }
}
