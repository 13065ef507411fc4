/**
 * Weights for agreement, learnt without anybody saying which pairs are one person: a mixture of two kinds of pairs whose fields agree
 * independently, fitted by expectation and maximisation. Fellegi & Sunter 1969, J Am Stat Assoc 64:1183; by EM, Winkler 1988.
 */
import { LEVELS, MISSING } from './compare.ts'

/** Chance of each level of agreement (different, close, same), field by field. */
type LevelChances = readonly (readonly number[])[]

export interface LinkModel {
  /** Of two records of one person. */
  m: LevelChances
  /** Of two records of different people. */
  u: LevelChances
  /** Share of the pairs that are one person. */
  share: number
  rounds: number
}

/** No chance is nought or one: what was never seen may still be. */
const LEAST = 1e-5
const MOST_ROUNDS = 200
const ENOUGH = 1e-7

/** Pairs with the same levels, counted together. */
export interface Pattern {
  levels: readonly number[]
  n: number
}

/** @param levels row-major, `fields` to a pair */
export function patternsOf(levels: Int8Array, fields: number): Pattern[] {
  const counts = new Map<string, Pattern>()
  for (let at = 0; at < levels.length; at += fields) {
    const own = levels.subarray(at, at + fields)
    const key = own.join()
    const pattern = counts.get(key)
    if (pattern) pattern.n++
    else counts.set(key, { levels: [...own], n: 1 })
  }
  return [...counts.values()]
}

/**
 * Both kinds are learnt from the pairs that blocking lets through: strangers in one block agree in its key, so a key that everybody
 * shares weighs nothing here.
 * @param fields how many are compared
 */
export function fitLinks(patterns: readonly Pattern[], fields: number): LinkModel {
  let model: LinkModel = { m: repeat(fields, [0.05, 0.1, 0.85]), u: repeat(fields, [0.85, 0.05, 0.1]), share: 0.2, rounds: 0 }
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const next = { ...improved(model, patterns, fields), rounds: round }
    const moved = Math.abs(next.share - model.share) + distance(next.m, model.m) + distance(next.u, model.u)
    model = next
    if (moved < ENOUGH) break
  }
  return model
}

function improved({ m, u, share }: LinkModel, patterns: readonly Pattern[], fields: number): Omit<LinkModel, 'rounds'> {
  const [ones, others] = [counts(fields), counts(fields)]
  let [linked, all] = [0, 0]
  for (const { levels, n } of patterns) {
    const chance = chanceOf({ m, u, share }, levels)
    linked += n * chance
    all += n
    levels.forEach((level, field) => {
      if (level === MISSING) return
      ;(ones[field] as number[])[level]! += n * chance
      ;(others[field] as number[])[level]! += n * (1 - chance)
    })
  }
  return { m: ones.map(shares), u: others.map(shares), share: Math.min(1 - LEAST, Math.max(LEAST, linked / Math.max(1, all))) }
}

/** Chance that a pair is one person, by Bayes' rule. */
export function chanceOf({ m, u, share }: Pick<LinkModel, 'm' | 'u' | 'share'>, levels: readonly number[]): number {
  const odds = share / (1 - share) * 2 ** weightOf({ m, u }, levels)
  return odds / (1 + odds)
}

/** Sum of log2(m / u): each point doubles the odds that it is one person. A missing value adds nothing. */
export function weightOf({ m, u }: Pick<LinkModel, 'm' | 'u'>, levels: ArrayLike<number>): number {
  let weight = 0
  for (let field = 0; field < levels.length; field++) {
    const level = levels[field] as number
    if (level !== MISSING) weight += Math.log2((m[field]?.[level] ?? 1) / (u[field]?.[level] ?? 1))
  }
  return weight
}

function counts(fields: number): number[][] {
  return Array.from({ length: fields }, () => Array.from({ length: LEVELS }, () => 0))
}

function repeat(fields: number, chances: readonly number[]): LevelChances {
  return Array.from({ length: fields }, () => chances)
}

function shares(seen: readonly number[]): number[] {
  const all = seen.reduce((sum, n) => sum + n, 0)
  const held = seen.map((n) => Math.max(LEAST, all === 0 ? 1 / LEVELS : n / all))
  const total = held.reduce((sum, share) => sum + share, 0)
  return held.map((share) => share / total)
}

function distance(a: LevelChances, b: LevelChances): number {
  return a.reduce((sum, chances, field) => sum + chances.reduce((more, chance, level) => more + Math.abs(chance - (b[field]?.[level] ?? 0)), 0), 0)
}
