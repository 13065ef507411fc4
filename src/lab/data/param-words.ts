/** What is wrong with a generator's parameters, in one sentence: for whoever makes cases from a quest that was not checked. */
import type { z } from 'zod'
import { jsonPath } from '../../core/quest/problem.ts'
import { sayIssues } from '../../core/quest/shape-words.ts'
import type { ParamProblem } from './generator.ts'

/** `issues` are of the shape; `problems` of the meaning. */
export interface ParamTrouble {
  issues: readonly z.core.$ZodIssue[]
  problems: readonly ParamProblem[]
}

export function firstProblem({ issues, problems }: ParamTrouble, written: unknown): string {
  const said: string[] = []
  const say = (path: string, what: string, mend: string) => said.push(`data.params.${path}: ${what}. ${mend}`)
  sayIssues(issues, written, say)
  for (const { path, what, mend } of problems) say(jsonPath(path), what, mend)
  return said[0] ?? ''
}
