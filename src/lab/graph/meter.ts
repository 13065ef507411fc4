/** What a run may cost: time by a clock from outside, memory by counting what its blocks hand on. */
import { type AbortSignalLike, Stopped } from '../../core/ports.ts'
import { BudgetSpent } from './problem.ts'

export interface MeterOptions {
  /** Milliseconds of any steady clock. */
  now: () => number
  ms: number
  mb: number
  signal?: AbortSignalLike | undefined
}

const BYTES_PER_MB = 1_048_576

export class Meter {
  private readonly options: MeterOptions
  private readonly startedAt: number
  private counted = new WeakSet<object>()
  private bytes = 0

  constructor(options: MeterOptions) {
    this.options = options
    this.startedAt = options.now()
  }

  now(): number {
    return this.options.now()
  }

  elapsedMs(): number {
    return this.options.now() - this.startedAt
  }

  /** @throws Stopped when the run was stopped, BudgetSpent when its time is up */
  tick(): void {
    if (this.options.signal?.aborted) throw new Stopped('The run was stopped.')
    if (this.elapsedMs() > this.options.ms) {
      const seconds = Math.round(this.options.ms / 100) / 10
      throw new BudgetSpent(`This took longer than the ${seconds} seconds a run may take. Use fewer trees, fewer columns or fewer rows.`, 'time')
    }
  }

  /** Count what a block hands on; what was counted before is free. @throws BudgetSpent when it is too much */
  charge(values: unknown): void {
    this.bytes += bytesOf(values, this.counted)
    if (this.bytes > this.options.mb * BYTES_PER_MB) {
      throw new BudgetSpent(`This needs more than the ${this.options.mb} MB a run may use. Use fewer columns, or fewer rows.`, 'memory')
    }
  }

  /** Run something whose values are let go afterwards. */
  lend<T>(work: () => T): T {
    const before = this.bytes
    const counted = this.counted
    try {
      return work()
    } finally {
      this.bytes = before
      this.counted = counted
    }
  }
}

/** A list of words costs a pointer each; the words themselves are shared. */
const POINTER_BYTES = 8

/** Bytes of typed arrays and lists inside a value, each once. */
export function bytesOf(value: unknown, counted: WeakSet<object> = new WeakSet()): number {
  if (typeof value !== 'object' || value === null || counted.has(value)) return 0
  counted.add(value)
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (Array.isArray(value) && typeof value[0] !== 'object') return value.length * POINTER_BYTES
  let bytes = 0
  for (const part of Object.values(value)) bytes += bytesOf(part, counted)
  return bytes
}
