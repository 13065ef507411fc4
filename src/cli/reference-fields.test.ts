import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldLines } from './reference-fields.ts'

const shape = z.strictObject({
  share: z.number().min(0).max(0.5).default(1 / 6).meta({ title: 'Share', description: 'how many' }),
  n: z.int().min(2),
  names: z.array(z.enum(['a', 'b'])).max(3).optional(),
  at: z.tuple([z.number(), z.string().max(5)]),
  rows: z.array(z.strictObject({ id: z.string(), when: z.record(z.string(), z.strictObject({ on: z.boolean() })) })),
  rule: z.discriminatedUnion('how', [z.strictObject({ how: z.literal('list'), words: z.array(z.string()) }), z.strictObject({ how: z.literal('cue'), side: z.enum(['before', 'after']) })]),
})

describe('fields of a schema as lines', () => {
  const lines = Object.fromEntries(fieldLines(shape).map(({ path, ...line }) => [path, line]))

  test('bounds, defaults and words of a plain field', () => {
    expect(lines['share']).toEqual({ takes: 'number from 0 to 0.5', otherwise: '0.1667', say: 'Share: how many' })
    expect(lines['n']).toEqual({ takes: 'whole number from 2', otherwise: 'required', say: '' })
    expect(lines['names']).toEqual({ takes: 'list of up to 3: "a", "b"', otherwise: '', say: '' })
    expect(lines['at']?.takes).toBe('list of 2: number; text of up to 5')
  })

  test('parts of lists, of records and of variants, each at its place', () => {
    expect(Object.keys(lines)).toEqual(['share', 'n', 'names', 'at', 'rows', 'rows[].id', 'rows[].when', 'rows[].when.<name>.on', 'rule', 'rule (how: "list").words', 'rule (how: "cue").side'])
  })
})
