/**
 * What a quest says of records and of what should be made of them: the fields that come, the elements that are wanted with their
 * kinds and lists of codes, and the column of the table that says what would be right.
 */
import { z } from 'zod'

const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "value"')
const Title = z.string().min(1).max(120)

function few<Value extends z.ZodType>(value: Value, most: number, what: string) {
  return z.record(Name, value).refine((entries) => Object.keys(entries).length <= most, `more than ${most} ${what}`)
}

/** Units of UCUM, as far as they are known here: a list that nobody has to write. */
export const UCUM_LIST = 'ucum'

const everyElement = {
  label: Title,
  truth: Name.describe('column that says what is right; where it is missing, there is nothing right to put in'),
  onlyWhen: z.string().max(200).optional().describe('condition over fields, as a map writes it: "service = scan"; a record for which it does not hold has no such element'),
  later: Name.optional().describe('column: what the clinic says when it is rung about this, where no paper says it'),
  required: z.boolean().default(false).describe('a record without it does not keep to the shape'),
}
const Elements = [
  z.strictObject({ type: z.literal('text'), ...everyElement }),
  z.strictObject({ type: z.literal('date'), ...everyElement }),
  z.strictObject({
    type: z.literal('number'), ...everyElement,
    within: z.number().min(0).max(0.5).default(0.01).describe('share by which it may be off'),
    danger: z.number().gt(1).max(1000).default(1.5).describe('off by so many times, it is dangerous'),
  }),
  z.strictObject({ type: z.literal('code'), ...everyElement, list: Name.describe(`one of "lists", or "${UCUM_LIST}"`) }),
  z.strictObject({ type: z.literal('codes'), ...everyElement, list: Name, most: z.int().min(1).max(20).default(10).describe('how many there may be; several are joined by "; " in the column') }),
] as const
const Element = z.discriminatedUnion('type', Elements)
export type Element = z.infer<typeof Element>

const Code = z.union([
  Title,
  z.strictObject({
    say: Title,
    axes: z.record(z.string().min(1).max(30), z.string().min(1).max(60)).optional().describe('what it is about, part by part: what is measured, in which specimen'),
    unit: z.string().min(1).max(40).optional().describe('in which its values are kept'),
    usual: z.tuple([z.number(), z.number()]).optional().describe('between which most of its values lie, in that unit'),
  }),
])

const Paper = z.strictObject({
  source: z.string().min(1).max(60).describe('what kind of paper it is: "chart", "fax", "old form"'),
  value: Name.describe('column that holds what the paper says; where it is missing, there is no such paper'),
  date: Name.optional().describe('column with the day it speaks of'),
  side: Name.optional().describe('column with the side of the body'),
  sure: Name.optional().describe('column with how sure the reading is, 0 to 1; 1 when left out'),
})

export const Facts = z.strictObject({
  label: Title,
  unit: z.string().min(1).max(40).optional(),
  papers: z.array(Paper).min(1).max(8).describe('where it may be written'),
})

export const Shape = z.strictObject({
  title: z.string().min(1).max(120).describe('how one record is called, with columns in braces: "{patient}, {site}: {name}"'),
  fields: z.array(Name).min(1).max(24).describe('columns that the record brings, in its order; a map reads nothing else'),
  by: Name.optional().describe('field by which records are told apart, such as the laboratory'),
  thing: Name.optional().describe('field that says what a record is about, such as the local code: its values are looked at together'),
  amount: Name.optional().describe('field with the number that was measured'),
  wanted: few(few(Element, 30, 'elements'), 4, 'parts').describe('by part and element: "Result" -> "code"'),
  lists: few(z.record(z.string().min(1).max(60), Code).refine((codes) => Object.keys(codes).length <= 400, 'more than 400 codes'), 12, 'lists').default({}).describe('lists of codes, invented or open'),
  facts: few(Facts, 20, 'kinds of facts').optional().describe('dated facts, by kind, gathered from columns: a map reads them by kind, and asks of each its date, days, side, sure, source'),
  asked: Name.optional().describe('field with the day from which the days of facts are counted'),
  known: Name.optional().describe('column of 0 and 1: for which records the learner may see what is right; all when left out'),
})
export type Shape = z.infer<typeof Shape>

/** "Result.code" */
export interface ElementPath {
  part: string
  name: string
}

export function writtenElement({ part, name }: ElementPath): string {
  return `${part}.${name}`
}

/** Every element that is wanted, in order. */
export function elementsOf({ wanted }: Pick<Shape, 'wanted'>): { path: string; element: Element }[] {
  return Object.entries(wanted).flatMap(([part, elements]) => Object.entries(elements).map(([name, element]) => ({ path: `${part}.${name}`, element })))
}

export interface CodeWords {
  code: string
  say: string
  axes: Readonly<Record<string, string>>
  unit: string | null
  usual: readonly [number, number] | null
}

export function codesIn({ lists }: Pick<Shape, 'lists'>, list: string): CodeWords[] {
  return Object.entries(lists[list] ?? {}).map(([code, words]) => (typeof words === 'string'
    ? { code, say: words, axes: {}, unit: null, usual: null }
    : { code, say: words.say, axes: words.axes ?? {}, unit: words.unit ?? null, usual: words.usual ?? null }))
}
