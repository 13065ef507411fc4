import { expect, it } from 'vitest'
import { elementsThatApply } from './applies.ts'
import { Shape } from './shape.ts'

const item = { type: 'text', label: 'Item', truth: 'right' } as const
const shape = Shape.parse({ title: 'x', fields: ['service', 'side'], wanted: { Form: { all: item, brace: { ...item, onlyWhen: 'service in brace, scan and side present' } } } })
const has = (record: Record<string, string>) => ['Form.all', 'Form.brace'].filter(elementsThatApply(shape)((name) => record[name] ?? ''))

it('asks of a record only what its kind of form has', () => {
  expect(has({ service: 'scan', side: 'left' })).toEqual(['Form.all', 'Form.brace'])
  expect(has({ service: 'mask', side: 'left' })).toEqual(['Form.all'])
  expect(has({ service: 'scan' })).toEqual(['Form.all'])
})
