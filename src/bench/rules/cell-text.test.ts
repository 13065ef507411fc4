import { describe, expect, it } from 'vitest'
import { compileTable } from '../../lab/decision-table/compile-table.ts'
import { tableOf } from '../../lab/decision-table/decision-table.fixture.ts'
import { cellText, columnsOf, completions, readCell, saysWords } from './cell-text.ts'
import { casesOf, ruleAll } from './rule-cases.ts'

const table = tableOf([[{ setting: 'ED' }, 'no'], [{ weeks: '< 6' }, 'yes', ['note', 'letter']]])
const [setting, , weeks, pa, docs] = columnsOf(table) as [ReturnType<typeof columnsOf>[0] & object, unknown, ReturnType<typeof columnsOf>[0] & object, ReturnType<typeof columnsOf>[0] & object, ReturnType<typeof columnsOf>[0] & object]

describe('what is typed in a cell', () => {
  it('comes out in its one right spelling', () => {
    expect(readCell(' ed,INPATIENT ', setting)).toEqual({ ok: true, text: 'ED, inpatient', values: [], means: 'Setting is ED or inpatient' })
    expect(readCell('>=6', weeks)).toMatchObject({ ok: true, text: '>= 6' })
    expect(readCell('', weeks)).toMatchObject({ ok: true, text: '-' })
    expect(readCell('film, NOTE, note', docs)).toEqual({ ok: true, text: 'film, note', values: ['film', 'note'], means: 'Documents: film, note' })
    expect(readCell('', docs)).toMatchObject({ ok: true, values: [] })
  })
  it('is refused with a way to mend it', () => {
    expect(readCell('letters', docs)).toEqual({ ok: false, say: 'Documents is never "letters". Did you mean letter?' })
    expect(readCell('', pa)).toEqual({ ok: false, say: 'Permission takes one answer: yes or no.' })
    expect(readCell('yes, no', pa).ok).toBe(false)
  })
  it('is completed after a comma, a bracket, or from nothing', () => {
    expect(completions('', setting).options).toEqual(['ED', 'inpatient', 'outpatient', 'null'])
    expect(completions('out', setting).options).toEqual(['outpatient'])
    expect(completions('ED, ', setting).options).toEqual(['inpatient', 'outpatient', 'null'])
    expect(completions('ED, in', setting).take('inpatient')).toBe('ED, inpatient')
    expect(completions('not(E', setting).take('ED')).toBe('not(ED')
    expect(completions('not(ED)', setting).options).toEqual([])
  })
})

it('reads cells and answers aloud', () => {
  expect(table.rows.map((row) => cellText(row, setting))).toEqual(['ED', ''])
  expect(saysWords(table, { pa: ['yes'], docs: ['note', 'letter'] })).toBe('Permission: yes; Documents: note, letter')
  expect(saysWords(table, { pa: [], docs: [] })).toBe('Permission: nobody says')
})

describe('past orders on the bench', () => {
  const report = {
    ok: true, problems: [], metrics: {}, ms: 0,
    nodes: [{
      node: 'src', block: 'data.source:orders', ms: 0, rows: 3, columns: 6, facts: [],
      views: [{ view: 'rows' as const, title: 'Orders', columns: ['id', 'setting', 'weeks', 'pa', 'docs'], rows: [['O1', 'ED', 2, 'no', null], ['O2', 'inpatient', 2, 'yes', 'letter; note'], ['O3', 'inpatient', null, 'yes', 'note'], ['O4', 'inpatient', 3, 'no', null]] }],
    }],
  }
  it('are decided by the table as it stands and held against the book', () => {
    const cases = casesOf(report, [])
    expect(cases && ruleAll(compileTable(table), cases).map(({ state, hits }) => [state, ...hits])).toEqual([['right', 0], ['right', 1], ['none'], ['pa:yes>no', 1]])
  })
  it('are those that came to the rules, of whatever kind, where the rules could be read', () => {
    const detail = { columns: ['id', 'weeks', 'level'], rows: [['R1', 8, 2], ['R2', 3, 1]] }
    const rules = { node: 'rul', block: 'rules.table', ms: 0, rows: 2, columns: null, facts: [], views: [], detail }
    const levels = { ...table, outputs: [{ name: 'level', label: 'Level', kind: 'choice' as const, values: ['1', '2'] }], rows: [{ id: 'all', when: {}, says: { level: ['2'] } }] }
    const cases = casesOf({ ...report, nodes: [...report.nodes, { ...rules, node: 'other', detail: { columns: ['id', 'weeks', 'level'], rows: [] } }, rules] }, ['rul'])
    expect(cases && ruleAll(compileTable(levels), cases).map(({ state, one }) => [one.id, state])).toEqual([['R1', 'right'], ['R2', 'level:2>1']])
  })
  it('are not there before the first run', () => {
    expect(casesOf(null, [])).toBeNull()
    expect(casesOf({ ...report, nodes: [] }, [])).toBeNull()
  })
})
