/** A year of the products of the house, month by month, as the committee may look at it; and what the committee made of it. */
import type { Finding, Ruling, Vote, Votes } from '../../core/artefacts/board-dossier.ts'
import type { ChangeSpec, CommitteeSpec } from './committee-spec.ts'

/** A model as it is switched on: coefficients on the inputs as they arrive, and the risk above which it raises its hand. */
export interface LiveModel {
  intercept: number
  coefficients: readonly number[]
  threshold: number
  /** Inputs of the people it was made for: what drift is measured against. */
  edges: readonly (readonly number[])[]
  shares: readonly (readonly number[])[]
  alertRate: number
}

export interface MonthRecords {
  n: number
  /** Person of the town, by row. */
  people: Uint16Array
  /** Inputs as they reach the tool, row-major: its measurements (standardised), and 1 for those in the group last. */
  x: Float64Array
  /** Outcome at the bedside, as counted in that month: 0/1. */
  y: Uint8Array
  /** Uniform 0..1 by row: whether a person without the tool, or a second look, would have caught this one. */
  luck: Float64Array
  /** Rows whose alert staff set aside, given that there was one: a share. */
  overrideRate: number
  /** Never shown to a committee: risk that a tool in perfect order would give, and whether that is above its threshold. */
  sound: Float64Array
}

export interface ProductYear {
  id: string
  bought: boolean
  /** As accepted before the year. */
  model: LiveModel
  overrideRate: number
  /** Version that the vendor sends in `change.month`, for the bought product. */
  update?: LiveModel
  months: readonly MonthRecords[]
}

export type ChangeKind = ChangeSpec['kind']

/** Something that happens in the year. Not every change is a fault: flu and a new rota are life. */
export interface Change {
  /** As the committee's description calls it. */
  id: string
  kind: ChangeKind
  product: string
  /** 1 to 12: the first month in which it acts, and the last. */
  month: number
  until: number
  /** The tool no longer does what it promised, from here on. */
  fault: boolean
}

export interface HospitalYear {
  /** Who sits there, and over what. */
  committee: CommitteeSpec
  /** It lies ahead: nobody has voted on its months, and what was ruled before has to do. */
  ahead: boolean
  products: readonly ProductYear[]
  changes: readonly Change[]
}

/** What is watched, as the blocks before the vote have laid it down. */
export interface Watch {
  psi?: { limit: number }
  calibration?: { measure: 'bedside' | 'dashboard'; ratio: number; slope: number }
  subgroup?: { ratio: number }
  volume?: { h: number }
}

/** Figures of one product in one month; null where nobody watches or there is nothing to count. */
export interface Evidence {
  psi: number | null
  promised: number | null
  happened: number | null
  slope: number | null
  /** Agreement that the vendor's own screen shows, for the bought product where nobody asks the bedside. */
  dashboard: number | null
  /** The group against the rest: ratio of happened / promised. */
  gap: number | null
  alerts: number
  usualAlerts: number
  overrides: number
  /** Found in silence by the version in use and by the new one, where a new one is offered. */
  trial: { needed: number; oldFound: number; newFound: number; worse: boolean } | null
}

/** How a product ran: as it is, with a second look, stopped, or stopped for repair. */
export type Mode = 'go' | 'limit' | 'pause' | 'repair'

export interface Sitting {
  month: number
  product: string
  mode: Mode
  evidence: Evidence
  finding: Finding
  /** What was voted in that month, or laid down for such evidence; null where the committee has no ruling. */
  ruling: Ruling | null
  /** It was voted on in that very month. */
  voted: boolean
  /** Mode from the next month on. */
  next: Mode
  /** The change that made the tool fail in this month, if any. */
  fault: Change | null
  /** People who came to harm in this month that a tool in order would have spared, and how many if nobody had done anything. */
  harm: number
  harmIfNothing: number
  /** Held back although nothing was wrong with it. */
  heldBack: boolean
  /** The decision rests on what happened at the bedside, for a reason that fits. */
  grounded: boolean
  /** Some of those harmed, by person of the town. */
  harmed: readonly number[]
}

export interface YearLog {
  sittings: readonly Sitting[]
  /** Faults of the year, and whether anybody acted within a month. */
  faults: readonly { change: Change; found: boolean; prevented: boolean; actedIn: number | null }[]
  /** Nurses' hours for second looks and the data team's for repairs. */
  hours: number
  trust: readonly number[]
}

/** What goes from the records to the vote. */
export interface Findings {
  type: 'Findings'
  year: HospitalYear
  watch: Watch
  contract: readonly string[]
}

/** What the committee decided, with the papers it had. */
export interface Board {
  type: 'Board'
  year: HospitalYear
  watch: Watch
  contract: readonly string[]
  rulings: Partial<Record<Finding, Ruling>>
  votes: Votes
  log: YearLog
  /** Filled in by the card block. */
  cards: CardCount | null
}

export interface CardCount {
  right: number
  wrong: number
  empty: number
  of: number
  /** Fields that are wrong or empty. */
  poor: readonly { tool: string; field: string; entry: string }[]
}

export const VOTE_MODES: Readonly<Record<Vote, Mode>> = { go: 'go', limit: 'limit', pause: 'pause', retrain: 'repair' }
