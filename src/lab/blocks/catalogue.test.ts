import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allBlocks, blockSpec, families } from './catalogue.ts'

describe('the catalogue', () => {
  it('names each block once and finds it by that name', () => {
    expect(new Set(allBlocks.map((spec) => spec.id)).size).toBe(allBlocks.length)
    for (const spec of allBlocks) expect(blockSpec(spec.id)).toBe(spec)
  })

  it.each(['toString', '__proto__', 'constructor', ''])('knows no block called "%s"', (id) => {
    expect(blockSpec(id)).toBeUndefined()
  })

  it.each(allBlocks.map((spec) => [spec.id, spec] as const))('%s can be put on a bench as it is, and every field explains itself', (_, spec) => {
    const defaults = spec.params.parse({})
    expect(spec.params.parse(defaults)).toEqual(defaults)
    const schema = z.toJSONSchema(spec.params, { io: 'input' })
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      expect(field, `${spec.id} ${name}`).toMatchObject({ title: expect.any(String), description: expect.any(String), default: expect.anything() })
    }
    expect(spec.summary.length).toBeLessThan(140)
    expect(families[spec.family].title).not.toBe('')
  })

  it.each(allBlocks.flatMap((spec) => Object.keys(spec.params.shape).map((name) => [spec, name] as const)))('%o refuses values without bounds in %s', (spec, name) => {
    for (const hostile of [Number.NaN, Number.POSITIVE_INFINITY, -1e308, 'x'.repeat(10_000), null, { toString: 1 }]) {
      expect(spec.params.safeParse({ [name]: hostile }).success).toBe(false)
    }
  })
})
