/** Gate rules: each asks one kind of resource a question that must come out true. */
import type { Exprs } from '../../core/artefacts/exprs.ts'
import { ExprProblem, type Question, question } from './fhir/fhirpath.ts'
import type { Resource } from './fhir/resource.ts'
import { INVARIANTS, type Finding, validateShape } from './fhir/validate.ts'

export interface Gate {
  rules: readonly { id: string; on: string; say: string; ask: Question }[]
  problems: readonly { rule: string; say: string }[]
}

/** Rules without a text are not asked; a rule that cannot be read is named and left out. */
export function compileGate({ rules }: Exprs): Gate {
  const ready: Gate['rules'][number][] = []
  const problems: Gate['problems'][number][] = []
  for (const { id, on, expr, say } of rules) {
    if (expr.trim() === '') continue
    try {
      ready.push({ id, on, say, ask: question(expr, on) })
    } catch (error) {
      if (!(error instanceof ExprProblem)) throw error
      problems.push({ rule: id, say: error.message })
    }
  }
  return { rules: ready, problems }
}

/**
 * Rules that say no, each once. A resource that breaks the rules of FHIR may hold what cannot even be compared (a 30th of
 * February): asked of that, a rule says no. @throws ExprProblem when a rule cannot be asked of a sound resource
 */
export function stoppedBy(gate: Gate, resources: readonly Resource[], sentAt: string, sound = true): { rule: string; say: string }[] {
  return gate.rules
    .filter(({ on, ask }) => resources.some((resource) => resource.resourceType === on && !answer(ask, resource, sentAt, sound)))
    .map(({ id, say }) => ({ rule: id, say }))
}

function answer(ask: Question, resource: Resource, sentAt: string, sound: boolean): boolean {
  try {
    return ask(resource, sentAt)
  } catch (error) {
    if (sound || !(error instanceof ExprProblem)) throw error
    return false
  }
}

let invariants: { on: string; finding: Finding; ask: Question }[] | null = null

/** Shape and invariants together. FHIRPath must have been fetched. */
export function validate(resource: Resource, sentAt: string): Finding[] {
  const shape = validateShape(resource)
  if (shape.length > 0) return shape
  invariants ??= INVARIANTS.map(({ key, on, expr, say }) => ({ on, finding: { path: `${on} (${key})`, say }, ask: question(expr, on) }))
  return invariants.filter(({ on, ask }) => on === resource.resourceType && !ask(resource, sentAt)).map(({ finding }) => finding)
}
