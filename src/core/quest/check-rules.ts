/** Every JSON-Logic rule of a quest: safe to run, and over names that its place offers. */
import { checkRule } from '../logic.ts'
import { jsonPath, listed, type Report } from './problem.ts'
import type { Json, Quest, Rule } from './schema.ts'

interface Placed {
  rule: Rule | undefined
  path: PropertyKey[]
  /** First parts of the names that may be read here. */
  names: ReadonlySet<string>
}

const IN_PRACTICE = new Set(['graph', 'artefacts', 'params', 'last'])
const IN_MACHINE = ['medal', 'metrics', 'best', 'attempts', 'fails', 'runs', 'choices', 'trapSprung', 'step', 'hints']

export function checkRules(quest: Quest, report: Report): void {
  for (const { rule, path, names } of rulesOf(quest)) {
    if (rule === undefined) continue
    const problems = checkRule(rule)
    for (const { path: inside, what, mend } of problems) report(jsonPath(path) + (inside ? ` (${inside})` : ''), what, mend)
    if (problems.length > 0) continue
    const unknown = [...new Set(namesIn(rule, true))].filter((name) => !names.has(name))
    if (unknown.length > 0) report(jsonPath(path), `the rule reads ${listed(unknown.map((name) => `"${name}"`))}, which is not known here`, `Use one of: ${listed(names, 20)}.`)
  }
}

function rulesOf(quest: Quest): Placed[] {
  const metrics = quest.verify.metrics.map(({ id }) => id)
  const ofFigures = new Set([...metrics, 'test'])
  const ofVerdict = new Set([...ofFigures, 'medal'])
  const declared = [...Object.keys(quest.machine.context), ...quest.machine.timers.flatMap((timer) => Object.keys(timer.do))]
  const ofMachine = new Set([...IN_MACHINE, ...declared])
  return [
    ...quest.practice.map(({ expect }, i) => ({ rule: expect, path: ['practice', i, 'expect'], names: IN_PRACTICE })),
    ...quest.verify.guards.map(({ rule }, i) => ({ rule, path: ['verify', 'guards', i, 'rule'], names: ofFigures })),
    ...quest.verify.ward.map(({ when }, i) => ({ rule: when, path: ['verify', 'ward', i, 'when'], names: ofVerdict })),
    { rule: quest.trap.when, path: ['trap', 'when'], names: ofVerdict },
    ...quest.machine.states.map(({ when }, i) => ({ rule: when, path: ['machine', 'states', i, 'when'], names: ofMachine })),
    ...quest.machine.timers.map(({ when }, i) => ({ rule: when, path: ['machine', 'timers', i, 'when'], names: ofMachine })),
  ]
}

const LOOPS: ReadonlySet<string> = new Set(['some', 'all', 'none', 'filter', 'map'])

/** First parts of the names a rule reads; inside a loop names belong to the entry that is looked at, and are left alone. */
function namesIn(rule: Json, outside: boolean): string[] {
  if (Array.isArray(rule)) return rule.flatMap((part) => namesIn(part, outside))
  if (rule === null || typeof rule !== 'object') return []
  return Object.entries(rule).flatMap(([operator, operand]) => {
    const list = Array.isArray(operand) ? operand : [operand]
    if (operator === 'var') {
      const name = list[0]
      return outside && typeof name === 'string' && name !== '' ? [name.split('.')[0]!] : []
    }
    if (LOOPS.has(operator)) return [...namesIn(list[0] ?? null, outside), ...namesIn(list.slice(1), false)]
    return namesIn(operand, outside)
  })
}
