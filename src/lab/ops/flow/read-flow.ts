/** From what a trainer wrote to a service that can be lived, or everything that is wrong with it. */
import type { z } from 'zod'
import { jsonPath } from '../../../core/quest/problem.ts'
import { sayIssues } from '../../../core/quest/shape-words.ts'
import type { ParamProblem } from '../../data/generator.ts'
import { readPlan } from '../../data/synthetic/plan.ts'
import type { Column } from '../../graph/ports.ts'
import { type Flow, GIVEN, plannedStream } from './cases.ts'
import { flowProblems } from './check-flow.ts'
import { FlowSpec } from './spec.ts'

export type FlowRead = { ok: true; flow: Flow } | { ok: false; issues: readonly z.core.$ZodIssue[]; problems: readonly ParamProblem[] }

export function readFlow(written: unknown): FlowRead {
  const read = FlowSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const spec = read.data
  const cases = readPlan(spec.cases, GIVEN)
  if (!cases.ok) return { ok: false, issues: [], problems: cases.problems.map(({ path, ...said }) => ({ path: ['cases', ...path], ...said })) }
  const flow: Flow = { spec, drawing: cases.plan }
  const problems = flowProblems(flow)
  return problems.length > 0 ? { ok: false, issues: [], problems } : { ok: true, flow }
}

/** @throws Error in words for what `quest check` would have refused */
export function flowOf(written: unknown): Flow {
  const read = readFlow(written)
  if (read.ok) return read.flow
  const said: string[] = []
  const say = (path: string, what: string, mend: string) => said.push(`data.params.${path}: ${what}. ${mend}`)
  sayIssues(read.issues, written, say)
  for (const { path, what, mend } of read.problems) say(jsonPath(path), what, mend)
  throw new Error(`The service that this quest describes cannot be made. ${said[0] ?? ''}`)
}

/** Columns that the quest shows: those of the list, or of those who come; latent ones are left out. */
export function shownColumns({ spec }: Flow, columns: Readonly<Record<string, Column>>): [string, Column][] {
  const given = plannedStream(spec) === null ? Object.keys(GIVEN) : []
  return Object.entries(columns).filter(([name]) => given.includes(name) || (Object.hasOwn(spec.cases.columns, name) && spec.cases.columns[name]?.latent !== true))
}
