/** The only way for a block to read a chart: as it stood at an hour, never later. */
import { NodeProblem } from '../graph/problem.ts'
import type { Stream } from './stream-values.ts'

/** Asked for an hour that has not come yet. */
export class FutureProblem extends NodeProblem {
  override name = 'FutureProblem'

  constructor(asked: number, now: number) {
    super(`It is hour ${now} of this stay, and hour ${asked} was asked for. No alarm can know what has not happened yet.`, 'future')
  }
}

export class StayClock {
  private readonly stream: Stream
  private readonly stay: number
  private hourNow = 0

  constructor(stream: Stream, stay: number) {
    this.stream = stream
    this.stay = stay
  }

  get now(): number {
    return this.hourNow
  }

  /** Move on to an hour of the stay. @throws FutureProblem for an hour before: a clock does not run backwards */
  moveTo(hour: number): void {
    if (hour < this.hourNow) throw new FutureProblem(this.hourNow, hour)
    this.hourNow = hour
  }

  /** Readings of a value taken from `since` on and known by `until`, the latest first; stops when told true. @throws FutureProblem */
  eachBack(name: string, visit: (value: number, hour: number) => boolean | void, { since = 0, until = this.hourNow } = {}): void {
    if (until > this.hourNow) throw new FutureProblem(until, this.hourNow)
    const { from, hour, charted, late } = this.stream
    const values = charted[name]
    if (!values) return
    const first = from[this.stay] as number
    for (let row = lastBy(hour, first, from[this.stay + 1] as number, until - (late[name] ?? 0)); row >= first; row--) {
      const at = hour[row] as number
      if (at < since) return
      if (Number.isNaN(values[row])) continue
      if (visit(values[row] as number, at) === true) return
    }
  }

  /** The latest reading known by that hour; NaN while there is none. @throws FutureProblem */
  read(name: string, at = this.hourNow): number {
    let found = Number.NaN
    this.eachBack(name, (value) => {
      found = value
      return true
    }, { until: at })
    return found
  }

  /** Hour at which an event happened, as far as it can be read by that hour; NaN when it cannot. @throws FutureProblem */
  happened(event: string, by = this.hourNow): number {
    if (by > this.hourNow) throw new FutureProblem(by, this.hourNow)
    const times = this.stream.events[event]
    const known = times?.known[this.stay] ?? Number.NaN
    return known <= by ? (times?.at[this.stay] as number) : Number.NaN
  }
}

/** The last row of `first` up to `end` whose hour is not later; `first - 1` where all are. By halving: a patch has a thousand rows. */
function lastBy(hour: Float64Array, first: number, end: number, latest: number): number {
  let [low, high] = [first, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hour[middle] as number) <= latest) low = middle + 1
    else high = middle
  }
  return low - 1
}
