/**
 * The year played through: at the end of each month the committee reads the papers of each product and decides by its ruling
 * for such papers; from the next month on the product runs that way. Nothing of a later month is ever looked at.
 */
import { type Finding, type Ruling, votedIn, type Votes } from '../../core/artefacts/board-dossier.ts'
import { type CommitteeSpec, MONTHS } from './committee-spec.ts'
import { refit, risksOf } from './live-model.ts'
import { papersOf } from './watch.ts'
import {
  type Change, type HospitalYear, type LiveModel, type Mode, type MonthRecords, type ProductYear, type Sitting, VOTE_MODES, type Watch, type YearLog,
} from './year-values.ts'

/** Without the tool, staff find this share of those whom a tool in order would have shown them; a second look finds this share of what the tool missed. */
const FOUND_WITHOUT = 0.7
const FOUND_BY_SECOND_LOOK = 0.6
const MINUTES_A_LOOK = 2
const REPAIR_HOURS = 40
const HARMED_KEPT = 6
const TRUST_AT_FIRST = 70

export interface Committee {
  watch: Watch
  contract: readonly string[]
  rulings: Partial<Record<Finding, Ruling>>
  /** Of the months of this very year, where the committee sat through it. */
  votes?: Votes
}

/** Where one product stands while the year goes by. */
interface Standing {
  product: ProductYear
  model: LiveModel
  mode: Mode
  /** Faults of its own that have been repaired or taken back. */
  mended: Set<Change>
  /** Under repair for a fault that was there. */
  rightly: boolean
  /** The vendor's request has been answered. */
  answered: boolean
  overrideRate: number
}

export function replayYear(year: HospitalYear, committee: Committee): YearLog {
  const standings = year.products.map((product): Standing => ({ product, model: product.model, mode: 'go', mended: new Set(), rightly: false, answered: false, overrideRate: product.overrideRate }))
  const sittings: Sitting[] = []
  for (let month = 1; month <= MONTHS; month++) {
    for (const standing of standings) sittings.push(sit(standing, month, year, committee))
  }
  return { sittings, faults: year.changes.filter(({ fault }) => fault).map((change) => faultOf(change, sittings)), hours: hoursOf(sittings, year), trust: trustOf(sittings) }
}

function sit(standing: Standing, month: number, year: HospitalYear, committee: Committee): Sitting {
  const { product, mode } = standing
  const changes = year.changes.filter((one) => one.product === product.id)
  const signed = new Set(committee.contract.map((clause) => year.committee.clauses[clause]?.does))
  const records = product.months[month - 1] as MonthRecords
  const update = changes.find(({ kind, month: from }) => kind === 'version' && month >= from)
  const asks = signed.has('asks-first')
  if (update && !asks && !standing.answered && product.update) {
    standing.model = product.update
    standing.answered = true
  }
  const offered = update && asks && !standing.answered ? (product.update ?? null) : null
  const risks = risksOf(standing.model, records.x)
  const { evidence, finding } = papersOf({ risks, bought: product.bought, model: standing.model, overrideRate: standing.overrideRate, records, watch: committee.watch, offered })
  const active = changes.filter((one) => one.fault && month >= one.month && month <= one.until && (one.kind !== 'version' || standing.model === product.update))
  const fault = active.find((one) => !standing.mended.has(one)) ?? null
  const failing = fault !== null
  const voted = votedIn(committee.votes ?? {}, month, finding)
  const ruling = voted ?? committee.rulings[finding] ?? null
  const { harm, harmed } = harmOf(product, risks, mode, records, active.length > 0)
  const sitting: Sitting = {
    month, product: product.id, mode, evidence, finding, ruling, harm, harmed,
    voted: voted !== undefined,
    fault,
    harmIfNothing: harmIfNothing(product, records, changes, month),
    heldBack: mode !== 'go' && !failing && !(mode === 'repair' && standing.rightly),
    grounded: ruling !== null && fitsFinding(year.committee, ruling, finding) && (finding === 'notice' || measuredAtBedside(committee.watch, product.bought)),
    next: nextMode(standing, finding, ruling, signed.has('goes-back')),
  }
  act(standing, sitting, records, active)
  return sitting
}

/** What a vendor's screen says, or a wish to be safe, is evidence of nothing; what a reason is evidence of, the committee's own rules say. */
function fitsFinding({ reasons }: CommitteeSpec, { reason }: Ruling, finding: Finding): boolean {
  return Object.hasOwn(reasons, reason) && reasons[reason]?.fits.includes(finding) === true
}

