/** The artefact `exprs`: rules in an expression language (FHIRPath here), each about one kind of thing. Here is the shape alone. */
import { z } from 'zod'

export const Expr = z.strictObject({
  id: z.string().min(1).max(40),
  on: z.string().max(60).describe('what it is asked of: "Patient", "Encounter", "Observation", "DiagnosticReport"'),
  expr: z.string().max(600).describe('must come out true; empty: not asked'),
  say: z.string().max(240).default('').describe('why a message was stopped, in words for whoever reads the dead letters'),
})
export type Expr = z.infer<typeof Expr>

export const Exprs = z.strictObject({ rules: z.array(Expr).max(24) })
export type Exprs = z.infer<typeof Exprs>

export type ReadExprs = { ok: true; exprs: Exprs } | { ok: false; say: string }

/** Rules from outside: a file, a save, a learner's hand. No rules at all is a gate that stands open, not a mistake. */
export function readExprs(written: unknown): ReadExprs {
  if (written === undefined || written === null) return { ok: true, exprs: { rules: [] } }
  const read = Exprs.safeParse(written)
  if (read.success) return { ok: true, exprs: read.data }
  const [issue] = read.error.issues
  return { ok: false, say: `The rules cannot be read: ${issue?.path.join('.') || 'their form'}: ${issue?.message ?? 'not as expected'}.` }
}
