/**
 * `annotations`: everything that is marked, beside the graph. Rules that find identifiers, or whatever else a quest looks for,
 * in notes; marks made by hand; disagreements between two readers that were settled; what happens to each attribute of a film's
 * header, and what is painted over on the film itself. Edited by the annotate bench, read by the blocks that act on it.
 */
import { z } from 'zod'

/** Name of what can be marked. Which there are is said by the notes: twenty kinds of identifier, or those that a quest declares. */
export type Kind = string
const KindOf = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'must be one word of letters and digits, e.g. "problem"')

const Id = z.string().min(1).max(60)

export const TAKES = ['name', 'number', 'phrase', 'sentence'] as const
export type Take = (typeof TAKES)[number]

const Pattern = z.strictObject({
  id: Id, how: z.literal('pattern'), kind: KindOf,
  find: z.string().max(200).describe('a regular expression; its first group, where there is one, is what is hidden'),
})
const List = z.strictObject({
  id: Id, how: z.literal('list'), kind: KindOf,
  words: z.array(z.string().min(1).max(60)).max(400),
  capitals: z.boolean().default(true).describe('"Graves" on the list is not "graves" in a note'),
})
const Cue = z.strictObject({
  id: Id, how: z.literal('cue'), kind: KindOf,
  side: z.enum(['before', 'after']).default('before').describe('where the cue stands, seen from what is hidden'),
  words: z.array(z.string().min(1).max(60)).max(60).describe('"Dr", "Daughter", "can be reached"'),
  take: z.enum(TAKES).describe('a name, a number, everything up to the next comma or full stop, or up to the full stop'),
  slips: z.boolean().default(false).describe('forgive one slip of the finger in a cue of five letters or more'),
})
const Scope = z.strictObject({
  id: Id, how: z.literal('scope'), kind: KindOf.describe('marks of this kind lose it'),
  becomes: KindOf.nullable().default(null).describe('the kind that they get instead; none, and the mark is gone'),
  side: z.enum(['before', 'after']).default('before').describe('where the cue stands, seen from the mark'),
  words: z.array(z.string().min(1).max(60)).max(60).describe('"no", "rule out", "mother had"'),
  reach: z.int().min(1).max(30).default(6).describe('words that the cue reaches over, never past the end of its sentence'),
  stops: z.array(z.string().min(1).max(60)).max(30).default([]).describe('words that end its reach: "but", "however"'),
})
export const FindRule = z.discriminatedUnion('how', [Pattern, List, Cue, Scope])
export type FindRule = z.infer<typeof FindRule>
export type CueRule = z.infer<typeof Cue>
export type ScopeRule = z.infer<typeof Scope>

export const ACTIONS = ['K', 'Z', 'D', 'X', 'C', 'U'] as const
/** Keep, zero length, dummy, remove, clean, new UID: the letters of DICOM PS3.15 Annex E. */
export type TagAction = (typeof ACTIONS)[number]

const Share = z.number().min(0).max(1)
const Box = z.strictObject({ id: Id, x: Share, y: Share, w: Share, h: Share })
export type FilmBox = z.infer<typeof Box>
const Stroke = z.strictObject({ id: Id, radius: z.number().min(0.005).max(0.2), points: z.array(z.tuple([Share, Share])).min(1).max(400) })
export type FilmStroke = z.infer<typeof Stroke>
const FilmMarks = z.strictObject({ boxes: z.array(Box).max(20), strokes: z.array(Stroke).max(40) })
/** Painted over on every film of one machine; all in shares of width and height. A stroke's radius is a share of the width. */
export type FilmMarks = z.infer<typeof FilmMarks>

const HandMark = z.strictObject({ id: Id, note: Id, from: z.number().int().min(0).max(10_000), to: z.number().int().min(1).max(10_000), kind: KindOf })
export type HandMark = z.infer<typeof HandMark>

/** `year-under-90` keeps the year, but for those by which one can tell that somebody is over 89. */
export const DATE_POLICIES = ['keep', 'shift', 'year', 'year-under-90'] as const
export type DatePolicy = (typeof DATE_POLICIES)[number]

export const Annotations = z.strictObject({
  rules: z.array(FindRule).max(60).describe('what is marked: by pattern, by list, by cue; and what a cue takes back'),
  echo: z.boolean().describe('a name found once is hidden everywhere in the same note'),
  scans: z.boolean().describe('read O as 0 and l as 1 beside digits, as scanners mix them up'),
  dates: z.enum(DATE_POLICIES).describe('left, moved by days of their own for each patient, cut to the year, or cut to the year and gone where it would tell an age over 89'),
  settled: z.record(Id, z.enum(['yes', 'no'])).describe('disagreements of the two readers, in notes and on films: is it to be marked?'),
  spans: z.array(HandMark).max(200).describe('what both readers missed'),
  tags: z.record(z.string().max(60), z.enum(ACTIONS)).describe('attribute of a header by keyword: keep, zero length, dummy, remove, clean, new UID; one that is not named is kept'),
  films: z.record(z.string().max(40), FilmMarks).describe('by machine: what is painted over on each of its films, in shares of width and height'),
})
export type Annotations = z.infer<typeof Annotations>

export const NO_ANNOTATIONS: Annotations = { rules: [], echo: false, scans: false, dates: 'keep', settled: {}, spans: [], tags: {}, films: {} }

export type ReadAnnotations = { ok: true; annotations: Annotations } | { ok: false; say: string }

/** Marks from outside: a file, a save, a learner's hand. Says the first thing that is wrong. */
export function readAnnotations(written: unknown): ReadAnnotations {
  if (written === undefined || written === null) return { ok: false, say: 'Nothing has been marked yet.' }
  const read = Annotations.safeParse(written)
  if (!read.success) {
    const [issue] = read.error.issues
    return { ok: false, say: `The marks cannot be read at ${issue?.path.join('.') || 'their top'}: ${issue?.message ?? 'not as expected'}.` }
  }
  const ids = read.data.rules.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice) return { ok: false, say: `Two rules are called "${twice}". Give each an id of its own.` }
  return { ok: true, annotations: read.data }
}