function measuredAtBedside({ calibration }: Watch, bought: boolean): boolean {
  return calibration !== undefined && (!bought || calibration.measure === 'bedside')
}

/**
 * A product under repair comes back the month after, whatever the papers of its old self say. A version that nobody has tested
 * here waits while the one in use goes on. A bought box cannot be repaired by us: without the right to go back it is stopped.
 */
function nextMode({ mode, product }: Standing, finding: Finding, ruling: Ruling | null, mayGoBack: boolean): Mode {
  if (mode === 'repair' || ruling === null) return 'go'
  if (finding === 'notice') return ruling.vote === 'pause' ? 'pause' : 'go'
  const wanted = VOTE_MODES[ruling.vote]
  return wanted === 'repair' && product.bought && !mayGoBack ? 'pause' : wanted
}

/** What the decision does to the product itself. */
function act(standing: Standing, { finding, ruling, next, evidence, fault }: Sitting, records: MonthRecords, active: readonly Change[]): void {
  const { product } = standing
  if (finding === 'notice') {
    standing.answered = true
    const takesIt = ruling === null || ruling.vote === 'go' || (ruling.vote === 'limit' && !evidence.trial?.worse)
    if (takesIt && product.update) standing.model = product.update
  }
  if (next === 'repair') {
    standing.model = product.bought ? product.model : refit(records, product.model.threshold)
    standing.rightly = fault !== null
    // Going back undoes a version and nothing else: a bought box cannot be taught our units.
    for (const one of active) if (!product.bought || one.kind === 'version') standing.mended.add(one)
  }
  standing.mode = next
}

/** People with the outcome whom a tool in order would have shown, and who were not found; nothing is counted against a tool that is in order. */
function harmOf(product: ProductYear, risks: Float64Array, mode: Mode, records: MonthRecords, touched: boolean): { harm: number; harmed: number[] } {
  if (mode === 'go' && !touched) return { harm: 0, harmed: [] }
  const harmed: number[] = []
  let harm = 0
  for (let row = 0; row < records.n; row++) {
    if (records.y[row] !== 1 || (records.sound[row] as number) < product.model.threshold) continue
    const luck = records.luck[row] as number
    const found = mode === 'pause' || mode === 'repair' ? luck < FOUND_WITHOUT : (risks[row] as number) >= product.model.threshold || (mode === 'limit' && luck < FOUND_BY_SECOND_LOOK)
    if (found) continue
    harm++
    if (harmed.length < HARMED_KEPT) harmed.push(records.people[row] as number)
  }
  return { harm, harmed }
}

/** The same month if there were no committee: nobody watches, nobody stops anything. */
function harmIfNothing(product: ProductYear, records: MonthRecords, changes: readonly Change[], month: number): number {
  const active = changes.filter((one) => one.fault && month >= one.month && month <= one.until)
  if (active.length === 0) return 0
  const model = active.some(({ kind }) => kind === 'version') && product.update ? product.update : product.model
  return harmOf(product, risksOf(model, records.x), 'go', records, true).harm
}

function faultOf(change: Change, sittings: readonly Sitting[]): YearLog['faults'][number] {
  const failing = sittings.filter(({ product, fault }) => product === change.product && fault === change)
  const first = failing[0]?.month
  if (first === undefined) return { change, found: true, prevented: true, actedIn: null }
  const actedIn = failing.find(({ next }) => next !== 'go')?.month ?? null
  return { change, found: actedIn !== null && actedIn <= first + 1, prevented: false, actedIn }
}

function hoursOf(sittings: readonly Sitting[], { products }: HospitalYear): number {
  return sittings.reduce((hours, { mode, product }) => {
    if (mode === 'repair') return hours + REPAIR_HOURS
    const people = products.find(({ id }) => id === product)?.months[0]?.n ?? 0
    return mode === 'limit' ? hours + (people * MINUTES_A_LOOK) / 60 : hours
  }, 0)
}

/** How much the wards trust their tools, 0 to 100, at the end of each month: lost by a tool that fails in use, and by one that is taken away for nothing. */
function trustOf(sittings: readonly Sitting[]): number[] {
  let trust = TRUST_AT_FIRST
  return Array.from({ length: MONTHS }, (_, i) => {
    for (const { mode, fault, heldBack, grounded } of sittings.filter(({ month }) => month === i + 1)) {
      trust += (fault !== null && mode === 'go' ? -3 : 0) + (heldBack ? -2 : 0) + (grounded ? 0.5 : 0)
    }
    trust = Math.min(100, Math.max(0, trust))
    return trust
  })
}
