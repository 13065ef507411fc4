import type { RunProblem } from '../../core/verdict.ts'

/** Something a learner can mend, thrown where it is met and shown at its node. */
export class NodeProblem extends Error {
  override name = 'NodeProblem'
  readonly code: string

  constructor(say: string, code = 'cannot-run') {
    super(say)
    this.code = code
  }

  at(node: string): RunProblem {
    return { node, code: this.code, say: this.message }
  }
}

/** Time or memory is used up: nothing after it is run. */
export class BudgetSpent extends NodeProblem {
  override name = 'BudgetSpent'
}
