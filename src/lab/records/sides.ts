/** How a map names places where a quest describes both sides: fields of the record, and elements of what is wanted. */
import { nearest } from '../../core/nearest.ts'
import { listed } from '../../core/quest/problem.ts'
import type { Sides } from '../interop/map/compile-map.ts'
import { FACT_PARTS, type FactPart } from './facts.ts'
import { type ElementPath, elementsOf, type Shape } from './shape.ts'

/** A field of the record as it came, an element as far as the map has filled it, or what a fact says of itself. */
export type RecordPlace = { field: string } | { element: string } | { fact: string; part: FactPart | 'value' }

export function recordSides(shape: Shape): Sides<RecordPlace, ElementPath> {
  const elements = new Set(elementsOf(shape).map(({ path }) => path))
  const [first = 'field', second = first] = shape.fields
  return {
    from: {
      read: (text) => (shape.fields.includes(text) ? { field: text } : elements.has(text) ? { element: text } : factPlace(shape, text)),
      within: 'record',
      example: first,
      form: `${first} = A, ${second} in A, B or ${first} present`,
    },
    to(text) {
      const written = text.trim()
      if (elements.has(written)) {
        const [part = '', name = ''] = written.split('.')
        return { ok: true, path: { part, name } }
      }
      const near = nearest(written, [...elements])
      if (written === '') return { ok: false, say: 'Say which element it fills.' }
      return { ok: false, say: `There is no element "${written.slice(0, 60)}" here. ${near ? `Did you mean ${near}?` : `There are: ${listed(elements)}.`}` }
    },
  }
}

/** "weeks", "weeks.days" */
function factPlace({ facts = {} }: Shape, text: string): RecordPlace | null {
  const [fact = '', part = 'value', ...more] = text.split('.')
  if (!Object.hasOwn(facts, fact) || more.length > 0) return null
  const known = part === 'value' ? part : FACT_PARTS.find((one) => one === part)
  return known === undefined ? null : { fact, part: known }
}
