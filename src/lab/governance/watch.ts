/** One month's papers: what the monitors in force say of a product. */
import type { Finding } from '../../core/artefacts/board-dossier.ts'
import { cusum, shareLimits } from './control-charts.ts'
import { columnOf, flagsOf, risksOf } from './live-model.ts'
import { psiOf, sharesOf } from './psi.ts'
import { recalibrate } from './recalibration.ts'
import { compareSilently } from './silent-mode.ts'
import type { Evidence, LiveModel, MonthRecords, Watch } from './year-values.ts'

/** What a supplier's screen shows of a product that agrees with itself. */
const DASHBOARD_GREEN = 0.99
const WEEKS = 4
/** Slack of the CUSUM, in standard deviations of a week: the usual half of a shift worth hearing. */
const SLACK = 0.5

export interface UnderWatch {
  bought: boolean
  model: LiveModel
  /** Share of alerts that staff usually set aside. */
  overrideRate: number
  records: MonthRecords
  /** Risks that the model gives those people, in silence where it is stopped. */
  risks: Float64Array
  watch: Watch
  /** A new version that the vendor asks to send, where the contract makes them ask. */
  offered: LiveModel | null
}

/** Figures of the month, and the gravest of what they say. */
export function papersOf(product: UnderWatch): { evidence: Evidence; finding: Finding } {
  const evidence = evidenceOf(product)
  return { evidence, finding: findingOf(evidence, product) }
}

function evidenceOf({ bought, model, records, risks, watch, offered, overrideRate }: UnderWatch): Evidence {
  const flags = flagsOf(risks, model.threshold)
  const blind = bought && watch.calibration?.measure === 'dashboard'
  const bedside = watch.calibration && !blind ? recalibrate(risks, records.y) : null
  return {
    psi: watch.psi ? driftOf(model, records.x) : null,
    promised: bedside && Math.round(bedside.promised),
    happened: bedside && bedside.happened,
    slope: bedside && bedside.slope,
    dashboard: blind ? DASHBOARD_GREEN : null,
    gap: watch.subgroup ? gapOf(risks, records) : null,
    alerts: flags.reduce((sum, flag) => sum + flag, 0),
    usualAlerts: Math.round(model.alertRate * records.n),
    overrides: watch.volume ? records.overrideRate : overrideRate,
    trial: offered && compareSilently(flags, flagsOf(risksOf(offered, records.x), offered.threshold), records.y),
  }
}

/** The largest PSI of its measurements: one that moved is enough. */
function driftOf(model: LiveModel, x: Float64Array): number {
  return Math.max(...model.edges.map((edges, j) => psiOf(model.shares[j] ?? [], sharesOf(columnOf(x, j, model.coefficients.length), edges))))
}

/** Happened / promised in the group (the last input), over the same for everybody else. */
export function gapOf(risks: Float64Array, { x, y, n }: Pick<MonthRecords, 'x' | 'y' | 'n'>): number | null {
  const [promised, happened] = [[0, 0], [0, 0]]
  const width = x.length / n
  for (let row = 0; row < n; row++) {
    const inside = x[row * width + width - 1] as number
    promised[inside]! += risks[row] as number
    happened[inside]! += y[row] as number
  }
  const [rest, group] = happened.map((count, side) => count / (promised[side] || Number.NaN))
  return rest === undefined || group === undefined || !(rest > 0) || Number.isNaN(group) ? null : group / rest
}

function findingOf({ psi, promised, happened, slope, gap, alerts, overrides, trial }: Evidence, { watch, model, risks, overrideRate }: UnderWatch): Finding {
  const { calibration, subgroup, volume } = watch
  if (trial) return 'notice'
  if (calibration && promised !== null && happened !== null) {
    const ratio = promised > 0 ? happened / promised : 1
    if (ratio > calibration.ratio || ratio < 1 / calibration.ratio || (slope !== null && slope < calibration.slope)) return 'calibration'
  }
  if (subgroup && gap !== null && (gap > subgroup.ratio || gap < 1 / subgroup.ratio)) return 'gap'
  if (watch.psi && psi !== null && psi > watch.psi.limit) return 'drift'
  if (volume && (volumeAlarm(model, risks, volume.h) || overridesAlarm(overrides, overrideRate, alerts))) return 'volume'
  return 'quiet'
}

/** Alerts week by week: a CUSUM in standard deviations of a usual week. */
export function volumeAlarm(model: Pick<LiveModel, 'threshold' | 'alertRate'>, risks: Float64Array, h: number): boolean {
  const flags = flagsOf(risks, model.threshold)
  const perWeek = Math.floor(risks.length / WEEKS)
  const usual = model.alertRate * perWeek
  const sd = Math.sqrt(usual * (1 - model.alertRate)) || 1
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const alerts = flags.subarray(week * perWeek, (week + 1) * perWeek).reduce((sum, flag) => sum + flag, 0)
    return (alerts - usual) / sd
  })
  return cusum(weeks, 0, SLACK, h).alarms.length > 0
}

function overridesAlarm(share: number, usual: number, alerts: number): boolean {
  const [low, high] = shareLimits(usual, alerts)
  return alerts > 0 && (share > high || share < low)
}
