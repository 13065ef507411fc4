/**
 * What a trainer writes to have pictures drawn: what is known of each, as columns of a table; shapes whose places and light are
 * formulas over those columns; where the finding is, what looks like one, and how two readers read. Lengths are shares of the
 * picture, which is a square; light runs from 0, black, to 1, white.
 */
import { z } from 'zod'
import { MAX_EXPR_LENGTH } from '../../graph/expr.ts'
import { SyntheticSpec } from '../../data/synthetic/spec.ts'

export const MOST_PICTURES = 3000

const Formula = z.string().min(1).max(MAX_EXPR_LENGTH)
const Amount = z.union([z.number().min(-100).max(100), Formula]).describe('a number, or a formula over columns and constants')
export type Amount = z.infer<typeof Amount>
const Point = z.tuple([Amount, Amount]).describe('[from the left, from above]')

const every = {
  when: Formula.optional().describe('only in pictures for which it holds'),
  light: Amount.describe('how bright: added to what is there, or, with "how": "over", in its place'),
  how: z.enum(['add', 'over']).default('add'),
}
const soft = { soft: Amount.default(0.15).describe('share of its radius over which it fades out') }

const Shapes = [
  z.strictObject({ shape: z.literal('fill'), ...every }),
  z.strictObject({ shape: z.literal('ellipse'), x: Amount.describe('of its middle'), y: Amount.describe('of its middle'), rx: Amount, ry: Amount, turn: Amount.default(0).describe('degrees, clockwise'), ...soft, ...every }),
  z.strictObject({ shape: z.literal('box'), x: Amount.describe('of its middle'), y: Amount.describe('of its middle'), w: Amount, h: Amount, turn: Amount.default(0).describe('degrees, clockwise'), ...soft, ...every }),
  z.strictObject({ shape: z.literal('stroke'), points: z.array(Point).min(2).max(12), width: Amount, ...soft, ...every }),
  z.strictObject({ shape: z.literal('texture'), grain: Amount.default(0.1).describe('size of its clouds'), ...every }),
  z.strictObject({ shape: z.literal('letters'), words: z.string().min(1).max(24).describe('capitals and digits as old machines write them; {column} for the words of a column'), x: Amount, y: Amount, size: Amount.default(0.08).describe('height of a letter'), ...every }),
] as const
export const Shape = z.discriminatedUnion('shape', Shapes)
export type Shape = z.infer<typeof Shape>

const Place = z.strictObject({
  label: z.string().min(1).max(40),
  when: Formula.describe('in pictures for which it holds'),
  x: Amount.describe('left edge'), y: Amount.describe('upper edge'), w: Amount, h: Amount,
})
export type Place = z.infer<typeof Place>

const Reader = z.strictObject({
  misses: Amount.default(0.1).describe('chance to miss a finding, 0 to 1: of fatigue, of how faint it is'),
  falseMarks: Amount.default(0.1).describe('chance to take a look-alike for one'),
  shake: z.number().min(0).max(0.2).default(0.02).describe('how far each side of a box is off, as a share of the picture'),
})

export const DrawnSpec = z.strictObject({
  ...SyntheticSpec.shape,
  n: z.int().min(1).max(MOST_PICTURES).optional().describe('pictures; as many as are written out, or 600'),
  columns: SyntheticSpec.shape.columns.describe('what is known of each picture, and what its shapes are made from; latent ones for the drawing only'),
  label: Formula.describe('what the report says, as a formula that holds or not: "cracked == 1"'),
  draw: z.array(Shape).min(1).max(40).describe('shapes, one over the other'),
  camera: z.strictObject({
    brightness: Amount.default(0), contrast: Amount.default(1), blur: Amount.default(0).describe('share of the width'), noise: Amount.default(0.02).describe('standard deviation of the grain'),
  }).default({ brightness: 0, contrast: 1, blur: 0, noise: 0.02 }),
  findings: z.array(Place).max(4).default([]).describe('where a finding is, in a box'),
  lures: z.array(Place).max(6).default([]).describe('what looks like a finding and is none'),
  readers: z.strictObject({
    pictures: z.int().min(0).max(24).default(8).describe('of the first pictures somebody settles what the two differ on'),
    A: Reader.prefault({}), B: Reader.prefault({}),
  }).prefault({}),
})
export type DrawnSpec = z.infer<typeof DrawnSpec>

/** An amount or a condition of the description, with its place inside it. */
export interface Written {
  path: readonly PropertyKey[]
  text: string
}

/** Every formula beside the columns. */
export function formulasOf({ label, draw, camera, findings, lures, readers }: DrawnSpec): Written[] {
  const found: Written[] = []
  const walk = (value: unknown, path: readonly PropertyKey[]) => {
    const name = path.at(-1)
    if (typeof value === 'string') {
      if (!WORDS.has(String(name))) found.push({ path, text: value })
    } else if (Array.isArray(value)) value.forEach((one, i) => walk(one, [...path, i]))
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) walk(one, [...path, key])
  }
  found.push({ path: ['label'], text: label })
  walk(draw, ['draw'])
  walk(camera, ['camera'])
  for (const [name, places] of [['findings', findings], ['lures', lures]] as const) walk(places, [name])
  walk(readers, ['readers'])
  return found
}

/** Entries that hold words, not formulas. */
const WORDS: ReadonlySet<string> = new Set(['shape', 'how', 'words', 'label'])
