/** From what a trainer wrote to an order of drawing, or everything that is wrong with it: where, what, and how to mend it. */
import type { z } from 'zod'
import type { Column } from '../../graph/ports.ts'
import type { ParamProblem } from '../generator.ts'
import { specProblems } from './check-spec.ts'
import { drawColumns } from './draw.ts'
import { needsOf } from './formulas.ts'
import { ColumnProblem } from './problem.ts'
import { SyntheticSpec } from './spec.ts'
import { writtenProblems } from './written-rows.ts'

export interface Plan {
  spec: SyntheticSpec
  n: number
  /** Names of columns, each after those it reads. */
  order: readonly string[]
  given: Given
}

/** Columns that are there before any is drawn, e.g. the hour at which somebody comes. */
export type Given = Readonly<Record<string, Column['kind']>>

const ROWS_OTHERWISE = 600

/** `issues` are of the shape; `problems` of the meaning, and looked for only once the shape is right. */
export type PlanRead = { ok: true; plan: Plan } | { ok: false; issues: readonly z.core.$ZodIssue[]; problems: readonly ParamProblem[] }

export function readPlan(written: unknown, given: Given = {}): PlanRead {
  const read = SyntheticSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const spec = read.data
  const n = spec.n ?? (spec.rows.length || ROWS_OTHERWISE)
  const plan: Plan = { spec, n, order: orderOf(spec), given }
  // Each look is worth taking only where the one before found nothing.
  for (const look of [() => specProblems(spec, n, Object.keys(given)), () => circleProblems(plan), () => drawnProblems(plan)]) {
    const problems = look()
    if (problems.length > 0) return { ok: false, issues: [], problems }
  }
  return { ok: true, plan }
}

function orderOf({ columns }: SyntheticSpec): string[] {
  return orderBy(Object.entries(columns).map(([name, draw]) => ({ name, wanted: needsOf(name, draw).filter((one) => Object.hasOwn(columns, one)) })))
}

/** Columns again and again whose needs are met; what goes in circles is left out. */
export function orderBy(needs: readonly { name: string; wanted: readonly string[] }[]): string[] {
  const placed = new Set<string>()
  for (let before = -1; before < placed.size;) {
    before = placed.size
    for (const { name, wanted } of needs) if (wanted.every((one) => placed.has(one))) placed.add(name)
  }
  return [...placed]
}

function circleProblems({ spec, order }: Plan): ParamProblem[] {
  return waitingProblems('columns', Object.keys(spec.columns).filter((name) => !order.includes(name)))
}

/** @param circle names under `key` that could not be placed */
export function waitingProblems(key: string, circle: readonly string[]): ParamProblem[] {
  const [first] = circle
  if (first === undefined) return []
  return [{ path: [key, first], what: `the columns ${circle.slice(0, 8).join(', ')} wait for one another`, mend: 'Let one of them do without the others.' }]
}

/** The whole table with no rows: words where numbers must stand show all the same. */
function drawnProblems(plan: Plan): ParamProblem[] {
  try {
    return writtenProblems(plan.spec, drawColumns({ ...plan, n: 0 }, '', { given: emptyColumns(plan.given) }))
  } catch (error) {
    if (error instanceof ColumnProblem) return [error.problem]
    throw error
  }
}

/** No rows of each. */
export function emptyColumns(given: Given): Record<string, Column> {
  return Object.fromEntries(Object.entries(given).map(([name, kind]): [string, Column] => [name, kind === 'number' ? { kind, values: new Float64Array(0) } : { kind, values: [] }]))
}
