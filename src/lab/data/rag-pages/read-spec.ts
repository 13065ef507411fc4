/** From what a trainer wrote to books that can be drawn, or everything that is wrong with it: where, what, and how to mend it. */
import type { ParamTrouble } from '../param-words.ts'
import { bookProblems } from './check-books.ts'
import { factProblems } from './check-facts.ts'
import { readBackProblems } from './read-back.ts'
import { PagesSpec } from './spec.ts'

export type SpecRead = { ok: true; spec: PagesSpec } | { ok: false } & ParamTrouble

export function readSpec(written: unknown): SpecRead {
  const read = PagesSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const spec = read.data
  // Each look is worth taking only where the one before found nothing: the last one draws the books.
  for (const look of [factProblems, bookProblems, readBackProblems]) {
    const problems = look(spec)
    if (problems.length > 0) return { ok: false, issues: [], problems }
  }
  return { ok: true, spec }
}
