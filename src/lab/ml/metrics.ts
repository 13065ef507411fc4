/**
 * How well a ranking, a risk or a list does. Plain arrays in, numbers out: `y` holds 0 or 1, `scores` any numbers with higher
 * meaning more likely, `risks` probabilities 0..1. Where a figure cannot be had (nobody was readmitted) the answer is null.
 */

/** Row numbers ordered by score, highest first; equal scores keep their order. */
export function byScoreDown(scores: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(scores.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  return order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
}

function positivesIn(y: ArrayLike<number>): number {
  let positives = 0
  for (let i = 0; i < y.length; i++) if (y[i] === 1) positives++
  return positives
}

/**
 * Area under the ROC curve: the chance that somebody who came back scores above somebody who did not, ties counting half
 * (Mann–Whitney U, mid-ranks; Hanley & McNeil 1982). Null without both kinds of people.
 */
export function auc(y: ArrayLike<number>, scores: ArrayLike<number>): number | null {
  const positives = positivesIn(y)
  const negatives = y.length - positives
  if (positives === 0 || negatives === 0) return null
  const order = byScoreDown(scores)
  let rankSum = 0
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && scores[order[to] as number] === scores[order[from] as number]) to++
    const rankFromBelow = order.length - (from + to - 1) / 2
    for (let k = from; k < to; k++) if (y[order[k] as number] === 1) rankSum += rankFromBelow
    from = to
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

export interface Curves {
  /** [false positive rate, true positive rate], from (0, 0) to (1, 1); one point per distinct score. */
  roc: [number, number][]
  /** [recall, precision], recall rising. */
  pr: [number, number][]
  /** Average precision: precision at each step up in recall, weighted by that step. */
  auprc: number
}

/** ROC and precision–recall curves. Null without both kinds of people. */
export function curves(y: ArrayLike<number>, scores: ArrayLike<number>): Curves | null {
  const positives = positivesIn(y)
  const negatives = y.length - positives
  if (positives === 0 || negatives === 0) return null
  const order = byScoreDown(scores)
  const roc: [number, number][] = [[0, 0]]
  const pr: [number, number][] = []
  let found = 0
  let auprc = 0
  for (let from = 0; from < order.length;) {
    let to = from
    const before = found
    while (to < order.length && scores[order[to] as number] === scores[order[from] as number]) {
      if (y[order[to] as number] === 1) found++
      to++
    }
    roc.push([(to - found) / negatives, found / positives])
    pr.push([found / positives, found / to])
    auprc += ((found - before) / positives) * (found / to)
    from = to
  }
  return { roc, pr, auprc }
}

/** Thin a curve to at most `most` points, first and last kept, so that a report stays small. */
export function thin(curve: [number, number][], most = 120): [number, number][] {
  if (curve.length <= most) return curve
  const step = (curve.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => curve[Math.round(i * step)] as [number, number])
}

/** Mean squared distance between risk and outcome (Brier 1950). Null for no rows. */
export function brier(y: ArrayLike<number>, risks: ArrayLike<number>): number | null {
  if (y.length === 0) return null
  let sum = 0
  for (let i = 0; i < y.length; i++) sum += ((risks[i] as number) - (y[i] as number)) ** 2
  return sum / y.length
}

export interface CalibrationBin {
  /** Mean promised risk. */
  predicted: number
  /** Share that came true. */
  observed: number
  n: number
}

/** Rows ordered by risk and cut into `bins` equal crowds: what was promised and what came true in each. */
export function calibrationBins(y: ArrayLike<number>, risks: ArrayLike<number>, bins = 10): CalibrationBin[] {
  const order = byScoreDown(risks).reverse()
  const sums = Array.from({ length: bins }, () => ({ predicted: 0, observed: 0, n: 0 }))
  for (let i = 0; i < order.length; i++) {
    const bin = sums[Math.min(bins - 1, Math.floor((i * bins) / order.length))] as CalibrationBin
    bin.predicted += risks[order[i] as number] as number
    bin.observed += y[order[i] as number] as number
    bin.n++
  }
  return sums.filter((bin) => bin.n > 0).map(({ predicted, observed, n }) => ({ predicted: predicted / n, observed: observed / n, n }))
}

/**
 * Expected calibration error: the distance between promised and observed risk, bin by bin, weighted by people
 * (Naeini 2015, with bins of equal crowds). 0 is perfect. Null for no rows.
 */
export function ece(y: ArrayLike<number>, risks: ArrayLike<number>, bins = 10): number | null {
  if (y.length === 0) return null
  let error = 0
  for (const bin of calibrationBins(y, risks, bins)) error += (bin.n / y.length) * Math.abs(bin.predicted - bin.observed)
  return error
}

export interface Confusion {
  tp: number
  fp: number
  tn: number
  fn: number
}

export function confusion(y: ArrayLike<number>, flagged: ArrayLike<number>): Confusion {
  const counts = { tp: 0, fp: 0, tn: 0, fn: 0 }
  for (let i = 0; i < y.length; i++) {
    if (flagged[i]) counts[y[i] === 1 ? 'tp' : 'fp']++
    else counts[y[i] === 1 ? 'fn' : 'tn']++
  }
  return counts
}

/** `part / whole`, null when there is nothing to divide by. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** Of those who came back, the share on the list. */
export function sensitivity({ tp, fn }: Confusion): number | null {
  return share(tp, tp + fn)
}

/** Of those who did well, the share left off the list. */
export function specificity({ tn, fp }: Confusion): number | null {
  return share(tn, tn + fp)
}

/** Of those on the list, the share who came back (positive predictive value). */
export function ppv({ tp, fp }: Confusion): number | null {
  return share(tp, tp + fp)
}

/** Share of everybody who is on the list. */
export function flaggedShare({ tp, fp, tn, fn }: Confusion): number | null {
  return share(tp + fp, tp + fp + tn + fn)
}
