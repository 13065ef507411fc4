/**
 * What the game needs from the world, as types. `src/platform` makes them real; a test or a server makes its own.
 * No implementation here and no import but types, so that core stays free of clock, dice, disk and document.
 */
import type { Fact, FactBody } from './log/facts.ts'
import type { QuestRead } from './quest/parse.ts'
import type { Quest, Solution } from './quest/schema.ts'
import type { SoundName } from './sounds.ts'
import type { Progress, RunReport, Verdict } from './verdict.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
}

export interface JudgeHooks {
  signal?: AbortSignalLike
  onProgress?: (progress: Progress) => void
}

/** The part of AbortSignal that core may name without knowing the DOM. */
export interface AbortSignalLike {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
}

/** Runs solutions away from the main thread. Every call can be stopped at once; a stopped call rejects with `Stopped`. */
export interface Judge {
  /** Fit and apply on a visible set ("practice" or "train"). Nothing hidden is touched. */
  run(request: { quest: Quest; solution: Solution; set: string }, hooks?: JudgeHooks): Promise<RunReport>
  /** Fit on the visible set, freeze, apply to the hidden sets as they looked at decision time. */
  verify(request: { quest: Quest; solution: Solution; seeds?: string[] }, hooks?: JudgeHooks): Promise<Verdict>
  /** A stranger’s file against everything that the engine offers: it knows the generators, the blocks and the scorers. `sources` are the keys it may cite. */
  read(request: { text: string; file: string; sources?: readonly string[] }): Promise<QuestRead>
  /** Warm a worker so that the first run does not wait for one. */
  warm(): void
}

export class Stopped extends Error {
  override name = 'Stopped'
}

export type StoreState =
  | { kind: 'ready' }
  /** Nothing can be written (private mode, blocked): play goes on, nothing is kept. */
  | { kind: 'memory-only'; say: string }
  /** Another tab writes; this one follows. */
  | { kind: 'following'; say: string }
  /** The disk is full: facts wait in memory and are tried again. */
  | { kind: 'full'; say: string; waiting: number }
  /**
   * The save lies there, but this page cannot read it: the code that does so did not arrive, or a newer version writes it.
   * Nothing is written until the page is loaded again.
   */
  | { kind: 'cut-off'; say: string }
  /** A save that could not be read was set aside under `key`. */
  | { kind: 'set-aside'; say: string; key: string }

/** A save put aside, so that nothing is lost when another one takes its place. */
export interface Aside {
  key: string
  /** When it was put aside. */
  at: number
  /** The whole of it as a save file: facts unchecked, as they lay there. */
  text: string
  /** Whose it is, as far as that can be told. */
  player?: string | null
  why?: 'replaced' | 'damaged' | 'newer'
}

/** Append-only log on disk. */
export interface FactStore {
  /** Everything kept, in order, and how the store stands. Never throws: a save that cannot be read is set aside. */
  load(): Promise<{ facts: Fact[]; state: StoreState }>
  /**
   * Resolves when the facts are on disk ("saved" may be shown then), not before; with none of them when the save was
   * replaced or erased while they waited for room.
   */
  append(bodies: FactBody[]): Promise<Fact[]>
  /** Facts another tab wrote. */
  onForeign(listener: (facts: Fact[]) => void): () => void
  onState(listener: (state: StoreState) => void): () => void
  /**
   * Replace everything (import): the old save is set aside first, under the key that comes back; null when there was nothing
   * to keep. `taken` is the save set aside that these facts come from, whole: it leaves the list in the same step.
   */
  replace(facts: Fact[], taken?: string): Promise<string | null>
  /** Saves set aside, to download or to open again. */
  setAside(): Promise<Aside[]>
  /** Forget one save that was set aside. Rejects with a sentence when the disk refuses; it stays on the list then. */
  forgetAside(key: string): Promise<void>
  /** Ask to be the tab that writes. */
  takeOver(): Promise<void>
  /** Forget everything, also what waits. Rejects with a sentence when the disk refuses; nothing is changed then. */
  erase(): Promise<void>
}

export interface QuestSource {
  /** Every quest the game knows, by id, without its body. */
  list(): Promise<{ id: string; n: number; title: string }[]>
  /** Parsed and checked. Rejects with a sentence that a trainer can act on. */
  load(id: string): Promise<Quest>
}

export interface Sound {
  play(name: SoundName): void
  ambient(on: boolean): void
  settings(volume: { effects: number; ambient: number }): void
  /** Words for every sound that means something, for those who do not hear it. */
  onCaption(listener: (caption: string) => void): () => void
}

/** Frames of the player, drawn from their look: one picture, cut by name ("se/walk0"). */
export interface PlayerSheet {
  url: string
  /** Pixels per world unit of the drawing (1 = 1x). */
  scale: number
  frames: Record<string, { x: number; y: number; w: number; h: number; pivotX: number; pivotY: number }>
  /** Rolls where others step, without a footfall. */
  wheels: boolean
}

export type StageEvent =
  /** The player stands in front of somebody, by walking there or by being sent. */
  | { type: 'person.reached'; person: string }
  | { type: 'department.entered'; department: string }
  /** The player's foot fell, a door turned: the floor itself is silent. */
  | { type: 'sound.made'; sound: SoundName }
  | { type: 'ready' }

/** The painted hospital. The list beside it says the same; nothing can be done here that cannot be done there. */
export interface HospitalStage {
  show(hospital: import('./hospital.ts').Hospital): void
  player(sheet: PlayerSheet): void
  /** False when nobody of that name stands on the map, or there is no way to them. */
  walkToPerson(person: string): boolean
  /** False when the map has no such department, or there is no way to it. */
  walkToDepartment(department: string): boolean
  zoom(step: 1 | -1 | 0): void
  /** Nothing is drawn or computed while asleep: a bench or a dialogue covers the canvas. */
  sleep(asleep: boolean): void
  motion(reduced: boolean): void
  onEvent(listener: (event: StageEvent) => void): () => void
  destroy(): void
}
