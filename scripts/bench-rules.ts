/**
 * How long a rule table takes: a thousand orders decided by the reference of the permission quest, as rows of a table and with
 * the order-sign request and the card around each.
 *
 *   npm run bench:rules
 *
 * Fails when a figure is over its target. Times are the best of a few, so that a busy machine does not decide.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRuleTable } from '../src/core/artefacts/rule-table.ts'
import { paOrders } from '../src/lab/data/pa-orders.ts'
import { compileTable, decide, outcomeOf } from '../src/lab/decision-table/compile-table.ts'
import { coverageOf } from '../src/lab/decision-table/coverage.ts'
import type { Value } from '../src/lab/decision-table/unary-test.ts'
import { answerOf } from '../src/lab/orders/coverage-answer.ts'
import { coverageResponse } from '../src/lab/orders/coverage-card.ts'
import { orderAt } from '../src/lab/orders/order-at.ts'
import { factsOf, orderSignRequest } from '../src/lab/orders/order-sign.ts'

const quest = JSON.parse(readFileSync(join(import.meta.dirname, '../quests/pa-coverage-check/quest.json'), 'utf8')) as { build: { referenceArtefacts: { ruleTable: unknown } } }
const read = readRuleTable(quest.build.referenceArtefacts.ruleTable)
if (!read.ok) throw new Error(read.say)
const { table } = read
const orders = paOrders.generate('bench-rules', { n: 1000 })
const signed = orders.ids.map((_, row) => orderAt(orders, row))
const facts = signed.map((order) => table.inputs.map(({ name }) => (order[name as keyof typeof order] ?? null) as Value))

const lines = [
  measure('1,000 orders decided, table compiled anew', 50, () => {
    const compiled = compileTable(table)
    return facts.map((one) => outcomeOf(compiled, decide(compiled, one)))
  }),
  measure('1,000 orders: request, facts read back, decision, card', 150, () => {
    const compiled = compileTable(table)
    return signed.map((order) => {
      const known = factsOf(orderSignRequest(order))
      const outcome = outcomeOf(compiled, decide(compiled, table.inputs.map(({ name }) => (known[name as keyof typeof known] ?? null) as Value)))
      return coverageResponse(order.id, known, answerOf(outcome))
    })
  }),
  measure('gaps and shadows of the table over 400 orders', 50, () => coverageOf(compileTable(table), facts.slice(0, 400))),
]

console.log(`${'what'.padEnd(60)}${'ms'.padStart(8)}${'target'.padStart(9)}`)
for (const { what, ms, target } of lines) console.log(`${what.padEnd(60)}${ms.toFixed(1).padStart(8)}${String(target).padStart(9)}${ms > target ? '  OVER' : ''}`)
process.exitCode = lines.some(({ ms, target }) => ms > target) ? 1 : 0

function measure(what: string, target: number, work: () => unknown): { what: string; ms: number; target: number } {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 7; i++) {
    const startedAt = performance.now()
    work()
    best = Math.min(best, performance.now() - startedAt)
  }
  return { what, ms: best, target }
}
