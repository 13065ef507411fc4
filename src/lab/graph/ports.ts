/** Types of what travels along an edge. An edge joins equal types only; an input of type "Any" (views, sink) takes all. */
import type { Archive, Dicom, Release, Spans, Text } from '../deid/values.ts'
import type { Links, Pairs } from '../link/pairs.ts'
import type { HitPolicy } from '../../core/artefacts/rule-table.ts'
import type { Answers, Chunks, Hits, Shelf } from '../language/desk-values.ts'
import type { Flags, Intents, Transcript } from '../dialogue/talk-values.ts'
import type { Letters, Stays } from '../letters/letter-values.ts'
import type { QueueRule } from '../ops/night-queue.ts'
import type { CoverageAnswer } from '../orders/coverage-answer.ts'
import type { CdsResponse } from '../orders/coverage-card.ts'
import type { Board, Findings as BoardFindings } from '../governance/year-values.ts'
import type { Pool } from '../match/pool.ts'
import type { Synthetic } from '../synth/synthetic-value.ts'
import type { Alerts, Stream } from '../stream/stream-values.ts'
import type { Fhir, V2 } from '../interop/feed-values.ts'
import type { Mapped, Records } from '../records/record-values.ts'
import type { Matches, Offers } from '../match/match-values.ts'
import type { PortType } from './port-types.ts'
import type { Images, Signal, Windows } from './recordings.ts'

export { PORT_TYPES, type PortType } from './port-types.ts'
export type { Drawing, Images, Signal, Windows } from './recordings.ts'
export type { Fhir, FhirMessage, V2 } from '../interop/feed-values.ts'
export type { Matches, Offers } from '../match/match-values.ts'
export type { Mapped, Records } from '../records/record-values.ts'

/** A column of a table. Numbers are NaN where missing, categories are ''. */
export type Column =
  | { kind: 'number'; values: Float64Array }
  | { kind: 'category'; values: readonly string[] }

export interface ColumnMeta {
  name: string
  label: string
  unit?: string
  kind: 'number' | 'category'
  /** "discharge", "discharge+21d": when the value is written. */
  availableAt: string
  role?: 'truth' | 'group' | 'id'
  /** Numbers that may be written, as the form says and everybody knows. */
  range?: { from: number; to: number; step?: number | undefined }
  /** Words that may be written, as the form says. */
  values?: readonly string[]
}

export interface Table {
  type: 'Table'
  /** One id per row, stable through filters, so that hidden truth can be joined back. */
  ids: readonly string[]
  meta: readonly ColumnMeta[]
  columns: Readonly<Record<string, Column>>
  /** What the quest calls its rows. */
  noun?: { one: string; many: string }
  /** Name of the label column once `table.label` has run, with its 0/1 values; NaN where unknown (hidden cases). */
  label?: { expr: string; values: Float64Array; key?: BoxKey }
  /** How much each row counts while something is learnt; all alike when left out. */
  weights?: Float64Array
}

/** How well labels that come from two readers hold, where a learner settled what they differ on. Null where that is not known. */
export interface BoxKey {
  /** Boxes that are in the key and should be, of all that are in it or should be. */
  right: number | null
  /** Mean intersection over union of what should be in it with what is. */
  iou: number | null
}

export interface Split {
  type: 'Split'
  train: Table
  test: Table
  method: string
}

/** Row-major numbers, `rows` x `names.length`. */
export interface Mat {
  rows: number
  names: readonly string[]
  x: Float64Array
}

export interface LabelledMat extends Mat {
  ids: readonly string[]
  /** 0/1, NaN where unknown. */
  y: Float64Array
}

export interface Matrix {
  type: 'Matrix'
  train: LabelledMat
  test: LabelledMat
  /** The tables the rows come from, for groups and charts. */
  tables: { train: Table; test: Table }
  /** Columns of the table that the features were made from. */
  uses: readonly string[]
  /** The same features of other rows, as learnt from the training rows, where they are made of columns. */
  encode?: (table: Table) => { mat: LabelledMat; table: Table }
  /** The pictures of the test rows, and what the same pictures come to once something in them is changed. */
  pictures?: { images: Images; measure: (images: Images) => LabelledMat }
}

/** Rows with what is foretold of each. */
export interface ForetoldSet {
  ids: readonly string[]
  /** Row-major, rows x levels, rising within a row. */
  at: Float64Array
  /** What came of it, NaN where unknown. */
  y: Float64Array
  table: Table
}

/** A number foretold with its spread: for each row the value that so large a share does not exceed, at several levels. */
export interface Quantiles {
  type: 'Quantiles'
  /** Column or sum that is foretold. */
  of: string
  /** Rising shares, e.g. 0.05 to 0.95. */
  levels: readonly number[]
  train: ForetoldSet
  test: ForetoldSet
  uses: readonly string[]
  /** What the frozen model says of other rows. */
  foretell: (table: Table) => Pick<ForetoldSet, 'ids' | 'at'>
}

