/**
 * Questions in FHIRPath, asked of a resource by the `fhirpath` package with the R4 model.
 *
 * `now()` and `today()` mean the moment the message was sent, never the clock on the wall: the same message gets the same
 * answer next year.
 */
import { type ExprTrouble, senseTrouble } from './fhirpath-check.ts'
import { fhirPathEngine, parseFhirPath } from './fhirpath-engine.ts'
import { orderTrouble, signTrouble } from './fhirpath-text.ts'
import type { Resource } from './resource.ts'

/** Asks a resource; `sentAt` is the ISO date and time of its message. Throws ExprProblem when the question makes no sense to it. */
export type Question = (resource: Resource, sentAt: string) => boolean

export class ExprProblem extends Error {
  override name = 'ExprProblem'
}

const CLOCKS = { now: { at: '' } }
const parts = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/**
 * Compiled once, asked many times. An empty answer is "cannot say" and counts as no.
 * @param on the kind of resource it will be asked of
 * @throws ExprProblem when it cannot be read, or asks for what is never there
 */
export function question(expr: string, on: string): Question {
  const { engine, model } = fhirPathEngine()
  const trouble = troubleIn(expr, on)
  if (trouble && !trouble.doubt) throw new ExprProblem(trouble.say)
  const literal = (text: string): unknown[] => parts(engine.evaluate({}, `@${text}`, {}, undefined as never, { resolveInternalTypes: false } as never))
  const moments = new Map<string, unknown[]>()
  const moment = (text: string): unknown[] => {
    const known = moments.get(text) ?? literal(text)
    moments.set(text, known)
    return known
  }
  const table = {
    now: { fn: () => moment(CLOCKS.now.at), arity: { 0: [] } },
    today: { fn: () => moment(CLOCKS.now.at.slice(0, 10)), arity: { 0: [] } },
    timeOfDay: { fn: () => moment(`T${CLOCKS.now.at.slice(11, 19)}`), arity: { 0: [] } },
  }
  const ask = engine.compile(expr, model, { userInvocationTable: table } as never) as (resource: unknown, known: Record<string, unknown>) => unknown
  return (resource, sentAt) => {
    CLOCKS.now.at = sentAt
    let answer: unknown
    try {
      answer = ask(resource, { resource, rootResource: resource })
    } catch (error) {
      throw new ExprProblem(askedInVain(error, resource))
    }
    const [first, ...more] = parts(answer)
    if (first !== undefined && typeof first !== 'boolean') throw new ExprProblem('It gives a value, not yes or no. Compare it with something, or ask .exists().')
    return first === true && more.every((one) => one === true)
  }
}

/** The first thing wrong with how it is written or with what it asks of `on`, or null. */
export function troubleIn(expr: string, on: string): ExprTrouble | null {
  const odd = signTrouble(expr)
  if (odd) return odd
  try {
    parseFhirPath(expr)
  } catch (error) {
    return orderTrouble(expr, placeIn(error, expr))
  }
  return senseTrouble(expr, on)
}

/** The place the parser stopped at, from 0; its words name every token it would have taken and are not for people. */
function placeIn(error: unknown, expr: string): number | null {
  const [, line, column] = /line: (\d+); column: (\d+)/.exec(error instanceof Error ? error.message : String(error)) ?? []
  if (line === undefined) return null
  const before = expr.split('\n').slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return Math.min(before + Number(column), expr.length)
}

/** What the package throws while it evaluates, for people. Its own words name its insides. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/multiple items|Expected singleton|Expected single\b|Unexpected collection|singleton/i, 'holds several things where one is needed. Choose one by first() or by a place such as [0], or ask all().'],
  [/Type of |Expected a? ?(?:number|string|integer|boolean|decimal|date)|cannot be compared|incomparable|Cannot (?:sort|{|\[|")|Expected string/i, 'holds a kind of value that does not fit: a text where a number is needed, or the other way round.'],
  [/Invalid (?:date|time)/i, 'is compared with a day or a time that does not exist.'],
  [/regular expression|Invalid regex|Unterminated|Nothing to repeat/i, 'is held against a pattern that is no regular expression.'],
  [/asynchronous|Option "/i, 'would have to ask another system, and a gate stands alone.'],
]

function askedInVain(error: unknown, { resourceType }: Resource): string {
  const message = typeof error === 'string' ? error : error instanceof Error ? error.message : ''
  const say = WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'gives it something it cannot work with.'
  return `This cannot be asked of every ${resourceType}: one ${say}`
}
