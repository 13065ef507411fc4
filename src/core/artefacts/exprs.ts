/**
 * The artefact `exprs`: rules of a gate, each in an expression language. FHIRPath asks what a message makes; SQL and patterns
 * ask the message itself. Here is the shape alone.
 */
import { z } from 'zod'

export const LANGUAGES = ['fhirpath', 'sql', 'regex'] as const
export type Language = (typeof LANGUAGES)[number]

export const Expr = z.strictObject({
  id: z.string().min(1).max(40),
  language: z.enum(LANGUAGES).optional().describe('what the rule is written in; FHIRPath when nothing is said'),
  on: z.string().max(60).describe('what it is asked of. FHIRPath: "Patient", "Encounter", "Observation", "DiagnosticReport". regex: a place such as "PID-7". sql: nothing, it asks the whole message'),
  expr: z.string().max(600).describe('FHIRPath: must come out true. regex: must fit each value that stands there. sql: a SELECT that finds what is wrong; any row stops the message. Empty: not asked'),
  say: z.string().max(240).default('').describe('why a message was stopped, in words for whoever reads the dead letters'),
})
export type Expr = z.infer<typeof Expr>

export const Exprs = z.strictObject({ rules: z.array(Expr).max(24) })
export type Exprs = z.infer<typeof Exprs>

/** The language of a rule, said or not. */
export function languageOf({ language }: Pick<Expr, 'language'>): Language {
  return language ?? 'fhirpath'
}

export type ReadExprs = { ok: true; exprs: Exprs } | { ok: false; say: string }

/** Rules from outside: a file, a save, a learner's hand. No rules at all is a gate that stands open, not a mistake. */
export function readExprs(written: unknown): ReadExprs {
  if (written === undefined || written === null) return { ok: true, exprs: { rules: [] } }
  const read = Exprs.safeParse(written)
  if (read.success) return { ok: true, exprs: read.data }
  const [issue] = read.error.issues
  return { ok: false, say: `The rules cannot be read: ${issue?.path.join('.') || 'their form'}: ${issue?.message ?? 'not as expected'}.` }
}
