/** What the judge says. Types only: `lab/judge.ts` makes these, everyone else reads them. */
import type { EventLog } from './event-log.ts'
import type { Json, Medal } from './quest/schema.ts'

export type Cell = number | string | null

/** Goal by goal. `value` is null when the solution gives nothing that could be measured; `why` then says so in words. */
export interface GoalResult {
  metric: string
  op: '>=' | '<='
  value: number | null
  reached: Medal
  /** Distance to the next medal, in the metric's own unit; 0 when gold is reached. */
  missing: number
  why?: string
}

export interface GuardResult {
  id: string
  holds: boolean
  say: string
}

/** The part that is stored as a fact for ever: small, plain numbers. */
export interface VerdictSummary {
  medal: Medal
  metrics: Record<string, number | null>
  goals: GoalResult[]
  guards: GuardResult[]
  trap: { id: string } | null
  /** Problem that kept the solution from being judged at all, e.g. a graph that does not compile. */
  problems: RunProblem[]
  seeds: string[]
  ms: number
}

export interface RunProblem {
  /** Node of the graph the problem belongs to, when there is one. */
  node?: string
  port?: string
  code: string
  /** What is wrong and how to mend it, one or two sentences. */
  say: string
}

/** What a mark on a picture or in a text stands for. Shown by shape and word as well as by colour. */
export type Tone = 'right' | 'wrong' | 'missed' | 'note'

/** A thing shown rather than told: the film, the note, the message, what was wanted beside what came. */
export type Exhibit =
  /** Grey (one byte a pixel) or RGB (three), row by row; marks in pixels. */
  | { kind: 'picture'; caption: string; width: number; height: number; channels: 1 | 3; pixels: Uint8ClampedArray; marks?: { x: number; y: number; w: number; h: number; label: string; tone: Tone }[] }
  /** Spans are character offsets, in order, not overlapping. */
  | { kind: 'text'; caption: string; text: string; mono?: boolean; spans: { from: number; to: number; label: string; tone: Tone }[] }
  /** Two things side by side: what was wanted beside what came, unless `heads` calls the two columns and the last one something else. */
  | { kind: 'diff'; caption: string; heads?: readonly [first: string, second: string, ok: string]; rows: { path: string; wanted: Cell; got: Cell; ok: boolean; note?: string }[] }
  /** A trace over time, on squared paper. `say` tells in words what is drawn; beats are in seconds from its start. */
  | { kind: 'trace'; caption: string; say: string; unit: string; rate: number; samples: Float32Array; beats?: Float64Array }
  | Course
  /** A conversation, turn by turn; beside each turn of the desk what it was made from and what it cost. Spans as in a text. */
  | { kind: 'talk'; caption: string; turns: TalkTurn[] }
  /** A card as a clinical system shows it at the moment of ordering. */
  | { kind: 'card'; caption: string; indicator: 'info' | 'warning' | 'critical'; summary: string; detail: string }
  /** The thing itself, to be taken away and opened with something else. */
  | { kind: 'file'; caption: string; name: string; mime: string; bytes: Uint8Array }

/** One turn of a conversation. */
export interface TalkTurn {
  who: string
  /** Which side of the page it stands on: those who come, or the desk. */
  side: 'guest' | 'desk'
  text: string
  spans: { from: number; to: number; label: string; tone: Tone }[]
  /** Short facts under the turn: "Gate: none", "34 ms". */
  notes: { label: string; value: string; tone?: Tone }[]
}

/** A stay over time: a small chart for each value on one clock, and what happened or rang when. `say` tells in words what is drawn. */
export interface Course {
  kind: 'course'
  caption: string
  say: string
  hours: number
  /** `range`: lowest and highest that are drawn, where it is not what the points have. */
  lines: { label: string; unit?: string; points: [hour: number, value: number][]; limit?: number; range?: readonly [low: number, high: number] }[]
  marks: { at: number; label: string; tone: Tone }[]
  /** What lasts: drawn as bands behind the lines. */
  spans?: { from: number; to: number; label: string; tone: Tone }[]
  /** Hours to stop at, rising, with what was recorded then: the chart is played, a part of it at a time. Beats are in seconds from the start of each. */
  moments?: { at: number; unit: string; rate: number; samples: Float32Array; beats: Float64Array }[]
}

