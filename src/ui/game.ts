/**
 * Everything the overlay may know and do. `app` makes it real; components read the state through `useGame` and call the
 * actions; a component test hands in a game of its own. The overlay never sees a disk, a worker or a canvas.
 */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { Hospital, QuestCard } from '../core/hospital.ts'
import type { Career } from '../core/log/career.ts'
import type { Fact, Look, QuestFactBody, Stage } from '../core/log/facts.ts'
import type { Aside, StoreState } from '../core/ports.ts'
import type { QuestContext, QuestState } from '../core/quest/context.ts'
import type { Quest, Solution } from '../core/quest/schema.ts'
import type { SoundName } from '../core/sounds.ts'
import type { TextEngine, TextEngineChoice } from '../core/text-engine.ts'
import type { Progress, RunReport, Verdict } from '../core/verdict.ts'

/** Every screen is a link: "#/quest/readmission-risk/build". */
export type Screen =
  | { at: 'title' }
  | { at: 'player' }
  | { at: 'hospital' }
  | { at: 'quest'; quest: string }
  | { at: 'journal' }
  | { at: 'certificate' }

export interface Settings {
  effects: number
  ambient: number
  captions: boolean
  /** 1, 1.15, 1.3, 1.5 */
  textSize: number
  motion: 'system' | 'reduced' | 'full'
  /** The painted map; off leaves the list alone. */
  map: boolean
  /** Draw at half resolution: for weak machines. */
  lowPower: boolean
  /** Walking keys by action. */
  keys: Record<'up' | 'down' | 'left' | 'right', string>
  /** A real language model beside the simulated one, on the prompt bench. */
  model: TextEngineChoice
}

/** One run or verdict under way. */
export interface Job {
  kind: 'run' | 'verify' | 'compare'
  progress: Progress
}

export interface QuestSession {
  quest: Quest
  state: QuestState
  stage: Stage
  context: QuestContext
  job: Job | null
  /** Last run on visible data. */
  report: RunReport | null
  /** Last verdict in full; null after a reload until it is asked for again (`lastVerdict` in the context has its figures). */
  verdict: Verdict | null
  /** Debrief: the learner beside the published scores and the reference. */
  comparison: { id: string; title: string; medal: string; metrics: Record<string, number | null> }[] | null
  /** A stopped, failed or refused job, in a sentence. */
  notice: string | null
  /** What the quest's own timer asked to point at. */
  highlight: string | null
}

export interface GameState {
  ready: boolean
  screen: Screen
  settings: Settings
  /** System wish or the learner's own. */
  reducedMotion: boolean
  store: StoreState
  saved: 'saved' | 'saving' | 'waiting'
  career: Career
  hospital: Hospital
  quests: QuestCard[]
  session: QuestSession | null
  /** A quest that could not be opened, in a sentence. */
  failure: string | null
  /** What came of something whose own dialog is gone by now. */
  news: { say: string } | null
  /** 'ready': painted once, behind another screen. 'missing': no WebGL here; the list plays everything. */
  canvas: 'off' | 'loading' | 'ready' | 'on' | 'missing'
  /** Person the player stands in front of. */
  meeting: string | null
  caption: string | null
  /** A newer version is here; it is taken when the learner says so. */
  update: 'none' | 'ready'
  offline: 'unknown' | 'ready' | 'unavailable'
  /** What the source keys of cards and debriefs stand for. */
  sources?: Record<string, Source>
}

/** A published source: what it is called, where it stands, and how well it was checked (c seen, s second hand, m from memory). */
export interface Source {
  title: string
  address?: string
  status?: string
}

export interface GameActions {
  go(screen: Screen): void
  startGame(name: string, look: Look): void
  change(settings: Partial<Settings>): void
  /** Walk up to somebody (or speak to them at once when the map is off). */
  meet(person: string): void
  visit(department: string): void
  leaveMeeting(): void
  zoomMap(step: 1 | -1 | 0): void

  openQuest(id: string): Promise<void>
  /** A fact of the open quest: goes to its machine and, if the machine takes it, to the log. */
  tell(body: Omit_<QuestFactBody, 'quest'>): void
  /** Run on visible data. */
  run(solution: Solution, set: 'practice' | 'train'): Promise<void>
  verify(solution: Solution): Promise<void>
  /** Judge what was handed in once more, only to show it: nothing is noted. */
  showVerdict(solution: Solution): Promise<void>
  /** Judge the learner's best, the quest's `compare` list and the reference, for the debrief. */
  compare(): Promise<void>
  stop(): void
  leaveQuest(): void
  reopen(quest: string, solution: Solution): Promise<void>

  /** The language model that is switched on in the settings, or null; rejects with a sentence. */
  textEngine(): Promise<TextEngine | null>

  play(sound: SoundName): void
  exportSave(): Promise<void>
  /** Resolves with a sentence on what was taken in, rejects with one on why not. */
  importSave(text: string): Promise<string>
  /** Set aside what is there and let somebody else begin; rejects with a sentence. */
  newGame(): Promise<void>
  setAside(): Promise<Aside[]>
  /** Go back to a save that was set aside; settles as `importSave` does. */
  openAside(key: string): Promise<string>
  /** Remove a save that was set aside, for good. Rejects with a sentence. */
  forgetAside(key: string): Promise<void>
  download(name: string, text: string): void
  takeOver(): Promise<void>
  erase(): Promise<void>
  applyUpdate(): void
  /** Load the page anew. */
  reload(): void
}

type Omit_<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type QuestTelling = Omit_<QuestFactBody, 'quest'>

export interface Game {
  store: StoreApi<GameState>
  actions: GameActions
  facts(): readonly Fact[]
}

export const GameContext = createContext<Game | null>(null)

function useGameObject(): Game {
  const game = useContext(GameContext)
  if (!game) throw new Error('GameContext is empty: wrap the overlay in <GameContext value={game}>')
  return game
}

/** Read a part of the state; the component renders again only when that part changes. */
export function useGame<T>(select: (state: GameState) => T): T {
  return useStore(useGameObject().store, select)
}

/** Everything that has happened so far; ask when it is needed, it does not render anything again. */
export function useFacts(): () => readonly Fact[] {
  return useGameObject().facts
}

/** Whether this tab only shows: another one writes, or the save is not to be got at from here. */
export const isReadOnly = ({ kind }: StoreState) => kind === 'following' || kind === 'cut-off'

export function useReadOnly(): boolean {
  return useGame(state => isReadOnly(state.store))
}

export function useActions(): GameActions {
  return useGameObject().actions
}
