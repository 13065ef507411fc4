/**
 * Draws one lead of an ECG from its beats: each wave a bump (after McSharry 2003, source ecgsyn), then what a patch adds to it:
 * breathing, muscles, mains, movement, and stretches in which an electrode has lost the skin. Millivolts.
 */
import type { Rng } from '../../core/rng.ts'
import type { Beat, BeatKind } from './heart-rhythm.ts'

/** How this person's heart looks from where the patch sits. */
export interface Look {
  /** Height of R, in mV. */
  height: number
  /** T as a share of what is usual; flat in some. */
  t: number
  /** Height of the fibrillation waves, in mV, and how many a second. */
  fWaves: { height: number; perSecond: number }
}

/** An electrode off the skin: nothing comes through ("dead"), or it crackles whenever it touches ("loose"). */
export interface Off {
  from: number
  to: number
  how: 'dead' | 'loose'
}

export interface Trouble {
  /** Standard deviation of what muscles add, in mV. */
  muscles: number
  /** Height of the sway with each breath, and of the mains, in mV. */
  sway: number
  mains: number
  /** Bursts of movement. */
  bursts: readonly { from: number; to: number; height: number; perSecond: number }[]
  off: Off | null
}

export interface Strip {
  rate: number
  seconds: number
  beats: readonly Beat[]
  look: Look
  breath: number
  trouble: Trouble
}

/** Height (share of R), seconds from R, width (standard deviation, seconds). */
type Wave = readonly [height: number, at: number, width: number]

const WAVES: Readonly<Record<BeatKind, readonly Wave[]>> = {
  normal: [[0.13, -0.16, 0.024], [-0.1, -0.026, 0.009], [1, 0, 0.011], [-0.2, 0.028, 0.011]],
  atrial: [[-0.08, -0.12, 0.02], [-0.1, -0.026, 0.009], [1, 0, 0.011], [-0.2, 0.028, 0.011]],
  ventricular: [[1.15, 0, 0.03], [-0.55, 0.085, 0.036]],
  fibrillating: [[-0.1, -0.026, 0.009], [1, 0, 0.011], [-0.2, 0.028, 0.011]],
}
const T: Readonly<Record<BeatKind, Wave>> = {
  normal: [0.28, 0.27, 0.045], atrial: [0.28, 0.26, 0.045], ventricular: [-0.36, 0.3, 0.055], fibrillating: [0.24, 0.25, 0.045],
}

const MAINS_HZ = 50

export function drawTrace(rng: Rng, strip: Strip): Float32Array {
  const trace = new Float32Array(strip.rate * strip.seconds)
  addBeats(trace, strip)
  if (strip.beats[0]?.kind === 'fibrillating') addFWaves(rng, trace, strip)
  const { off } = strip.trouble
  if (off) silence(trace, strip.rate, off)
  addTrouble(rng, trace, strip)
  if (off) addOff(rng, trace, strip, off)
  return trace
}

/** Adds a bump. From sample to sample its height changes by a factor that itself changes by a fixed one: no exponential in the loop. */
function addWave(trace: Float32Array, rate: number, height: number, at: number, width: number): void {
  const reach = 4 * width
  const first = Math.max(0, Math.ceil((at - reach) * rate))
  const last = Math.min(trace.length - 1, Math.floor((at + reach) * rate))
  const step = 1 / (rate * width)
  const away = (first / rate - at) / width
  let value = height * Math.exp(-0.5 * away * away)
  let factor = Math.exp(-away * step - 0.5 * step * step)
  const bend = Math.exp(-step * step)
  for (let n = first; n <= last; n++) {
    trace[n] = (trace[n] as number) + value
    value *= factor
    factor *= bend
  }
}

function addBeats(trace: Float32Array, { rate, beats, look, breath }: Strip): void {
  beats.forEach(({ at, kind }, i) => {
    const before = i === 0 ? 0.8 : at - (beats[i - 1] as Beat).at
    // The chest moves under the patch: R sways a little with each breath.
    const height = look.height * (1 + 0.06 * Math.sin(2 * Math.PI * breath * at))
    for (const [share, from, width] of WAVES[kind]) addWave(trace, rate, height * share, at + from, width)
    const [share, from, width] = T[kind]
    // After a short interval the ventricles recover sooner (Bazett: with its root).
    addWave(trace, rate, look.height * share * look.t, at + from * Math.sqrt(Math.min(1.2, Math.max(0.45, before))), width)
  })
}

function addFWaves(rng: Rng, trace: Float32Array, { rate, look: { fWaves } }: Strip): void {
  let [phase, pace] = [2 * Math.PI * rng.uniform(), fWaves.perSecond]
  for (let n = 0; n < trace.length; n++) {
    if (n % 20 === 0) pace += 0.1 * (fWaves.perSecond - pace) + rng.normal(0, 0.12)
    phase += (2 * Math.PI * pace) / rate
    trace[n] = (trace[n] as number) + fWaves.height * (Math.sin(phase) + 0.35 * Math.sin(2 * phase))
  }
}

