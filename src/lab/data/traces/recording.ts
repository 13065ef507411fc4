/** What a patch sees, window by window: drawn when somebody asks, from the seed and the place of the window alone. */
import { clamp, Rng } from '../../../core/rng.ts'
import { drawTrace, type Look, type Trouble } from '../../signal/ecg-trace.ts'
import { type Beat, beatsOf, type Heart, type Rhythm } from '../../signal/heart-rhythm.ts'
import { foundByPatch, type PatchBeats } from '../../signal/patch-beats.ts'
import type { Recording } from '../../stream/stream-values.ts'
import { ECG_RATE } from '../ecg-patch.ts'
import { drawHeart, drawLook } from '../ecg-people.ts'
import type { DrawnEpisode, SaidOfHeart } from './draw-episodes.ts'
import { RHYTHM_KINDS } from './trace-spec.ts'

interface Wearing {
  seed: string
  ids: readonly string[]
  /** Years; NaN where nobody says. */
  ages: Float64Array
  /** Minutes from window to window, and seconds in each. */
  every: number
  seconds: number
  /** Windows of each person. */
  windows: number
  heart(stay: number): SaidOfHeart
  /** By kind, in the order in which they are written. */
  episodes: readonly (readonly DrawnEpisode[])[]
}

const USUAL_AGE = 65
const NOTHING = -1

export function recordingOf(wearing: Wearing): Recording {
  const { seed, ids, every, seconds, windows } = wearing
  const all = wearing.episodes.flat()
  const [rhythms, troubles] = [rowsOf(all, wearing, isRhythm), rowsOf(all, wearing, (episode) => !isRhythm(episode))]
  const hearts = ids.map((id, stay): Heart => saidOf(drawHeart(new Rng(`${seed}/heart/${id}`), wearing.ages[stay] || USUAL_AGE), wearing.heart(stay)))
  const looks = ids.map((id): Look => drawLook(new Rng(`${seed}/look/${id}`)))
  const at = (row: number) => {
    const stay = Math.floor(row / windows)
    const rhythm = rhythms[row] === NOTHING ? undefined : all[rhythms[row] as number]
    const trouble = troubles[row] === NOTHING ? undefined : all[troubles[row] as number]
    const rng = new Rng(`${seed}/window/${ids[stay]}/${row % windows}`)
    const heart = rhythm ? saidOf(hearts[stay] as Heart, rhythm.heart) : hearts[stay] as Heart
    const beats = beatsOf(rng, (rhythm?.what ?? 'sinus rhythm') as Rhythm, heart, seconds)
    return { rng, stay, heart, beats, trouble }
  }
  const found = ({ rng, beats, trouble }: { rng: Rng; beats: readonly Beat[]; trouble: DrawnEpisode | undefined }): PatchBeats =>
    // Nobody moves as hard all along.
    foundByPatch(rng, beats, seconds, { moving: trouble?.what === 'movement' ? clamp(trouble.strength * (0.6 + 0.8 * rng.uniform()), 0, 1) : 0, off: trouble?.what === 'electrode off' })
  return {
    every, seconds,
    beats: (row) => found(at(row)),
    trace(row, length) {
      const window = at(row)
      const sent = found(window)
      const drawn = new Rng(`${seed}/trace/${ids[window.stay]}/${row % windows}`)
      return {
        rate: ECG_RATE,
        samples: drawTrace(drawn, { rate: ECG_RATE, seconds: length, beats: window.beats, look: looks[window.stay] as Look, breath: window.heart.breath, trouble: troubleOf(drawn, window.trouble, length) }),
        beats: Float64Array.from(sent.at.filter((second) => second < length)),
      }
    },
  }
}

function isRhythm({ what }: DrawnEpisode): boolean {
  return RHYTHM_KINDS.some((rhythm) => rhythm === what)
}

/** By window: which episode there is, the first of those that are. */
function rowsOf(all: readonly DrawnEpisode[], { ids, windows, every }: Wearing, of: (episode: DrawnEpisode) => boolean): Int32Array {
  const rows = new Int32Array(ids.length * windows).fill(NOTHING)
  all.forEach((episode, i) => {
    if (!of(episode)) return
    const [first, end] = [Math.ceil((episode.from * 60) / every), Math.min(windows, Math.ceil((episode.to * 60) / every))]
    for (let window = first; window < end; window++) {
      const row = episode.stay * windows + window
      if (rows[row] === NOTHING) rows[row] = i
    }
  })
  return rows
}

/** A heart with what a trainer says of it. Bounds keep it a heart. */
function saidOf(heart: Heart, said: SaidOfHeart): Heart {
  return {
    ...heart,
    ...(said.rate === undefined ? {} : { interval: 60 / clamp(said.rate, 30, 180) }),
    ...(said.swing === undefined ? {} : { swing: clamp(said.swing, 1, 200) / 1000 }),
    ...(said.fibrillating === undefined ? {} : { fibrillating: 60 / clamp(said.fibrillating, 40, 180) }),
    ...(said.evenness === undefined ? {} : { evenness: clamp(said.evenness, 1, 100) }),
    ...(said.early === undefined ? {} : { early: clamp(said.early, 0, 0.5) }),
    ...(said.fromVentricles === undefined ? {} : { fromVentricles: clamp(said.fromVentricles, 0, 1) }),
    ...(said.everyNth === undefined ? {} : { everyNth: said.everyNth >= 2.5 ? 3 : 2 }),
  }
}

function troubleOf(rng: Rng, trouble: DrawnEpisode | undefined, length: number): Trouble {
  const moving = trouble?.what === 'movement' ? trouble.strength : 0
  const bursts = Array.from({ length: Math.round(6 * moving) }, () => {
    const from = length * rng.uniform() - 0.5
    return { from, to: from + 1 + 2 * rng.uniform(), height: 0.15 + 0.9 * moving * rng.uniform(), perSecond: 1.5 + 4.5 * rng.uniform() }
  })
  return {
    muscles: rng.lognormal(0.018 + 0.05 * moving, 0.4), sway: rng.lognormal(0.07, 0.5), mains: rng.lognormal(0.012, 0.5), bursts,
    off: trouble?.what === 'electrode off' ? { from: 0, to: length, how: 'loose' } : null,
  }
}
