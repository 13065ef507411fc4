/** From what a trainer wrote to pictures that can be drawn, or everything that is wrong with it: where, what, and how to mend it. */

import type { z } from 'zod'
import { columnsOf, ExprError, parseExpr } from '../../graph/expr.ts'
import type { ParamProblem } from '../../data/generator.ts'
import { type Plan, readPlan } from '../../data/synthetic/plan.ts'
import { columnsPart, ROW_NUMBER } from '../../data/synthetic/spec.ts'
import { didYouMean } from '../../deid/written/plan.ts'
import { DrawnSpec, formulasOf, MOST_PICTURES, type Written } from './spec.ts'
import { valuesFor } from './values.ts'

export interface DrawnPlan {
  spec: DrawnSpec
  columns: Plan
}

export type DrawnRead = { ok: true; plan: DrawnPlan } | { ok: false; issues: readonly z.core.$ZodIssue[]; problems: readonly ParamProblem[] }

export function readDrawn(written: unknown): DrawnRead {
  const read = DrawnSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const spec = read.data
  const columns = readPlan(columnsPart(spec))
  if (!columns.ok) return columns
  const plan = { spec, columns: columns.plan }
  // Each look is worth taking only where the one before found nothing.
  for (const look of [() => sizeProblems(plan), () => formulasOf(spec).flatMap((one) => formulaProblems(spec, one)), () => letterProblems(spec), () => fitProblems(plan)]) {
    const problems = look()
    if (problems.length > 0) return { ok: false, issues: [], problems }
  }
  return { ok: true, plan }
}

function sizeProblems({ columns: { n } }: DrawnPlan): ParamProblem[] {
  return n > MOST_PICTURES ? [{ path: ['n'], what: `${n} pictures take too long to draw`, mend: `Use at most ${MOST_PICTURES}.` }] : []
}

function formulaProblems({ columns, constants }: DrawnSpec, { path, text }: Written): ParamProblem[] {
  const known = [ROW_NUMBER, ...Object.keys(columns), ...Object.keys(constants)]
  try {
    return columnsOf(parseExpr(text)).flatMap((one) => (known.includes(one) ? [] : [{ path, what: `there is no column and no constant "${one}"`, mend: didYouMean(known, one) }]))
  } catch (error) {
    if (!(error instanceof ExprError)) throw error
    return [{ path, what: `the formula cannot be read from character ${error.position + 1} on`, mend: error.message }]
  }
}

export const SLOT = /\{([A-Za-z][A-Za-z0-9]*)\}/g

function letterProblems({ draw, columns }: DrawnSpec): ParamProblem[] {
  return draw.flatMap((shape, i) => (shape.shape === 'letters' ? [...shape.words.matchAll(SLOT)].flatMap(([, name = '']): ParamProblem[] =>
    (Object.hasOwn(columns, name) ? [] : [{ path: ['draw', i, 'words'], what: `there is no column "${name}"`, mend: didYouMean(Object.keys(columns), name) }])) : []))
}

/** On no rows at all: words where numbers must stand show all the same. */
function fitProblems({ spec, columns }: DrawnPlan): ParamProblem[] {
  const values = valuesFor({ ...columns, n: 0 }, '')
  return formulasOf(spec).flatMap(({ path, text }): ParamProblem[] => {
    try {
      values.amount(text, 0)
      return []
    } catch (error) {
      if (!(error instanceof ExprError)) throw error
      return [{ path, what: `the formula does not fit its columns from character ${error.position + 1} on`, mend: error.message }]
    }
  })
}
