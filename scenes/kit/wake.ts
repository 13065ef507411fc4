/**
 * When the picture must be painted. Painting all the time holds a processor for nothing: the loop runs while something has a
 * reason to move, paints once when something has changed, and sleeps otherwise. While covered it never runs.
 */
export interface Loop {
  start(): void
  stop(): void
}

export class Wake {
  private readonly loop: Loop
  private readonly reasons = new Set<string>()
  private changed = true
  private covered = false
  private running = false

  constructor(loop: Loop) {
    this.loop = loop
  }

  get awake(): boolean {
    return this.running
  }

  /** Something moves until it says otherwise. */
  keep(reason: string, moves: boolean): void {
    if (moves) this.reasons.add(reason)
    else this.reasons.delete(reason)
    this.settle()
  }

  /** The picture is out of date: paint at least one more frame. */
  touch(): void {
    this.changed = true
    this.settle()
  }

  /** Something lies over the canvas (a bench, a dialogue, another tab). */
  cover(covered: boolean): void {
    if (covered === this.covered) return
    this.covered = covered
    this.changed = true
    this.settle()
  }

  /** A frame has been painted. */
  painted(): void {
    this.changed = false
    this.settle()
  }

  private settle(): void {
    const wanted = !this.covered && (this.changed || this.reasons.size > 0)
    if (wanted === this.running) return
    this.running = wanted
    if (wanted) this.loop.start()
    else this.loop.stop()
  }
}
