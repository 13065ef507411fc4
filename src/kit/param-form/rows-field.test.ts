import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { blockSpec } from '../../lab/blocks/catalogue.ts'
import { fieldsOf } from './schema-fields.ts'

const fieldOf = (block: string, name: string) => {
  const spec = blockSpec(block)
  if (!spec) throw new Error(`no block ${block}`)
  return fieldsOf(z.toJSONSchema(spec.params, { io: 'input' }) as Record<string, unknown>).find((field) => field.name === name)
}

describe('a list of small records', () => {
  test('knows what one of them is called, how few there may be, and the fields of each', () => {
    const passes = fieldOf('link.block', 'passes')
    expect(passes).toMatchObject({ control: 'rows', maxItems: 6, item: { one: 'pass', many: 'passes', least: 1 } })
    expect(fieldsOf(passes?.item?.schema ?? {}).map(({ name, control, optional }) => [name, control, optional])).toEqual([
      ['column', 'column', false], ['way', 'choice', false], ['and', 'column', true], ['andWay', 'choice', false],
    ])
  })

  test('a list of words is none', () => {
    expect(fieldOf('table.features', 'columns')).toMatchObject({ control: 'columns', item: null })
  })
})
