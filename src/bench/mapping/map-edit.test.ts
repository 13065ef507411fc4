import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapRow } from '../../core/artefacts/map-table.ts'
import type { Solution } from '../../core/quest/schema.ts'
import { tokensOf } from './fhirpath-language.ts'
import { readExprs } from '../../core/artefacts/exprs.ts'
import { readMapTable } from '../../core/artefacts/map-table.ts'
import { inserted, moved, newRow, newRule, removed, replaced, whole, withMap, writtenIn } from './map-edit.ts'
import { historyReducer, newHistory } from './solution-history.ts'

const rows: MapRow[] = ['r1', 'r2', 'r7'].map(id => ({ id, from: 'PID-8', when: '', to: 'Patient.gender', transform: 'text' }))
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('rows of a map', () => {
  it('are added behind the open one, moved, changed and taken away', () => {
    expect(ids(inserted(rows, newRow(rows), 'r1'))).toEqual(['r1', 'r8', 'r2', 'r7'])
    expect(ids(moved(rows, 'r7', -1))).toEqual(['r1', 'r7', 'r2'])
    expect(moved(rows, 'r1', -1)).toBe(rows)
    expect(ids(removed(rows, 'r2'))).toEqual(['r1', 'r7'])
    expect(replaced(rows, 'r2', { from: 'PID-7' })[1]?.from).toBe('PID-7')
  })

  it('lose an empty value map altogether', () => {
    const [first] = rows as [MapRow]
    expect(withMap(first, [['M', 'male']]).valueMap).toEqual({ M: 'male' })
    expect('valueMap' in withMap({ ...first, valueMap: { M: 'male' } }, [])).toBe(false)
  })
})

describe('what is written in a language', () => {
  it('is begun anew when the language changes, and FHIRPath is what says nothing', () => {
    const rule = { ...newRule([]), expr: 'status.exists()', say: 'why' }
    expect(writtenIn(rule, 'sql')).toEqual({ id: 'g1', language: 'sql', on: '', expr: '', say: 'why' })
    expect(writtenIn(writtenIn(rule, 'regex'), 'fhirpath')).toEqual({ id: 'g1', on: 'Observation', expr: '', say: 'why' })
    for (const language of ['fhirpath', 'sql', 'regex'] as const) expect(readExprs({ rules: [writtenIn(rule, language)] })).toMatchObject({ ok: true })
  })

  it('reads what was saved before there were languages, and gives it back as it was', () => {
    const old = { rules: [{ id: 'g1', on: 'Observation', expr: 'status.exists()', say: '' }] }
    expect(readExprs(old)).toEqual({ ok: true, exprs: old })
    expect(readMapTable({ rows, updates: { empty: 'keep', quotes: 'remove' } })).toEqual({ ok: true, table: { rows, updates: { empty: 'keep', quotes: 'remove' } } })
  })

  it('leaves no trace of a pattern that is taken away', () => {
    const [first] = rows as [MapRow]
    expect(whole({ ...first, extract: 'a+' })).toEqual(first)
  })
})

describe('undo', () => {
  const solution = (n: number): Solution => ({ graph: { nodes: [], edges: [] }, artefacts: { n } })

  it('takes a whole word back, not its last letter', () => {
    let history = newHistory(solution(0))
    for (const n of [1, 2, 3]) history = historyReducer(history, { type: 'changed', solution: solution(n), label: 'from', gesture: 'r1.from' })
    history = historyReducer(history, { type: 'undo' })
    expect(history.present.artefacts).toEqual({ n: 0 })
    expect(historyReducer(history, { type: 'redo' }).present.artefacts).toEqual({ n: 3 })
  })
})

describe('colours of an expression', () => {
  it('part words, names, functions, texts and regular expressions', () => {
    const text = "name.matches('^A+') and value > 3"
    expect(tokensOf(text).map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`)).toEqual([
      'name name', 'function matches', "string '", 'regexp ^', 'string A', 'regexp +', "string '", 'keyword and', 'name value', 'operator >', 'number 3',
    ])
  })

  it('never overlap and never leave the text, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab(.)\'\\^+ 1@=|matches') }), (text) => {
      let at = 0
      for (const { from, to } of tokensOf(text)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }))
  })
})
