/**
 * Functions of FHIRPath (N1 and what the `fhirpath` package adds): how many things stand in their brackets and what comes out.
 * The package answers a call with the wrong number of things by "nothing", which a gate takes for no, so it is said beforehand.
 */

/**
 * What a function gives. `same`: things of the kind it is asked of; `each`: whatever its brackets give; `type`: the kind that
 * its brackets name; `both`: its own kind or that of its brackets; `?`: nobody can say.
 */
export type Gives = 'boolean' | 'integer' | 'decimal' | 'string' | 'date' | 'dateTime' | 'time' | 'same' | 'each' | 'type' | 'both' | '?'

export interface FhirPathFunction {
  least: number
  most: number
  gives: Gives
  /** Its brackets are asked of each thing in turn. */
  perThing: boolean
  /** In words, for completion; null: not offered. */
  about: string | null
  /** Kinds of single value it is offered for; null: for anything. */
  of: readonly string[] | null
}

const TEXT = ['string', 'code', 'uri', 'id', 'markdown']
const MOMENT = ['date', 'dateTime', 'instant', 'time']
const NUMBER = ['integer', 'decimal', 'positiveInt', 'unsignedInt']

const found = new Map<string, FhirPathFunction>()

type Brackets = readonly [least: number, most: number]

function put(gives: Gives, [least, most]: Brackets, names: Readonly<Record<string, string | null>>, { perThing = false, of = null as readonly string[] | null } = {}): void {
  for (const [name, about] of Object.entries(names)) found.set(name, { least, most, gives, perThing, about, of })
}

const NOTHING: Brackets = [0, 0]
const ONE: Brackets = [1, 1]
const MAYBE: Brackets = [0, 1]

put('boolean', MAYBE, { exists: 'there is something' }, { perThing: true })
put('boolean', ONE, { all: 'true for every one' }, { perThing: true })
put('boolean', NOTHING, { empty: 'there is nothing', not: 'the other way round', hasValue: 'there is a value', allTrue: null, anyTrue: null, allFalse: null, anyFalse: null, isDistinct: 'no two are the same' })
put('boolean', ONE, { subsetOf: null, supersetOf: null, comparable: null })
put('same', ONE, { where: 'only those for which' }, { perThing: true })
put('each', ONE, { select: 'from each, what stands in the brackets' }, { perThing: true })
put('?', ONE, { repeat: null }, { perThing: true })
put('?', [1, 2], { aggregate: null }, { perThing: true })
put('same', NOTHING, { first: 'the first one', last: 'the last one', single: 'the only one', tail: 'all but the first', distinct: 'each only once' })
put('same', ONE, { skip: null, take: null })
put('same', [0, 9], { sort: null }, { perThing: true })
put('both', ONE, { combine: null, union: null, intersect: null, exclude: null })
put('?', [1, 9], { coalesce: null })
put('integer', NOTHING, { count: 'how many' })
put('?', NOTHING, { sum: null, min: null, max: null, avg: null, children: null, descendants: null, type: null, getValue: null })
put('?', ONE, { extension: null })
put('type', ONE, { ofType: 'only values of that kind', as: null })
put('boolean', ONE, { is: null })
put('?', [2, 3], { iif: 'one thing or another: if, then, otherwise' })
put('same', [1, 2], { trace: null, defineVariable: null })

put('dateTime', NOTHING, { now: 'when the message was sent' })
put('date', NOTHING, { today: 'the day the message was sent' })
put('time', NOTHING, { timeOfDay: null })
put('integer', NOTHING, { yearOf: 'the year', monthOf: 'the month', dayOf: 'the day', hourOf: 'the hour', minuteOf: null, secondOf: null, millisecondOf: null, timezoneOffsetOf: null }, { of: MOMENT })
put('date', NOTHING, { dateOf: null }, { of: MOMENT })
put('time', NOTHING, { timeOf: null }, { of: MOMENT })

put('boolean', ONE, { startsWith: 'begins with', endsWith: 'ends with', contains: 'holds this text' }, { of: TEXT })
put('boolean', [1, 2], { matches: 'fits a regular expression', matchesFull: null }, { of: TEXT })
put('string', NOTHING, { lower: 'in small letters', upper: 'in capitals', trim: 'without spaces round it', toChars: null }, { of: TEXT })
put('string', [1, 2], { substring: 'a part of a text, from 0' }, { of: TEXT })
put('string', [2, 2], { replace: null, replaceMatches: null }, { of: TEXT })
put('string', ONE, { split: null, encode: null, decode: null, escape: null, unescape: null }, { of: TEXT })
put('string', MAYBE, { join: null, pathname: null })
put('integer', NOTHING, { length: 'how long a text is' }, { of: TEXT })
put('integer', ONE, { indexOf: null, lastIndexOf: null }, { of: TEXT })

put('decimal', NOTHING, { abs: 'without its sign', ceiling: null, floor: null, truncate: null, exp: null, ln: null, sqrt: null }, { of: NUMBER })
put('decimal', MAYBE, { round: 'to so many decimals' }, { of: NUMBER })
put('decimal', ONE, { log: null, power: null }, { of: NUMBER })
put('?', MAYBE, { lowBoundary: null, highBoundary: null, toQuantity: null })

put('string', NOTHING, { toString: 'as a text' })
put('integer', NOTHING, { toInteger: 'as a whole number', toLong: null })
put('decimal', NOTHING, { toDecimal: 'as a number' })
put('boolean', NOTHING, {
  toBoolean: null, convertsToBoolean: null, convertsToInteger: null, convertsToLong: null, convertsToDecimal: null, convertsToString: null,
  convertsToDate: null, convertsToDateTime: null, convertsToTime: null, convertsToQuantity: null,
})
put('date', NOTHING, { toDate: null })
put('dateTime', NOTHING, { toDateTime: null })
put('time', NOTHING, { toTime: null })

/** By name, without brackets. */
export const FHIRPATH_FUNCTIONS: ReadonlyMap<string, FhirPathFunction> = found

/** Functions that ask a server about codes, links or weights: a gate stands alone. */
export const ASK_ELSEWHERE: ReadonlySet<string> = new Set(['resolve', 'memberOf', 'weight', 'ordinal', 'htmlChecks'])
