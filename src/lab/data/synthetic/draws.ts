/** The ways a column of a synthetic table can be drawn, row by row. */
import { clamp, type Rng, sigmoid } from '../../../core/rng.ts'
import { LIST_SEPARATOR } from '../../decision-table/answers.ts'
import { dateWay } from './dates.ts'
import type { Drawing } from './draw.ts'
import { resident } from './people.ts'
import type { Amount, Draw } from './spec.ts'

export type Way = { kind: 'number'; at: (row: number) => number } | { kind: 'words'; at: (row: number) => string }

export function ways(draw: Draw, drawing: Drawing): Way {
  switch (draw.draw) {
    case 'bernoulli': return bernoulliWay(draw, drawing)
    case 'category': return categoryWay(draw.weights, drawing)
    case 'date': return dateWay(draw, drawing)
    case 'person': return personWay(draw, drawing)
    case 'condition': return { kind: 'number', at: (row) => Number(resident(whoIn(draw.who, drawing, row)).conditions.includes(draw.condition)) }
    case 'formula': return formulaWay(draw, drawing)
    case 'rules': return rulesWay(draw, drawing)
    default: return { kind: 'number', at: held(draw, distribution(draw, drawing)) }
  }
}

type Distribution = Extract<Draw, { draw: 'uniform' | 'normal' | 'lognormal' | 'exponential' | 'gamma' | 'poisson' | 'negbin' }>

/** Spreads and means below what they can be count as the least they can be. */
function distribution(draw: Distribution, { rng, amount }: Drawing): (row: number) => number {
  const two = (a: Amount, b: Amount, at: (a: number, b: number) => number) => {
    const [first, second] = [amount(a), amount(b)]
    return (row: number) => at(first(row), second(row))
  }
  const one = (a: Amount, at: (a: number) => number) => two(a, 0, at)
  const LEAST = 1e-9
  switch (draw.draw) {
    case 'uniform': return two(draw.from, draw.to, (from, to) => from + rng.uniform() * (to - from))
    case 'normal': return two(draw.mean, draw.sd, (mean, sd) => rng.normal(mean, Math.max(0, sd)))
    case 'lognormal': return two(draw.median, draw.sigma, (median, sigma) => rng.lognormal(median, Math.max(0, sigma)))
    case 'exponential': return one(draw.mean, (mean) => rng.exp(1 / Math.max(LEAST, mean)))
    case 'gamma': return two(draw.mean, draw.shape, (mean, shape) => ifNumber(mean + shape, () => rng.gamma(Math.max(LEAST, shape), Math.max(0, mean) / Math.max(LEAST, shape))))
    case 'poisson': return one(draw.mean, (mean) => ifNumber(mean, () => rng.poisson(Math.max(0, mean))))
    case 'negbin': return two(draw.mean, draw.shape, (mean, shape) => ifNumber(mean + shape, () => rng.negbin(Math.max(0, mean), Math.max(LEAST, shape))))
  }
}

/** A count of what nobody knows is not known; the samplers that loop would count it as none. */
function ifNumber(value: number, at: () => number): number {
  return Number.isFinite(value) ? at() : Number.NaN
}

/** Between its bounds and with its decimals; what is no number is missing. */
function held({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, round }: { min?: number | undefined; max?: number | undefined; round?: number | undefined }, at: (row: number) => number): (row: number) => number {
  const scale = round === undefined ? null : 10 ** round
  return (row) => {
    const value = clamp(at(row), min, max)
    if (!Number.isFinite(value)) return Number.NaN
    return scale === null ? value + 0 : Math.round(value * scale) / scale + 0
  }
}

function bernoulliWay({ p, logit, rate, words }: Extract<Draw, { draw: 'bernoulli' }>, { rng, amount, rows }: Drawing): Way {
  const odds = logit === undefined ? null : amount(logit)
  const shift = odds && rate !== undefined ? shiftTo(rate, Array.from({ length: rows }, (_, row) => odds(row))) : 0
  const chance = odds ? (row: number) => sigmoid(odds(row) + shift) : amount(p ?? 0)
  const at = (row: number) => {
    const [luck, share] = [rng.uniform(), chance(row)]
    return Number.isNaN(share) ? Number.NaN : Number(luck < share)
  }
  return words ? { kind: 'words', at: (row) => words[at(row)] ?? '' } : { kind: 'number', at }
}

/** How far all log-odds must move for their chances to average `rate`; found by halving. */
function shiftTo(rate: number, odds: readonly number[]): number {
  const known = odds.filter(Number.isFinite)
  if (known.length === 0) return 0
  let [low, high] = [-60, 60]
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    const mean = known.reduce((sum, one) => sum + sigmoid(one + middle), 0) / known.length
    if (mean < rate) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function categoryWay(weights: Readonly<Record<string, Amount>>, { rng, amount }: Drawing): Way {
  const shares = Object.entries(weights).map(([word, of]) => [word, amount(of)] as const)
  return { kind: 'words', at: (row) => pick(rng, shares.map(([word, at]) => [word, Math.max(0, at(row) || 0)] as const)) }
}

/** Nothing where no word has any weight. */
function pick(rng: Rng, items: readonly (readonly [string, number])[]): string {
  const luck = rng.uniform()
  let left = luck * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [word, weight] of items) {
    left -= weight
    if (left < 0) return word
  }
  return ''
}

function whoIn(who: string, { people }: Drawing, row: number): number {
  return people.get(who)?.[row] ?? 0
}

function personWay({ who, take }: Extract<Draw, { draw: 'person' }>, drawing: Drawing): Way {
  if (take === 'age') return { kind: 'number', at: (row) => resident(whoIn(who, drawing, row)).age }
  const field = take === 'pid' ? 'id' : take
  return { kind: 'words', at: (row) => resident(whoIn(who, drawing, row))[field] }
}

function formulaWay({ expr, ...bounds }: Extract<Draw, { draw: 'formula' }>, { column }: Drawing): Way {
  const { kind, values } = column(expr)
  return kind === 'category' ? { kind: 'words', at: (row) => values[row] as string } : { kind: 'number', at: held(bounds, (row) => values[row] as number) }
}

/** Decision rules as DMN knows them; a condition on what is missing does not hold. */
function rulesWay({ hit, rows, otherwise = '' }: Extract<Draw, { draw: 'rules' }>, { amount }: Drawing): Way {
  const read = rows.map((one) => ({ holds: amount(one.when), say: one.say }))
  return {
    kind: 'words',
    at: (row) => {
      const said = read.filter(({ holds }) => (holds(row) || 0) !== 0).map(({ say }) => say)
      return said.length === 0 ? otherwise : hit === 'FIRST' ? said[0] as string : [...new Set(said)].join(LIST_SEPARATOR)
    },
  }
}
