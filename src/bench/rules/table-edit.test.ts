import { describe, expect, it } from 'vitest'
import { tableOf } from '../../lab/decision-table/decision-table.fixture.ts'
import { historyReducer, newHistory } from './history.ts'
import { addRow, duplicateRow, moveRow, removeRow, setSays, setTest } from './table-edit.ts'

const table = tableOf([[{ payer: 'StateCare' }, 'yes', ['note']], [{ weeks: '< 6' }, 'yes'], [{ setting: 'ED' }, 'no']])
const ids = (changed: { rows: { id: string }[] }) => changed.rows.map(({ id }) => id)

describe('rows', () => {
  it('move up, down and to a place, and stay where they are at the ends', () => {
    expect(ids(moveRow(table, 'r3', 0))).toEqual(['r3', 'r1', 'r2'])
    expect(ids(moveRow(table, 'r1', 1))).toEqual(['r2', 'r1', 'r3'])
    expect(moveRow(table, 'r1', -1)).toBe(table)
    expect(ids(moveRow(table, 'r1', 99))).toEqual(['r2', 'r3', 'r1'])
    expect(moveRow(table, 'nobody', 0)).toBe(table)
  })
  it('a new one goes below, says the first answer, and has a name of its own', () => {
    const added = addRow(table, 'r1')
    expect(added && ids(added.table)).toEqual(['r1', 'row-4', 'r2', 'r3'])
    expect(added?.table.rows[1]).toEqual({ id: 'row-4', when: {}, says: { pa: ['yes'], docs: [] } })
    const again = added && addRow(added.table, null, { setting: 'ED' })
    expect(again && new Set(ids(again.table)).size).toBe(5)
  })
  it('a copy stands above what it is a copy of', () => {
    const copy = duplicateRow(table, 'r2')
    expect(copy && ids(copy.table)).toEqual(['r1', 'row-4', 'r2', 'r3'])
    expect(copy?.table.rows[1]?.when).toEqual({ weeks: '< 6' })
  })
  it('go, and a full table takes no more', () => {
    expect(ids(removeRow(table, 'r2'))).toEqual(['r1', 'r3'])
    expect(addRow({ ...table, rows: Array.from({ length: 200 }, (_, i) => ({ id: `${i}`, when: {}, says: {} })) }, null)).toBeNull()
  })
})

describe('cells', () => {
  it('hold a test, and an empty one leaves no trace', () => {
    expect(setTest(table, 'r1', 'setting', 'ED').rows[0]?.when).toEqual({ payer: 'StateCare', setting: 'ED' })
    expect(setTest(table, 'r1', 'payer', '-').rows[0]?.when).toEqual({})
    expect(setTest(table, 'r1', 'payer', 'StateCare')).toBe(table)
    expect(setTest(table, 'r1', 'weeks', '-')).toBe(table)
  })
  it('say one answer or many papers', () => {
    expect(setSays(table, 'r1', 'docs', ['note', 'film']).rows[0]?.says).toEqual({ pa: ['yes'], docs: ['note', 'film'] })
    expect(setSays(table, 'r1', 'docs', ['note'])).toBe(table)
  })
})

it('undo and redo walk back and forth; a change after undo forgets what was undone', () => {
  const [moved, removed] = [moveRow(table, 'r3', 0), removeRow(table, 'r1')]
  const one = historyReducer(newHistory(table), { type: 'changed', value: moved, label: 'move' })
  const back = historyReducer(one, { type: 'undo' })
  expect([back.present, historyReducer(back, { type: 'redo' }).present, historyReducer(back, { type: 'undo' })]).toEqual([table, moved, back])
  const other = historyReducer(back, { type: 'changed', value: removed, label: 'delete' })
  expect(other.future).toEqual([])
  expect(historyReducer(other, { type: 'changed', value: removed, label: 'again' })).toBe(other)
  expect(historyReducer(other, { type: 'replaced', value: table })).toEqual(newHistory(table))
})