/** Adds a sine. Each point is the last one turned by a fixed angle: no sine in the loop. */
function addSwing(trace: Float32Array, height: number, perSecond: number, rate: number, phase: number): void {
  const angle = (2 * Math.PI * perSecond) / rate
  const [turn, across] = [Math.cos(angle), Math.sin(angle)]
  let [x, y] = [Math.cos(phase), Math.sin(phase)]
  for (let n = 0; n < trace.length; n++) {
    trace[n] = (trace[n] as number) + height * y
    const turned = x * turn - y * across
    y = x * across + y * turn
    x = turned
  }
}

function addTrouble(rng: Rng, trace: Float32Array, { rate, breath, trouble: { muscles, sway, mains, bursts } }: Strip): void {
  const [phase, slow] = [2 * Math.PI * rng.uniform(), 0.03 + 0.05 * rng.uniform()]
  addSwing(trace, sway, breath, rate, phase)
  addSwing(trace, 0.8 * sway, slow, rate, 2 * phase)
  addSwing(trace, mains, MAINS_HZ, rate, phase)
  for (let n = 0; n < trace.length; n++) trace[n] = (trace[n] as number) + muscles * rng.normal()
  for (const burst of bursts) addBurst(rng, trace, rate, burst)
}

/** How much of a swing is left a sample later. */
const DECAY = 0.97

/** Noise that swings at about so many times a second: a resonance of second order, faded in and out. */
function addBurst(rng: Rng, trace: Float32Array, rate: number, { from, to, height, perSecond }: Trouble['bursts'][number]): void {
  const [first, last] = [Math.max(0, Math.round(from * rate)), Math.min(trace.length, Math.round(to * rate))]
  const angle = (2 * Math.PI * perSecond) / rate
  const turn = 2 * DECAY * Math.cos(angle)
  const square = DECAY ** 2
  // Brings it to spread 1: the variance of an autoregression of second order is known (Box & Jenkins, ch. 3).
  const gain = Math.sqrt(((1 - square) * ((1 - square) ** 2 + 4 * square * Math.sin(angle) ** 2)) / (1 + square))
  let [one, two] = [0, 0]
  for (let n = first; n < last; n++) {
    const swing = turn * one - square * two + rng.normal()
    two = one
    one = swing
    trace[n] = (trace[n] as number) + height * gain * swing * Math.sin((Math.PI * (n - first)) / Math.max(1, last - first))
  }
}

/** Of the heart nothing arrives. */
function silence(trace: Float32Array, rate: number, { from, to }: Off): void {
  trace.fill(0, Math.round(from * rate), Math.round(to * rate))
}

function addOff(rng: Rng, trace: Float32Array, { rate, look }: Strip, { from, to, how }: Off): void {
  const [first, last] = [Math.round(from * rate), Math.min(trace.length, Math.round(to * rate))]
  if (how === 'dead') {
    // An open input rests where it was left, with only the amplifier's own noise.
    for (let n = first; n < last; n++) trace[n] = rng.normal(0, 0.006)
  } else {
    crackle(rng, trace.subarray(first, last), rate, look.height)
  }
  for (const edge of [from, to]) if (edge > 0 && edge * rate < trace.length) settle(rng, trace, rate, edge)
}

/** The electrode touches and lets go, at no time in particular; each touch is a spike about as high and as steep as a beat. */
function crackle(rng: Rng, stretch: Float32Array, rate: number, height: number): void {
  const perSecond = 1.1 + 1.1 * rng.uniform()
  const upright = rng.bern(0.8)
  for (let second = rng.exp(perSecond); second < stretch.length / rate; second += 0.24 + rng.exp(perSecond)) {
    const up = rng.bern(0.85) === upright ? 1 : -1
    const width = 0.009 + 0.016 * rng.uniform()
    addWave(stretch, rate, up * height * (0.5 + 0.9 * rng.uniform()), second, width)
    if (rng.bern(0.5) === 1) addWave(stretch, rate, -up * height * 0.5 * rng.uniform(), second + 2.2 * width, 1.6 * width)
  }
}

/** Losing or finding the skin throws the trace off; it comes back within a second. */
function settle(rng: Rng, trace: Float32Array, rate: number, at: number): void {
  const jump = rng.normal(0, 0.9)
  const first = Math.round(at * rate)
  for (let n = first; n < Math.min(trace.length, first + rate); n++) trace[n] = (trace[n] as number) + jump * Math.exp((first - n) / (0.22 * rate))
}
