import { expect, it } from 'vitest'
import type { BoardDossier } from '../../core/artefacts/board-dossier.ts'
import { historyReducer, newHistory } from './board-history.ts'

const dossier = (asked: string[]): BoardDossier => ({ cards: {}, asked, contract: [], votes: {}, rulings: {} })

it('goes back and forth, and forgets what was undone once something else is done', () => {
  const [none, one, two] = [dossier([]), dossier(['a']), dossier(['b'])]
  const asked = historyReducer(newHistory(none), { type: 'changed', dossier: one, label: 'ask a' })
  const back = historyReducer(asked, { type: 'undo' })
  expect(back.present).toBe(none)
  expect(historyReducer(back, { type: 'redo' }).present).toBe(one)
  const other = historyReducer(back, { type: 'changed', dossier: two, label: 'ask b' })
  expect(other.future).toEqual([])
  expect(historyReducer(other, { type: 'undo' }).present).toBe(none)
})

it('has nothing to undo at the beginning, and begins anew with a dossier from elsewhere', () => {
  const start = newHistory(dossier([]))
  expect(historyReducer(start, { type: 'undo' })).toBe(start)
  expect(historyReducer(historyReducer(start, { type: 'changed', dossier: dossier(['a']), label: 'ask a' }), { type: 'replaced', dossier: dossier(['b']) }).past).toEqual([])
})
