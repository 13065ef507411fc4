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
  private counted = new Counted()
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
    const { bytes, counted } = this
    this.counted = new Counted(counted)
    try {
      return work()
    } finally {
      this.bytes = bytes
      this.counted = counted
    }
  }
}

/**
 * What was counted already. Not a WeakSet, which is twice as slow where values are trees of small objects: what is lent is let go
 * as a whole.
 */
class Counted {
  private readonly values = new Set<object>()
  private readonly before: Counted | undefined

  constructor(before?: Counted) {
    this.before = before
  }

  has(value: object): boolean {
    return this.values.has(value) || this.before?.has(value) === true
  }

  add(value: object): void {
    this.values.add(value)
  }
}

/** A list of words costs a pointer each; the words themselves are shared. */
const POINTER_BYTES = 8

/** Bytes of typed arrays and lists inside a value, each once. */
export function bytesOf(value: unknown, counted = new Counted()): number {
  if (typeof value !== 'object' || value === null || counted.has(value)) return 0
  counted.add(value)
  if (ArrayBuffer.isView(value)) return value.byteLength
  let bytes = 0
  if (Array.isArray(value)) {
    if (typeof value[0] !== 'object') return value.length * POINTER_BYTES
    for (const part of value) bytes += bytesOf(part, counted)
  } else {
    for (const name in value) bytes += bytesOf((value as Record<string, unknown>)[name], counted)
  }
  return bytes
}