export interface ScoredSet {
  ids: readonly string[]
  scores: Float64Array
  /** 0/1, NaN where unknown. */
  y: Float64Array
  table: Table
  /** By row: where a detector thinks that something is, in shares of the picture. */
  boxes?: readonly (readonly { x: number; y: number; w: number; h: number }[])[]
}

/** What a model leans on, to be looked at. */
export interface Explanation {
  kind: 'log-odds per sd' | 'gain share'
  rows: { feature: string; value: number }[]
}

export interface Scores {
  type: 'Scores'
  /** False for points (LACE): they rank, they are not risks. */
  probability: boolean
  train: ScoredSet
  test: ScoredSet
  /** Columns of the table that the scores were made from. */
  uses: readonly string[]
  explains?: Explanation
  work?: Work
  pictures?: AskedOfPictures
}

/** The pictures of the test rows, and what the frozen model says of the same pictures once something in them is changed. */
export interface AskedOfPictures {
  images: Images
  scoresOf: (images: Images) => Float64Array
}

/** What somebody says that a model leans on, and what was measured of it: by how much the score rises or falls, on average, when only that is changed. */
export interface Audit {
  claims: readonly string[]
  shifts: readonly { column: string; shift: number }[]
}

export interface DecidedSet extends ScoredSet {
  /** 1 = follow up. */
  flagged: Uint8Array
  /** 1 = not on the list today, and asked to come again: somebody will look once more. */
  again?: Uint8Array
}

/** Work that was done on the way, counted by what it is: photographs taken. */
export type Work = Readonly<Record<string, number>>

export interface Decisions {
  type: 'Decisions'
  probability: boolean
  threshold: number
  train: DecidedSet
  test: DecidedSet
  uses: readonly string[]
  explains?: Explanation
  work?: Work
  pictures?: AskedOfPictures
  audit?: Audit
  /** What being on the list means, where it is not a call after a stay: a referral after screening. */
  about?: 'screening'
}

export interface Result {
  type: 'Result'
  from: PortValue
}

/** Films in the order of a rule: what somebody who reads them at night will be handed next. */
export interface Worklist {
  type: 'Worklist'
  rule: QueueRule
  /** Films with the risk that the order is made from. */
  test: ScoredSet
  uses: readonly string[]
}

/** What a rule table says of each case. */
export interface Rulings {
  type: 'Rulings'
  cases: Table
  hit: HitPolicy
  /** Rows of the rule table by id, top to bottom. */
  rowIds: readonly string[]
  /** What it answers, by name. */
  outputs: readonly string[]
  /** Those of them that no rule gives: whether a case is on a list that was put beside the rules. */
  listed?: readonly string[]
  /** By case: rows that spoke (0-based; none when nobody has ruled on it), and what they say together. */
  rulings: readonly { hits: readonly number[]; outcome: Readonly<Record<string, readonly string[]>> }[]
}

/** What the ordering screen shows for each case, with the rulings it comes from. */
export interface Cards {
  type: 'Cards'
  rulings: Rulings
  answers: readonly CoverageAnswer[]
  responses: readonly CdsResponse[]
}

/** Values whose shape is known here. */
export type KnownValue =
  | Table
  | Split
  | Matrix
  | Scores
  | Decisions
  | Signal
  | Windows
  | Images
  | Result
  | Rulings
  | Cards
  | Worklist
  | V2
  | Fhir
  | Shelf
  | Chunks
  | Hits
  | Answers
  | BoardFindings
  | Board
  | Archive
  | Text
  | Spans
  | Dicom
  | Release
  | Stream
  | Alerts
  | Pairs
  | Links
  | Records
  | Mapped
  | Flags
  | Intents
  | Transcript
  | Stays
  | Letters
  | Quantiles
  | Pool
  | Matches
  | Offers
  | Synthetic

/** Values of families that later blocks bring; each carries its type and data of its own. */
export interface OtherValue {
  type: Exclude<PortType, 'Any' | KnownValue['type']>
  [field: string]: unknown
}

export type PortValue = KnownValue | OtherValue

export function isTable(value: PortValue): value is Table {
  return value.type === 'Table'
}

/** The rows behind cases that can be listed: a table itself, or what is written about each strip or drawn picture. Null for other cases. */
export function rowsOf(value: PortValue): Table | null {
  if (isTable(value)) return value
  return value.type === 'Signal' || value.type === 'Records' || value.type === 'Pool' || (value.type === 'Images' && value.subject === 'drawn') ? value.table : null
}
