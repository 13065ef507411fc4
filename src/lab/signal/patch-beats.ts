/**
 * Beats as a patch finds them by itself and sends them: when each was, and how much it looks like the usual beat of this person.
 * A stand-in for the detector and the alikeness of whole traces (`pan-tompkins.ts`, `trace-quality.ts`), which would take a minute
 * for three days of sixty people; `patch-beats.test.ts` holds the two against each other.
 */
import { clamp, type Rng } from '../../core/rng.ts'
import type { Beat } from './heart-rhythm.ts'

export interface PatchBeats {
  /** Seconds from the start of the window, rising. */
  at: readonly number[]
  /** By beat: correlation with the usual beat, 0 to 1. */
  alike: readonly number[]
}

export interface PatchTrouble {
  /** How hard somebody moves: 0 not at all, 1 so that hardly a beat is seen. */
  moving: number
  /** An electrode has lost the skin and crackles. */
  off: boolean
}

/** After a beat none is looked for, in seconds: as the detector of Pan and Tompkins (source pantompkins). */
const REFRACTORY = 0.2
/** An electrode without skin crackles about so often in a second, as in `ecg-trace.ts`. */
const CRACKLES = 1.6

/** What the patch makes of a window of so many seconds. */
export function foundByPatch(rng: Rng, beats: readonly Beat[], seconds: number, { moving, off }: PatchTrouble): PatchBeats {
  if (off) return crackling(rng, seconds)
  const found: [at: number, alike: number][] = []
  for (const { at, kind } of beats) {
    if (at < 0 || at >= seconds) continue
    // A beat from the ventricles is broad: it looks unlike the others though it is one.
    const usual = kind === 'ventricular' ? 0.62 + 0.08 * rng.uniform() : 0.94 + 0.05 * rng.uniform()
    if (moving === 0) {
      found.push([at, usual])
      continue
    }
    const lost = rng.uniform() < 0.5 * moving
    const seen = at + rng.normal(0, 0.03 * moving)
    if (!lost) found.push([seen, clamp(usual - moving * (0.35 + 0.35 * rng.uniform()), 0, 1)])
  }
  const needless = moving === 0 ? 0 : rng.poisson(moving * seconds)
  for (let i = 0; i < needless; i++) found.push([seconds * rng.uniform(), 0.1 + 0.4 * rng.uniform()])
  return apart(needless === 0 ? found : found.sort((a, b) => a[0] - b[0]))
}

function crackling(rng: Rng, seconds: number): PatchBeats {
  const found: [number, number][] = []
  for (let at = rng.exp(CRACKLES); at < seconds; at += 0.24 + rng.exp(CRACKLES)) found.push([at, 0.1 + 0.5 * rng.uniform()])
  return apart(found)
}

/** None so soon after another. */
function apart(found: readonly (readonly [at: number, alike: number])[]): PatchBeats {
  const [at, alike]: [number[], number[]] = [[], []]
  for (const [second, likeness] of found) {
    const last = at.at(-1)
    if (last !== undefined && second - last < REFRACTORY) continue
    at.push(second)
    alike.push(likeness)
  }
  return { at, alike }
}
