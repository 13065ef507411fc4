/**
 * When a heart beats, and where each beat comes from. Sinus rhythm breathes (respiratory sinus arrhythmia), extra beats come early
 * and are followed by a pause, in bigeminy every second beat is one of them, and fibrillation has no order at all.
 */
import type { Rng } from '../../core/rng.ts'

export const RHYTHMS = ['sinus rhythm', 'extra beats', 'bigeminy', 'atrial fibrillation'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** An extra beat comes from the atria or the ventricles; in fibrillation no atrium leads. */
export type BeatKind = 'normal' | 'atrial' | 'ventricular' | 'fibrillating'

export interface Beat {
  /** Seconds from the start of the strip; below 0 for a beat whose end is still seen. */
  at: number
  kind: BeatKind
}

export interface Heart {
  /** Mean interval in sinus rhythm, in seconds. */
  interval: number
  /** What breathing does from beat to beat: RMSSD in seconds. */
  swing: number
  /** Breaths a second. */
  breath: number
  /** Mean interval in fibrillation, in seconds. */
  fibrillating: number
  /** Shape of the intervals in fibrillation: the higher, the more even. */
  evenness: number
  /** Share of beats that come early in a strip with extra beats. */
  early: number
  /** Of those, share that come from the ventricles. */
  fromVentricles: number
  /** In a run of bigeminy every second beat is early; every third in trigeminy. */
  everyNth: 2 | 3
}

/** Beats of a strip of so many seconds, those just before its start and after its end included. */
export function beatsOf(rng: Rng, rhythm: Rhythm, heart: Heart, seconds: number): Beat[] {
  return rhythm === 'atrial fibrillation' ? fibrillation(rng, heart, seconds) : ledBySinus(rng, rhythm, heart, seconds)
}

/** The shortest interval, as a share of the mean. */
const FLOOR = 0.52

/**
 * The node lets through what it can: a shortest interval and, above it, an exponential tail that sinus rhythm does not have
 * (Hennig 2006, source afrr); a gamma of whole shape has one. Spread over mean is (1 − floor) / √evenness.
 */
function fibrillation(rng: Rng, { fibrillating, evenness }: Heart, seconds: number): Beat[] {
  const beats: Beat[] = []
  for (let at = -fibrillating * rng.uniform(); at < seconds + 1;) {
    beats.push({ at, kind: 'fibrillating' })
    at += Math.max(0.28, fibrillating * (FLOOR + rng.gamma(evenness, (1 - FLOOR) / evenness)))
  }
  return beats
}

/** Chance that an early atrial beat is followed by another. */
const SALVO = 0.3

function ledBySinus(rng: Rng, rhythm: Rhythm, heart: Heart, seconds: number): Beat[] {
  const beats: Beat[] = []
  const next = sinusNode(rng, heart)
  const run = rhythm === 'bigeminy' ? runOf(rng, seconds) : null
  const coupling = 0.56 + 0.16 * rng.uniform()
  let sinceEarly = 0
  for (let at = -heart.interval * rng.uniform(); at < seconds + 1;) {
    beats.push({ at, kind: 'normal' })
    sinceEarly++
    const interval = next(at)
    const inRun = run !== null && at >= run.from && at < run.to
    const early = inRun ? sinceEarly >= heart.everyNth - 1 : rhythm === 'extra beats' && rng.bern(heart.early) === 1
    if (!early) {
      at += interval
      continue
    }
    sinceEarly = 0
    // In a run the early beat hangs at the same distance every time; single ones come when they like.
    const after = interval * (inRun ? coupling + rng.normal(0, 0.008) : 0.55 + 0.25 * rng.uniform())
    const ventricular = inRun || rng.bern(heart.fromVentricles) === 1
    beats.push({ at: at + after, kind: ventricular ? 'ventricular' : 'atrial' })
    if (ventricular) {
      // It leaves the sinus node to its own time.
      at += 2 * interval
      continue
    }
    // An atrial one resets the node, and sometimes brings a few more of its kind.
    at += after
    while (rng.bern(SALVO) === 1) {
      at += interval * (0.5 + 0.35 * rng.uniform())
      beats.push({ at, kind: 'atrial' })
    }
    at += interval * (1 + 0.12 * rng.uniform())
  }
  return beats
}

function runOf(rng: Rng, seconds: number): { from: number; to: number } {
  const length = seconds * (0.5 + 0.5 * rng.uniform())
  const from = (seconds - length) * rng.uniform()
  return { from: from - 2, to: from + length }
}

/**
 * Interval from a beat at that second. Two thirds of what beats differ by is breathing, no breath as deep as the last, the rest has
 * no pattern. Breathing of depth a moves an interval by a·sin and makes an RMSSD of a·√2·sin(π·breath·interval).
 */
function sinusNode(rng: Rng, { interval, swing, breath }: Heart): (at: number) => number {
  const rest = Math.sqrt(1 / 3) * swing
  const depth = Math.min(0.24, (Math.sqrt(2 / 3) * swing) / (interval * Math.SQRT2 * Math.abs(Math.sin(Math.PI * breath * interval))))
  const phase = 2 * Math.PI * rng.uniform()
  let [drift, deep, breathSeen] = [0, 1, -1]
  return (at) => {
    const breathNow = Math.floor(breath * at)
    if (breathNow !== breathSeen) deep = rng.lognormal(0.92, 0.4)
    breathSeen = breathNow
    drift = 0.92 * drift + rng.normal(0, 0.006)
    return Math.max(0.3, interval * (1 + depth * deep * Math.sin(2 * Math.PI * breath * at + phase) + drift) + rng.normal(0, rest / Math.SQRT2))
  }
}
