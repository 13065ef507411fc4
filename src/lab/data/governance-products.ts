/** The four products that the board answers for, as numbers: how often, how strongly, and what changes in their year. */
import type { ProductId } from '../governance/year-values.ts'

export interface ProductNumbers {
  id: ProductId
  bought: boolean
  /** People who go through it in a month. */
  n: number
  /** Log-odds of the outcome: intercept, then by input (three measurements, east side of town). */
  intercept: number
  weights: readonly [number, number, number, number]
  overrideRate: number
  /** Youngest and oldest who can be among its people. */
  ages: readonly [number, number]
}

export const PRODUCT_NUMBERS: readonly ProductNumbers[] = [
  // Films that need a reader at once: one in seven, our own choice for a night list.
  { id: 'chest', bought: true, n: 1000, intercept: -2.32, weights: [1, 0.8, 0.15, 0], overrideRate: 0.1, ages: [18, 101] },
  // Sepsis in 7% of hospital stays (wong).
  { id: 'sepsis', bought: false, n: 1600, intercept: -3.27, weights: [1, 0.8, 0.4, 0], overrideRate: 0.2, ages: [18, 101] },
  // 14.5% of discharges came back avoidably or not within thirty days, near enough to donze.
  { id: 'readmit', bought: false, n: 1000, intercept: -2.3, weights: [0.5, 0.7, 0.8, 0], overrideRate: 0.15, ages: [18, 101] },
  // 23% of booked appointments are missed, the mean of a review of 105 studies (dantas).
  { id: 'noshow', bought: false, n: 1200, intercept: -1.45, weights: [0.6, 0.75, -0.4, 0], overrideRate: 0.05, ages: [0, 101] },
]

/** After the coding reform planned returns no longer count: what pointed up now points a little down. */
export const CODING = { intercept: -2.5, weights: [0.5, 0.7, -0.5, 0] } as const
/** The night bus to the east side stops: who lives there misses more, whatever else is known. */
export const BUS_LOG_ODDS = 1.25
/** Creatinine in the other unit reads as almost nothing: the tool sees the lowest value it knows, in standard deviations. */
export const LOWEST = -1.9
export const WRONG_UNIT = 0.02
/** In the flu season people are sicker by this much on the first two inputs, in standard deviations. */
export const FLU_SHIFT = 0.5
export const ROTA_OVERRIDES = 0.42
/** The vendor's new version leans on whether the film was taken at the bedside, and reads the rest less. */
export const NEW_VERSION = { bad: [0.3, 0.2, 1.1, 0], fine: [0.95, 0.85, 0.12, 0] } as const