/** One hidden case, opened like a chart. */
export interface CaseReport {
  id: string
  set: string
  title: string
  /** Why it is shown: 'missed' (needed help, did not get it), 'needless', 'caught'… */
  outcome: string
  /** One sentence that says what the decision was and what happened then. */
  say: string
  sections: { title: string; rows: { column: string; label: string; value: Cell; unit?: string; availableAt?: string; known: boolean }[] }[]
  exhibits?: Exhibit[]
}

export type View =
  | { view: 'roc'; title?: string; auc: number; prevalence: number; roc: [number, number][]; pr: [number, number][]; at?: { fpr: number; tpr: number; ppv: number } }
  /** `sets`: hidden sets taken together in it, where the goals take the mean of each. */
  | { view: 'calibration'; ece: number; sets?: number; bins: { predicted: number; observed: number; n: number }[] }
  | { view: 'timeline'; decision: string; columns: { name: string; label: string; availableAt: string; known: boolean; used: boolean }[] }
  | { view: 'groups'; by: string; rows: { group: string; n: number; positives: number; flagged: number; sensitivity: number | null; ppv: number | null; calibration: number | null }[] }
  | { view: 'coefficients'; kind: 'log-odds per sd' | 'gain share'; rows: { feature: string; value: number }[] }
  | { view: 'confusion'; threshold: number; tp: number; fp: number; tn: number; fn: number }
  /** `counts` says what is counted, where it is not people. */
  | { view: 'distribution'; column: string; label: string; counts?: string; bins: { from: number; to: number; n: number; positives?: number }[] }
  /** Bars of any kind; `limit` draws a line that should not be crossed. */
  | { view: 'bars'; title: string; say: string; unit?: string; limit?: number; rows: { label: string; value: number; tone?: Tone }[] }
  | { view: 'lines'; title: string; say: string; x: string; y: string; series: { name: string; points: [number, number][] }[] }
  | { view: 'meters'; title: string; rows: { label: string; value: number; unit?: string; limit?: number }[] }
  /** A small table; `marked` are the rows to look at first. */
  | { view: 'rows'; title: string; columns: string[]; rows: Cell[][]; marked?: number[] }
  | { view: 'exhibits'; title: string; exhibits: Exhibit[] }
  /** A hundred people as small figures, group by group; shares of everybody, so that they add up to `of`. */
  | { view: 'people'; title: string; say: string; of: number; groups: { label: string; n: number; tone: Tone }[] }
  /** A day that a simulation ran, to be played: boards with play, pause and steps. */
  | { view: 'replay'; title: string; log: EventLog }
  | { view: 'categories'; column: string; label: string; bins: { value: string; n: number; positives?: number }[] }

/** What went through one node in one run. */
export interface NodeReport {
  node: string
  block: string
  ms: number
  rows: number | null
  columns: number | null
  /** Few plain facts to read on the node itself, e.g. ["3,000 to train", "1,000 to test", "0 patients in both"]. */
  facts: string[]
  head?: { columns: string[]; rows: Cell[][] }
  views: View[]
  /** What the bench of this kind shows of the node; its shape is the block's own. */
  detail?: Json
}

/** Answer to a run on visible data: nothing hidden is touched. */
export interface RunReport {
  ok: boolean
  problems: RunProblem[]
  nodes: NodeReport[]
  /** The learner's own test figures by metric id: what they would believe without Verify. */
  metrics: Record<string, number | null>
  ms: number
}

/** Whole verdict. Everything beyond the summary can be computed again from the solution, so it is never stored. */
export interface Verdict extends VerdictSummary {
  /** The learner's own test figures, beside the hidden ones: the two columns of the trap replay. */
  test: Record<string, number | null>
  sets: { label: string; seed: string; n: number; metrics: Record<string, number | null> }[]
  cases: CaseReport[]
  views: View[]
  /** What the ward would have felt, in a sentence. */
  ward: string
  /** Text of the trap with its figures filled in, when it fired. */
  reveal?: string
  /** Lit beds in test and in use, for the replay: shares 0..1 */
  replay?: { test: number; deployed: number }
  /** The trap as a short story in pictures, for quests whose replay is not lights on a ward. */
  story?: { title: string; say: string; exhibit?: Exhibit }[]
}

export interface Progress {
  phase: 'data' | 'fit' | 'apply' | 'score'
  node?: string
  /** 0..1 */
  done: number
}
