/**
 * `servicePlan`: what was set on the levers of a service, by name. Edited by the ops bench, read by the simulation that the quest
 * describes (`flow.synthetic`).
 */
import { z } from 'zod'
import { nearest } from '../nearest.ts'
import type { Budget, Lever, Levers } from './levers.ts'

const Word = z.string().min(1).max(60)

export const LeverValue = z.union([
  z.number(), Word,
  z.array(Word).max(24),
  z.record(Word, z.int().min(0).max(60)),
  z.record(Word, z.array(Word).max(14)),
])
export type LeverValue = z.infer<typeof LeverValue>

export const ServicePlan = z.strictObject({
  levers: z.record(z.string().max(40), LeverValue)
    .describe('by lever: a number; a word for a choice; a list for an order; crews by place for posts; for a grid, by row, the options of its columns from left to right'),
})
export type ServicePlan = z.infer<typeof ServicePlan>

export type ReadServicePlan = { ok: true; plan: ServicePlan } | { ok: false; say: string }

/** A plan from outside. Without `levers` its shape alone is looked at. Says the first thing that is wrong. */
export function readServicePlan(written: unknown, levers?: Levers): ReadServicePlan {
  if (written === undefined || written === null) return { ok: false, say: 'There is no plan yet.' }
  const read = ServicePlan.safeParse(written)
  if (!read.success) return { ok: false, say: `The plan cannot be read at ${read.error.issues[0]?.path.join('.') || 'its top'}.` }
  const wrong = levers ? planProblem(read.data, levers) : null
  return wrong === null ? { ok: true, plan: read.data } : { ok: false, say: wrong }
}

function planProblem({ levers: values }: ServicePlan, levers: Levers): string | null {
  const names = Object.keys(levers)
  for (const name of Object.keys(values)) {
    if (Object.hasOwn(levers, name)) continue
    const near = nearest(name, names)
    return `The plan sets "${name.slice(0, 40)}", and there is no such lever.${near ? ` Did you mean "${near}"?` : ''}`
  }
  for (const [name, lever] of Object.entries(levers)) {
    const said = Object.hasOwn(values, name) ? leverProblem(lever, values[name] as LeverValue) : `is not set`
    if (said !== null) return `${lever.label} (${name}) ${said}.`
  }
  return null
}

/** The rest of a sentence that begins with the lever; null when the value fits. */
function leverProblem(lever: Lever, value: LeverValue): string | null {
  switch (lever.kind) {
    case 'number':
      return typeof value !== 'number' ? 'must be a number' : value < lever.min || value > lever.max ? `is ${value}, and it must be from ${lever.min} to ${lever.max}` : null
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(lever.options, value) ? null : `must be one of: ${Object.keys(lever.options).join(', ')}`
    case 'order': {
      const items = Object.keys(lever.items)
      return Array.isArray(value) && value.length === items.length && items.every((item) => value.includes(item)) ? null : `must name each of these once: ${items.join(', ')}`
    }
    case 'grid': return gridProblem(lever, value)
    case 'posts': return postsProblem(lever, value)
  }
}

function gridProblem({ rows, columns, options }: Extract<Lever, { kind: 'grid' }>, value: LeverValue): string | null {
  if (typeof value !== 'object' || Array.isArray(value)) return 'must hold a list for each row'
  const width = Object.keys(columns).length
  for (const row of Object.keys(rows)) {
    const cells = value[row]
    if (!Array.isArray(cells) || cells.length !== width) return `needs ${width} cells in row "${row}"`
    const odd = cells.find((cell) => !Object.hasOwn(options, cell))
    if (odd !== undefined) return `has "${odd}" in row "${row}", and a cell may be: ${Object.keys(options).join(', ')}`
  }
  const odd = Object.keys(value).find((row) => !Object.hasOwn(rows, row))
  return odd === undefined ? null : `has no row "${odd}"; its rows are: ${Object.keys(rows).join(', ')}`
}

function postsProblem({ places, total, most }: Extract<Lever, { kind: 'posts' }>, value: LeverValue): string | null {
  if (typeof value !== 'object' || Array.isArray(value)) return 'must hold a number of crews by place'
  for (const [place, crews] of Object.entries(value)) {
    if (!places.includes(place)) return `has no post at "${place}"; posts are at: ${places.join(', ')}`
    if (typeof crews !== 'number' || crews > most) return `must have 0 to ${most} crews at ${place}`
  }
  const placed = amountOf(value)
  return placed === total ? null : `places ${placed} of ${total} crews`
}

/** What a budget counts of a value: a number as it is, crews of all posts, cells of a grid that hold the option. */
function amountOf(value: LeverValue | undefined, option?: string): number {
  if (typeof value === 'number') return value
  if (typeof value !== 'object' || Array.isArray(value)) return 0
  return Object.values(value).reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : one.filter((cell: string) => cell === option).length), 0)
}

/** Spent of a budget under a plan. */
export function spentOf({ cost }: Budget, { levers }: ServicePlan): number {
  return Object.entries(cost).reduce((sum, [key, each]) => {
    const [name = '', option] = key.split('.')
    return sum + each * amountOf(Object.hasOwn(levers, name) ? levers[name] : undefined, option)
  }, 0)
}

/** A sentence for the first budget that a plan breaks; null when it keeps to all. */
export function overspent(budgets: readonly Budget[], plan: ServicePlan): string | null {
  for (const budget of budgets) {
    const [spent, unit] = [spentOf(budget, plan), budget.unit ? ` ${budget.unit}` : '']
    if (spent > budget.most + 1e-9) return `${budget.label}: the plan takes ${Math.round(spent * 100) / 100}${unit}, and there are ${budget.most}.`
  }
  return null
}
