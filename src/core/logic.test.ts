import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRule, evaluateRule, ruleHolds, RuleRefused } from './logic.ts'
import type { Rule } from './quest/schema.ts'

describe('a rule compares what it is handed', () => {
  test('a trap fires on a wide gap between test and use', () => {
    const trap: Rule = { '>': [{ var: 'gap' }, 0.08] }
    expect(evaluateRule(trap, { gap: 0.24 })).toBe(true)
    expect(evaluateRule(trap, { gap: 0.01 })).toBe(false)
  })

  test('a practice step looks for a block on the bench', () => {
    const step: Rule = { some: [{ var: 'graph.nodes' }, { '==': [{ var: 'block' }, 'score.points:lace'] }] }
    expect(ruleHolds(step, { graph: { nodes: [{ block: 'score.points:lace' }] } })).toBe(true)
    expect(ruleHolds(step, { graph: { nodes: [] } })).toBe(false)
  })

  test('a name that is not there reads as nothing, and does not hold', () => {
    expect(evaluateRule({ var: 'last.metrics.auc' }, { last: null })).toBeNull()
    expect(ruleHolds({ '>=': [{ var: 'last.metrics.auc' }, 0.6] }, {})).toBe(false)
  })

  test('no rule at all always holds', () => {
    expect(ruleHolds(undefined, {})).toBe(true)
  })

  test('an empty list is not true', () => {
    expect(ruleHolds({ filter: [{ var: 'list' }, true] }, { list: [] })).toBe(false)
  })
})

describe('a hostile rule is refused with a way to mend it', () => {
  const nest = (times: number): Rule => (times === 0 ? true : { '!': [nest(times - 1)] })
  const loop = (inner: Rule): Rule => ({ some: [{ var: 'nodes' }, inner] })
  const hostile: [string, unknown, RegExp][] = [
    ['calls a method', { method: [{ var: 'name' }, 'toString'] }, /no operator "method"/],
    ['prints', { log: 'x' }, /no operator "log"/],
    ['doubles at every step', { reduce: [{ var: 'l' }, { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'x'] }, /no operator "reduce"/],
    ['reaches for the constructor', { var: 'constructor.constructor' }, /reserved/],
    ['reaches for the prototype', { var: ['a.__proto__', 1] }, /reserved/],
    ['asks for a missing prototype', { missing: ['__proto__'] }, /reserved/],
    ['puts a name together', { var: { cat: ['__pro', 'to__'] } }, /worked out by the rule/],
    ['two operators in one brace', { '==': [1, 1], '>': [1, 2] }, /exactly one operator/],
    ['no operator', {}, /exactly one operator/],
    ['too deep', nest(40), /nested more than/],
    ['too long', { and: Array.from({ length: 5000 }, () => true) }, /more than 400 parts/],
    ['three loops', loop(loop(loop(true))), /third loop/],
    ['not a number', { '>': [Number.NaN, 1] }, /not finite/],
    ['a prototype key as operator', JSON.parse('{"__proto__": [1]}'), /no operator "__proto__"/],
  ]
  test.each(hostile)('%s', (_name, rule, words) => {
    const problems = checkRule(rule)
    expect(problems[0]?.what).toMatch(words)
    expect(problems.every((p) => p.mend.length > 0)).toBe(true)
    expect(() => evaluateRule(rule as Rule, {})).toThrow(RuleRefused)
  })

  test('whatever the JSON, checking it ends and evaluating a checked rule gives a value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      if (checkRule(value).length === 0) evaluateRule(value as Rule, { gap: 1 })
    }))
  })

  test('the place in the rule is named', () => {
    expect(checkRule({ and: [true, { log: 1 }] })[0]?.path).toBe('and[1]')
  })
})
