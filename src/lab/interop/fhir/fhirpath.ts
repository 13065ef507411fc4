/**
 * FHIRPath by the `fhirpath` package with the R4 model. The package is large, so it is fetched when a quest asks for it
 * (`loadFhirPath`); from then on evaluating is synchronous, as the judge is.
 *
 * `now()` and `today()` mean the moment the message was sent, never the clock on the wall: the same message gets the same
 * answer next year.
 */
import type { Resource } from './resource.ts'

type Engine = typeof import('fhirpath')['default']
type Model = typeof import('fhirpath/fhir-context/r4')['default']

let loaded: { engine: Engine; model: Model } | null = null

export async function loadFhirPath(): Promise<void> {
  if (loaded) return
  const [engine, model] = await Promise.all([import('fhirpath'), import('fhirpath/fhir-context/r4')])
  loaded = { engine: engine.default, model: model.default }
}

export function isFhirPathLoaded(): boolean {
  return loaded !== null
}

export interface ExprTrouble {
  /** Place in the text, from 0. */
  at: number
  say: string
}

/** Asks a resource; `sentAt` is the ISO date and time of its message. Throws ExprProblem when the question makes no sense to it. */
export type Question = (resource: Resource, sentAt: string) => boolean

export class ExprProblem extends Error {
  override name = 'ExprProblem'
}

const CLOCKS = { now: { at: '' } }
const parts = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/** Compiled once, asked many times. An empty answer is "cannot say" and counts as no. @throws ExprProblem */
export function question(expr: string): Question {
  const { engine, model } = ready()
  const trouble = troubleIn(expr)
  if (trouble) throw new ExprProblem(trouble.say)
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
  const ask = engine.compile(expr, model, { userInvocationTable: table } as never) as (resource: unknown) => unknown
  return (resource, sentAt) => {
    CLOCKS.now.at = sentAt
    let answer: unknown
    try {
      answer = ask(resource)
    } catch (error) {
      throw new ExprProblem(wordsFor(error))
    }
    const [first, ...more] = parts(answer)
    if (first !== undefined && typeof first !== 'boolean') throw new ExprProblem('it gives a value, not yes or no. Compare it with something, or ask .exists().')
    return first === true && more.every((one) => one === true)
  }
}

/** The first thing wrong with how it is written, or null. */
export function troubleIn(expr: string): ExprTrouble | null {
  try {
    ready().engine.parse(expr)
    return null
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const [, line = '1', column = '0'] = /line: (\d+); column: (\d+)/.exec(text) ?? []
    const before = expr.split('\n').slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0)
    return { at: Math.min(before + Number(column), expr.length), say: wordsFor(error) }
  }
}

/** The parser's own words name every token it would have taken; three words say more. */
function wordsFor(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  if (first.includes("'<EOF>'")) return 'Something is missing at the end: a bracket, a quote, or the other half of a comparison.'
  const [, odd] = /(?:mismatched|extraneous) input ('[^']*')/.exec(first) ?? []
  if (odd) return `${odd} cannot stand here.`
  const [, unknown] = /Not implemented: (\w+)/.exec(first) ?? []
  if (unknown) return `There is no function ${unknown}(). Try exists(), empty(), matches(), count().`
  return first.replace(/^line: \d+; column: \d+; message: /, '').slice(0, 160)
}

function ready(): NonNullable<typeof loaded> {
  if (!loaded) throw new Error('FHIRPath was not fetched before it was needed: see lab/needs.ts')
  return loaded
}
