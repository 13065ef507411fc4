/** Gate rules: FHIRPath asks one kind of resource a question that must come out true; SQL and patterns ask the message itself. */
import { type Exprs, type Expr, languageOf } from '../../core/artefacts/exprs.ts'
import { foundIn, sqlRuleTrouble } from '../sql/ask-messages.ts'
import { SqlProblem } from '../sql/bounded-query.ts'
import { isSqliteLoaded } from '../sql/sqlite.ts'
import { ExprProblem, type Question, question } from './fhir/fhirpath.ts'
import type { Resource } from './fhir/resource.ts'
import { INVARIANTS, type Finding, validateShape } from './fhir/validate.ts'
import { fits, readPattern } from './map/extract.ts'
import type { Message } from './v2/message.ts'
import { isNull, readV2Path, textAt, type V2Path } from './v2/path.ts'

type GateRule = { id: string; say: string } & (
  | { language: 'fhirpath'; on: string; ask: Question }
  | { language: 'regex'; path: V2Path; pattern: RegExp }
  | { language: 'sql'; sql: string }
)

export interface Gate {
  rules: readonly GateRule[]
  problems: readonly { rule: string; say: string }[]
}

/** Rules without a text are not asked; a rule that cannot be read is named and left out. */
export function compileGate({ rules }: Exprs): Gate {
  const ready: GateRule[] = []
  const problems: Gate['problems'][number][] = []
  for (const rule of rules) {
    if (rule.expr.trim() === '') continue
    const read = readRule(rule)
    if (typeof read === 'string') problems.push({ rule: rule.id, say: read })
    else ready.push(read)
  }
  return { rules: ready, problems }
}

/** A rule ready to be asked, or what is wrong with it. */
function readRule(rule: Expr): GateRule | string {
  const { id, on, expr, say } = rule
  switch (languageOf(rule)) {
    case 'sql': {
      if (!isSqliteLoaded()) return 'SQL is still being fetched.'
      return sqlRuleTrouble(expr) ?? { id, say, language: 'sql', sql: expr }
    }
    case 'regex': {
      const path = readV2Path(on)
      if (!path) return `"${on.slice(0, 40)}" is no place in a message. Write PID-7 or PID-3.1.`
      const read = readPattern(expr)
      return read.ok ? { id, say, language: 'regex', path, pattern: read.pattern } : read.say
    }
    case 'fhirpath': {
      try {
        return { id, say, language: 'fhirpath', on, ask: question(expr, on) }
      } catch (error) {
        if (error instanceof ExprProblem) return error.message
        throw error
      }
    }
  }
}

/** What goes through the gate: what a message makes, and the message itself. */
export interface Passing {
  resources: readonly Resource[]
  sentAt: string
  message: Message
  /** Its resources keep the rules of FHIR. */
  sound: boolean
}

/**
 * For each message the rules that say no, each once. A resource that breaks the rules of FHIR may hold what cannot even be
 * compared (a 30th of February): asked of that, a rule says no. @throws ExprProblem when a rule cannot be asked of a sound
 * resource, or of a message
 */
export function stoppedBy(gate: Gate, passing: readonly Passing[], tick: (done: number) => void = () => undefined): { rule: string; say: string }[][] {
  const queries = gate.rules.flatMap((rule) => (rule.language === 'sql' ? [rule] : []))
  const found = foundBy(queries.map(({ sql }) => sql), passing, tick)
  return passing.map((one, i) => {
    if (i % 20 === 0) tick(i / passing.length)
    return gate.rules.filter((rule) => (rule.language === 'sql' ? found[queries.indexOf(rule)]?.has(i) : saysNo(rule, one))).map(({ id, say }) => ({ rule: id, say }))
  })
}

function foundBy(queries: readonly string[], passing: readonly Passing[], tick: (done: number) => void): Set<number>[] {
  try {
    return foundIn(queries, passing.map(({ message }) => message), tick)
  } catch (error) {
    throw error instanceof SqlProblem ? new ExprProblem(error.message) : error
  }
}

function saysNo(rule: Exclude<GateRule, { language: 'sql' }>, { resources, sentAt, message, sound }: Passing): boolean {
  if (rule.language === 'regex') return valuesAt(message, rule.path).some((value) => !fits(rule.pattern, value))
  return resources.some((resource) => resource.resourceType === rule.on && !answer(rule.ask, resource, sentAt, sound))
}

/** Everything that stands at a place: in each line of that name and each repetition. Silence and "delete it" are not asked. */
function valuesAt(message: Message, path: V2Path): string[] {
  return message.segments.filter(({ name }) => name === path.segment).flatMap(({ fields }) => {
    const field = fields[path.field - 1] ?? []
    return isNull(field) ? [] : field.map((_, i) => textAt(message, field, path, i)).filter((text) => text !== '')
  })
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
