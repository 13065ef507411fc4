/**
 * The artefact `ruleTable`: a decision table as DMN draws it. Rows are read from top to bottom; each cell under an input is a
 * unary test ("-", "ED", "not(ED)", ">= 6", "[1..5]", "null"), each cell under an output is what the row says.
 * What a test means is in `lab/decision-table/unary-test.ts`; here is the shape alone.
 */
import { z } from 'zod'

const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "planYear"')
const Words = z.string().min(1).max(120)

export const RuleInput = z.strictObject({
  name: Name.describe('column of the cases that this reads'),
  label: Words,
  kind: z.enum(['choice', 'number']),
  values: z.array(Words).max(60).optional().describe('what may be said, for a choice'),
  unit: z.string().max(40).optional(),
  about: z.string().max(400).optional(),
})
export type RuleInput = z.infer<typeof RuleInput>

export const RuleOutput = z.strictObject({
  name: Name,
  label: Words,
  kind: z.enum(['choice', 'list']),
  values: z.array(Words).min(1).max(60).describe('what may be said; where rows disagree about a choice, the value named first goes before'),
  about: z.string().max(400).optional(),
})
export type RuleOutput = z.infer<typeof RuleOutput>

export const RuleRow = z.strictObject({
  id: z.string().min(1).max(40),
  when: z.record(Name, z.string().max(300)).default({}).describe('test by input; an input that is not named may be anything'),
  says: z.record(Name, z.array(z.string().max(120)).max(60)).default({}).describe('values by output: one for a choice, any number for a list'),
})
export type RuleRow = z.infer<typeof RuleRow>

export const HitPolicy = z.enum(['FIRST', 'COLLECT'])
export type HitPolicy = z.infer<typeof HitPolicy>

export const RuleTable = z.strictObject({
  title: z.string().min(1).max(40).optional().describe('what the bench calls it, where there is more than one'),
  inputs: z.array(RuleInput).min(1).max(24),
  outputs: z.array(RuleOutput).min(1).max(8),
  cases: z.strictObject({ one: Words, many: Words }).optional().describe('what is decided, e.g. "order" and "orders"'),
  hit: HitPolicy.default('FIRST').describe('FIRST: the first row that fits speaks; COLLECT: every row that fits adds its part'),
  rows: z.array(RuleRow).max(200),
  book: z.array(z.strictObject({
    id: z.string().min(1).max(40),
    title: Words,
    text: z.string().min(1).max(1200),
  })).max(60).optional().describe('pages to read beside the table; they decide nothing'),
})
export type RuleTable = z.infer<typeof RuleTable>

export type ReadRuleTable = { ok: true; table: RuleTable } | { ok: false; say: string }

/** A rule table from outside: a file, a save, a learner's hand. Says the first thing that is wrong with its shape. */
export function readRuleTable(written: unknown): ReadRuleTable {
  if (written === undefined || written === null) return { ok: false, say: 'There is no rule table here yet.' }
  const read = RuleTable.safeParse(written)
  if (!read.success) {
    const issue = read.error.issues[0]
    return { ok: false, say: `The rule table cannot be read at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? 'unknown shape'}.` }
  }
  const trouble = troubleIn(read.data)
  return trouble ? { ok: false, say: trouble } : { ok: true, table: read.data }
}

function troubleIn({ inputs, outputs, rows }: RuleTable): string | null {
  const names = [...inputs, ...outputs].map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice) return `Two columns of the rule table are called "${twice}". Rename one.`
  const ids = new Set<string>()
  for (const { id, when, says } of rows) {
    if (ids.has(id)) return `Two rows are called "${id}". Give each an id of its own.`
    ids.add(id)
    const stray = Object.keys(when).find((name) => !inputs.some((input) => input.name === name))
      ?? Object.keys(says).find((name) => !outputs.some((output) => output.name === name))
    if (stray) return `Row "${id}" speaks of "${stray}", and the table has no such column.`
  }
  return null
}
