/** A tool as numbers: what its description comes to in log-odds. */
import type { ChangeSpec, ToolSpec } from '../governance/committee-spec.ts'
import { interceptFor, type Odds, scaleFor } from '../governance/population.ts'

export interface Product {
  /** Its measurements; the group comes after them. */
  names: readonly string[]
  /** People who go through it in a month. */
  n: number
  odds: Odds
  /** Share of people in the group. */
  share: number
  overrideRate: number
  /** Youngest and oldest who can be among its people. */
  ages: readonly [number, number]
  /** Log-odds of the outcome once something else is meant by it. */
  meaning(change: Extract<ChangeSpec, { kind: 'meaning' }>, before: Odds): Odds
  /** Weights by measurement and for the group last, as strong as the tool's own. */
  weightsOf(reads: Readonly<Record<string, number>>, group: number): number[]
}

export function productOf({ reads, rate, group, auc, monthly, setAside, ages }: ToolSpec, share: number): Product {
  const names = Object.keys(reads)
  const raw = { weights: names.map((name) => reads[name] as number), group, share, rate }
  const scale = auc === undefined ? 1 : scaleFor(raw, auc)
  const odds = (weights: readonly number[], group: number, rate: number): Odds => ({ intercept: interceptFor({ weights, group, share, rate }), weights, group })
  const scaled = (reads: Readonly<Record<string, number>>) => names.map((name) => (reads[name] ?? 0) * scale)
  return {
    names, n: monthly, share, overrideRate: setAside, ages,
    odds: odds(scaled(reads), group * scale, rate),
    meaning: (change, before) => odds(change.reads ? scaled(change.reads) : before.weights, change.group === undefined ? before.group : change.group * scale, change.rate ?? rate),
    weightsOf: (reads, group) => [...scaled(reads), group * scale],
  }
}
