/**
 * Finds the R peaks of an ECG after Pan and Tompkins (1985, source pantompkins): slope, square, mean over 150 ms, then two
 * thresholds that follow signal and noise, and a second look where a beat seems to be missing. Their band-pass is a block of its
 * own (5 to 15 Hz); filters here look both ways in time, so that nothing is shifted. Left out: halving the thresholds in
 * irregular rhythm, which finds more noise than beats on a patch.
 */

/** Width of the moving window, in seconds: about a broad QRS. */
const WINDOW = 0.15
/** No heart beats again so soon, in seconds. */
const REFRACTORY = 0.2
/** Sooner than this it may be the T wave of the beat before: it is when its slope is less than half. */
const T_WAVE = 0.36
/** A beat is missing when none came for so many mean intervals. */
const MISSING_AFTER = 1.66
/** The thresholds learn from so many seconds at the start. */
const LEARNING = 2
/** Where the R peak is looked for, to both sides of the middle of the window. */
const R_WITHIN = 0.08

/** Five-point slope, per second: (−x[n−2] − 2x[n−1] + 2x[n+1] + x[n+2]) · rate / 8; 0 where a point is missing. */
export function slopes(trace: ArrayLike<number>, rate: number): Float32Array {
  const out = new Float32Array(trace.length)
  const share = rate / 8
  for (let n = 2; n < trace.length - 2; n++) {
    out[n] = (2 * ((trace[n + 1] as number) - (trace[n - 1] as number)) + (trace[n + 2] as number) - (trace[n - 2] as number)) * share
  }
  return out
}

/** Mean over `width` samples round each, width odd; beside the trace there is nothing. */
export function movingMean(values: ArrayLike<number>, width: number): Float32Array {
  const half = width >> 1
  const out = new Float32Array(values.length)
  let sum = 0
  for (let n = -half; n < values.length; n++) {
    if (n + half < values.length) sum += values[n + half] as number
    if (n - half - 1 >= 0) sum -= values[n - half - 1] as number
    if (n >= 0) out[n] = sum / width
  }
  return out
}

/** Follows the height of beats and of what is no beat: a new one counts an eighth (a quarter when found at the second look). */
class Threshold {
  private signal: number
  private noise: number

  constructor(signal: number, noise: number) {
    this.signal = signal
    this.noise = noise
  }

  get first(): number {
    return this.noise + 0.25 * (this.signal - this.noise)
  }

  get second(): number {
    return this.first / 2
  }

  beat(height: number, share = 0.125): void {
    this.signal += share * (height - this.signal)
  }

  noBeat(height: number): void {
    this.noise += 0.125 * (height - this.noise)
  }
}

interface Candidate {
  /** Sample of the R peak, between samples. */
  at: number
  /** Height after the window, height of the trace, steepest slope. */
  energy: number
  height: number
  slope: number
}

/**
 * Times of the R peaks in seconds, rising. `trace` in millivolts, best band-passed from 5 to 15 Hz; `rate` in samples a second.
 * The peak is placed between samples by a parabola, as the Task Force asks below 250 Hz (source taskforce). After a beat none is looked
 * for during `refractory` seconds.
 */
export function findBeats(trace: Float32Array, rate: number, refractory = REFRACTORY): Float64Array {
  const steep = slopes(trace, rate)
  const energy = movingMean(squares(steep), Math.round(WINDOW * rate) | 1)
  const candidates = peaksOf(energy, Math.round(refractory * rate)).map((n) => candidateAt(n, { trace, steep, energy, rate }))
  const chosen = choose(candidates, { rate, refractory }, learn(candidates, energy, trace, rate))
  return Float64Array.from(chosen, ({ at }) => at / rate)
}

function squares(values: Float32Array): Float32Array {
  const out = new Float32Array(values.length)
  for (let n = 0; n < values.length; n++) out[n] = (values[n] as number) ** 2
  return out
}

/** Highest points, none nearer than `apart` to a higher one. */
function peaksOf(energy: Float32Array, apart: number): number[] {
  const peaks: number[] = []
  for (let n = 1; n < energy.length - 1; n++) {
    const height = energy[n] as number
    if (!(height > (energy[n - 1] as number) && height >= (energy[n + 1] as number))) continue
    const last = peaks.at(-1)
    if (last === undefined || n - last >= apart) peaks.push(n)
    else if (height > (energy[last] as number)) peaks[peaks.length - 1] = n
  }
  return peaks
}

