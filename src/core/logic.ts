/**
 * JSON-Logic with a fence around it. Rules come from quest files that a stranger may have written, so a rule may only
 * compare the values it is handed: no function is reached, nothing is printed, and its work is bounded before it starts.
 */
import jsonLogic from 'json-logic-js'
import type { Json, Rule } from './quest/schema.ts'

const VALUES = ['var', 'missing', 'missing_some']
const COMPARE = ['==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in']
const DECIDE = ['if', '?:', 'and', 'or', '!', '!!']
const COUNT = ['+', '-', '*', '/', '%', 'min', 'max']
const LISTS = ['some', 'all', 'none', 'filter', 'map', 'merge', 'cat', 'substr']
/** `method` and `log` reach outside the rule; `reduce` can double a value at every step. None of them is here. */
const ALLOWED: ReadonlySet<string> = new Set([...VALUES, ...COMPARE, ...DECIDE, ...COUNT, ...LISTS])
const LOOPS: ReadonlySet<string> = new Set(['some', 'all', 'none', 'filter', 'map'])

const MAX_DEPTH = 16
const MAX_SIZE = 400
/** A loop within a loop over 200 nodes is 40,000 steps: still quick. A third loop would not be. */
const MAX_LOOPS = 2

export interface RuleProblem {
  /** Where in the rule, e.g. "and[1].var". */
  path: string
  what: string
  mend: string
}

/** Thrown when a rule that was never checked is asked to run. */
export class RuleRefused extends Error {
  override name = 'RuleRefused'
}

/** What is wrong with a rule, and how to mend it; an empty list when it is safe to evaluate. */
export function checkRule(rule: unknown): RuleProblem[] {
  const problems: RuleProblem[] = []
  let size = 0
  walk(rule, '', 0, 0)
  return problems

  function walk(value: unknown, path: string, depth: number, loops: number): void {
    size += 1
    if (size === MAX_SIZE + 1) report(path, `the rule has more than ${MAX_SIZE} parts`, 'Split it, or say it more simply.')
    if (size > MAX_SIZE) return
    if (depth > MAX_DEPTH) return report(path, `the rule is nested more than ${MAX_DEPTH} deep`, 'Say it more simply.')
    if (Array.isArray(value)) return value.forEach((item, i) => walk(item, `${path}[${i}]`, depth, loops))
    if (typeof value === 'number' && !Number.isFinite(value)) return report(path, 'a number is not finite', 'Use a plain number.')
    if (typeof value === 'object' && value !== null) return operation(value, path, depth, loops)
    if (!isPlain(value)) report(path, `a ${typeof value} cannot stand in a rule`, 'Use text, a number, true, false or null.')
  }

  function operation(value: object, path: string, depth: number, loops: number): void {
    const [operator, ...others] = Object.keys(value)
    if (operator === undefined || others.length > 0) {
      return report(path, 'a rule needs exactly one operator in each pair of braces', 'Write e.g. { ">=": [{ "var": "auc" }, 0.7] }.')
    }
    const inside = path === '' ? operator : `${path}.${operator}`
    if (!ALLOWED.has(operator)) {
      return report(path, `there is no operator "${operator.slice(0, 40)}"`, `Use one of ${[...ALLOWED].join(' ')}.`)
    }
    const rounds = loops + (LOOPS.has(operator) ? 1 : 0)
    if (rounds > MAX_LOOPS) return report(path, `"${operator}" is the third loop inside another`, 'Two loops inside each other are the limit.')
    const operand = (value as Record<string, unknown>)[operator]
    if (VALUES.includes(operator)) names(operator, operand, inside)
    walk(operand, inside, depth + 1, rounds)
  }

  /** Names are fixed text, so that no rule can put together a name that the check has not seen. */
  function names(operator: string, operand: unknown, path: string): void {
    const list = Array.isArray(operand) ? operand : [operand]
    const named = operator === 'var' ? list.slice(0, 1) : list.flat()
    for (const name of named) {
      if (name === null || typeof name === 'number') continue
      if (typeof name !== 'string') report(path, `the name after "${operator}" is worked out by the rule`, 'Write the name as plain text.')
      else if (name.split('.').some(reachesPrototype)) report(path, `the name "${name.slice(0, 60)}" is reserved`, 'Choose another name.')
    }
  }

  function report(path: string, what: string, mend: string): void {
    problems.push({ path, what, mend })
  }
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
}

function reachesPrototype(part: string): boolean {
  return part === 'prototype' || part in Object.prototype
}

/** Rules are values that never change, so each is checked once. */
const checked = new WeakSet<object>()

/**
 * Value of a rule over some data, e.g. `evaluateRule({ '>': [{ var: 'gap' }, 0.08] }, { gap: 0.24 })` is `true`.
 * A name that the data does not hold reads as `null`.
 * @throws RuleRefused when `checkRule` finds something wrong with the rule
 */
export function evaluateRule(rule: Rule, data: unknown): Json {
  if (typeof rule !== 'object' || rule === null) return rule
  if (!checked.has(rule)) {
    const [problem] = checkRule(rule)
    if (problem) throw new RuleRefused(`${problem.what}. ${problem.mend}`)
    checked.add(rule)
  }
  return jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], data) as Json
}

/** Whether a rule holds, in JSON-Logic's own sense of true: an empty list is false. A missing rule always holds. */
export function ruleHolds(rule: Rule | undefined, data: unknown): boolean {
  if (rule === undefined) return true
  return jsonLogic.truthy(evaluateRule(rule, data))
}
