/**
 * People from noised histograms: a small Bayesian network in which every column hangs on a centre (Zhang et al. 2017, PrivBayes, with
 * the network chosen by the learner and not by the data). Every histogram is one look at people, and every look is paid for.
 */
import type { Rng } from '../../core/rng.ts'
import type { Made } from './copula.ts'
import { type Field, inventedTable } from './fields.ts'
import { drawCell, noisedCounts } from './noise.ts'
import type { PublicBins } from './public-bins.ts'
import type { Spent } from './synthetic-value.ts'

export interface HistogramPlan {
  epsilon: number
  /** Places in `fields`: columns whose cells together are the centre. None: every column stands alone. */
  around: readonly number[]
  /** Place of a column of 0 and 1 whose few people are counted apart; -1 for none. */
  apart: number
  /** Places of columns that are counted once more among those few. */
  keep: readonly number[]
  /** Cells of kept columns among the few: with eleven people, fewer cells are more. */
  fewBins: readonly PublicBins[]
  /** Of the budget: for what is counted apart. */
  share: number
}

export function histogramPeople(fields: readonly Field[], bins: readonly PublicBins[], rows: number, plan: HistogramPlan, rng: Rng): Made {
  const counter = new Counter(fields, rng)
  const few = plan.apart < 0 ? null : countFew(counter, bins, plan)
  const others = fields.map((_, j) => j).filter((j) => !plan.around.includes(j) && j !== plan.apart)
  const centred = plan.around.length > 0
  const each = (few ? plan.epsilon * (1 - plan.share) : plan.epsilon) / (others.length + Number(centred))
  const centre = centred ? counter.count(plan.around, bins, each) : Float64Array.of(1)
  const tables = new Map(others.map((j) => [j, counter.count([...plan.around, j], bins, each)]))
  const chosen = rng.shuffle(Array.from({ length: rows }, (_, row) => Number(few !== null && row < Math.round(few.share * rows))))
  const dealt = new Map([...(few?.kept ?? [])].map(([j, counts]) => [j, deal(counts, chosen.reduce((sum, one) => sum + one, 0), rng)]))
  const rowsMade = chosen.map((isFew) => {
    const said: (number | string)[] = fields.map(() => Number.NaN)
    const drawn = (from: PublicBins | undefined, cell: number) => from?.draw(cell, rng) ?? Number.NaN
    const at = drawCell(centre, rng)
    placesIn(at, plan.around.map((j) => bins[j]?.count ?? 1)).forEach((cell, i) => {
      const j = plan.around[i] as number
      said[j] = drawn(bins[j], cell)
    })
    for (const j of others) {
      const width = bins[j]?.count ?? 1
      said[j] = drawn(bins[j], drawCell(tables.get(j) as Float64Array, rng, at * width, (at + 1) * width) - at * width)
    }
    // What is kept for the few goes over what everybody has.
    if (isFew) for (const [j, cellsLeft] of dealt) said[j] = drawn(plan.fewBins[j], cellsLeft.pop() ?? 0)
    if (plan.apart >= 0) said[plan.apart] = isFew
    return said
  })
  return { table: inventedTable(fields, rows, (j, row) => rowsMade[row]?.[j] as number | string), spent: counter.spent }
}

/** So many cells in proportion to their counts, in any order: with eleven people, luck would be as large as the noise. */
function deal(counts: Float64Array, n: number, rng: Rng): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let [cell, below] = [0, counts[0] as number]
  return rng.shuffle(Array.from({ length: n }, (_, i) => {
    const place = ((i + rng.uniform()) / n) * total
    while (place >= below && cell < counts.length - 1) below += counts[++cell] as number
    return cell
  }))
}

/** How many they are, and how each kept column looks among them. */
function countFew(counter: Counter, bins: readonly PublicBins[], { apart, keep, fewBins, epsilon, share }: HistogramPlan): { share: number; kept: ReadonlyMap<number, Float64Array> } {
  const each = (epsilon * share) / (1 + keep.length)
  const [no = 0, yes = 0] = counter.count([apart], bins, each)
  const few = counter.few(apart, bins)
  return { share: yes / Math.max(1, no + yes), kept: new Map(keep.filter((j) => j !== apart).map((j) => [j, counter.count([j], fewBins, each, few)])) }
}

/** Counts people, adds the noise and writes down what it cost. Nobody else looks at people here. */
class Counter {
  readonly spent: Spent[] = []
  private readonly fields: readonly Field[]
  private readonly rng: Rng

  constructor(fields: readonly Field[], rng: Rng) {
    this.fields = fields
    this.rng = rng
  }

  /** Whom a column of 0 and 1 marks, and how they are called. They are counted, never handed on. */
  few(j: number, bins: readonly PublicBins[]): { holds: (row: number) => boolean; where: string } {
    return { holds: (row) => this.cell(j, row, bins) === 1, where: `, among the few: ${this.label(j)}` }
  }

  /** People by the cells of those columns, the last one fastest; who misses a value is not counted. */
  count(of: readonly number[], bins: readonly PublicBins[], epsilon: number, among?: { holds: (row: number) => boolean; where: string }): Float64Array {
    const counts = new Float64Array(of.reduce((cells, j) => cells * (bins[j]?.count ?? 1), 1))
    const rows = this.fields[0]?.column.values.length ?? 0
    for (let row = 0; row < rows; row++) {
      if (among && !among.holds(row)) continue
      let at = 0
      for (const j of of) {
        const cell = this.cell(j, row, bins)
        at = cell < 0 || at < 0 ? -1 : at * (bins[j]?.count ?? 1) + cell
      }
      if (at >= 0) counts[at]!++
    }
    this.spent.push({ what: of.map((j) => this.label(j)).join(' by ') + (among?.where ?? ''), epsilon })
    return noisedCounts(counts, epsilon, this.rng)
  }

  private label(j: number): string {
    return this.fields[j]?.meta.label ?? ''
  }

  private cell(j: number, row: number, bins: readonly PublicBins[]): number {
    const [field, cells] = [this.fields[j], bins[j]]
    return field && cells ? cells.of(field.column, row) : -1
  }
}

/** A joint cell as the cell of each column. */
function placesIn(at: number, widths: readonly number[]): number[] {
  const places: number[] = []
  let left = at
  for (const width of [...widths].reverse()) {
    places.unshift(left % width)
    left = Math.floor(left / width)
  }
  return places
}
