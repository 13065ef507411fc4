import type { ParamProblem } from '../generator.ts'

/** Met only while a column is drawn: words where a number must stand. */
export class ColumnProblem extends Error {
  override name = 'ColumnProblem'
  readonly problem: ParamProblem

  constructor(problem: ParamProblem) {
    super(problem.what)
    this.problem = problem
  }
}