interface Stages {
  trace: Float32Array
  steep: Float32Array
  energy: Float32Array
  rate: number
}

function candidateAt(n: number, { trace, steep, energy, rate }: Stages): Candidate {
  const reach = Math.round(R_WITHIN * rate)
  let [peak, slope] = [n, 0]
  for (let i = Math.max(0, n - reach); i <= Math.min(trace.length - 1, n + reach); i++) {
    if (Math.abs(trace[i] as number) > Math.abs(trace[peak] as number)) peak = i
    slope = Math.max(slope, Math.abs(steep[i] as number))
  }
  return { at: peak + summit(trace, peak), energy: energy[n] as number, height: Math.abs(trace[peak] as number), slope }
}

/** How far beside a sample the top of the parabola through it and its neighbours lies: −0.5 to 0.5. */
export function summit(trace: ArrayLike<number>, n: number): number {
  const [before, here, after] = [trace[n - 1], trace[n], trace[n + 1]]
  if (before === undefined || here === undefined || after === undefined) return 0
  const bend = before - 2 * here + after
  return bend === 0 ? 0 : Math.min(0.5, Math.max(-0.5, (0.5 * (before - after)) / bend))
}

interface Thresholds {
  energy: Threshold
  height: Threshold
}

/** From the first seconds: beats are a good part of the highest, noise a part of the mean. */
function learn(candidates: readonly Candidate[], energy: Float32Array, trace: Float32Array, rate: number): Thresholds {
  const span = LEARNING * rate
  const early = candidates.filter(({ at }) => at < span)
  const most = (of: (candidate: Candidate) => number) => early.reduce((top, candidate) => Math.max(top, of(candidate)), 0)
  const meanOf = (values: Float32Array) => values.subarray(0, span).reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, Math.min(span, values.length))
  return {
    energy: new Threshold(most((candidate) => candidate.energy) / 2, meanOf(energy) / 2),
    height: new Threshold(most((candidate) => candidate.height) / 2, meanOf(trace) / 2),
  }
}

const REMEMBERED = 8

interface Pace {
  rate: number
  refractory: number
}

function choose(candidates: readonly Candidate[], pace: Pace, { energy, height }: Thresholds): Candidate[] {
  const beats: Candidate[] = []
  const above = (candidate: Candidate, which: 'first' | 'second') => candidate.energy > energy[which] && candidate.height > height[which]
  const take = (candidate: Candidate, share?: number) => {
    energy.beat(candidate.energy, share)
    height.beat(candidate.height, share)
    beats.push(candidate)
  }
  let passedOver: Candidate[] = []
  for (const candidate of candidates) {
    const missed = lookBack(beats, passedOver, candidate, pace, (one) => above(one, 'second'))
    if (missed) take(missed, 0.25)
    if (missed) passedOver = passedOver.filter(({ at }) => at > missed.at)
    const last = beats.at(-1)
    // Two bumps may turn out to have one R peak between them.
    const tooSoon = last !== undefined && candidate.at - last.at < pace.refractory * pace.rate
    if (above(candidate, 'first') && !tooSoon && !isTWave(candidate, last, pace.rate)) {
      take(candidate)
      passedOver = []
    } else {
      energy.noBeat(candidate.energy)
      height.noBeat(candidate.height)
      passedOver.push(candidate)
    }
  }
  return beats
}

/** When too long has gone without a beat: the highest of what was passed over since, if it lies above the lower threshold. */
function lookBack(beats: readonly Candidate[], passedOver: readonly Candidate[], now: Candidate, { rate, refractory }: Pace, holds: (one: Candidate) => boolean): Candidate | null {
  const last = beats.at(-1)
  const recent = beats.slice(-REMEMBERED - 1)
  const first = recent[0]
  if (!last || !first || recent.length < 3) return null
  const usual = (last.at - first.at) / (recent.length - 1)
  if (now.at - last.at <= MISSING_AFTER * usual) return null
  const open = passedOver.filter((one) => one.at - last.at >= refractory * rate && holds(one) && !isTWave(one, last, rate))
  return open.length === 0 ? null : open.reduce((best, one) => (one.energy > best.energy ? one : best))
}

function isTWave(candidate: Candidate, last: Candidate | undefined, rate: number): boolean {
  return last !== undefined && candidate.at - last.at < T_WAVE * rate && candidate.slope < last.slope / 2
}
