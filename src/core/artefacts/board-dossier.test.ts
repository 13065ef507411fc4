import { describe, expect, it } from 'vitest'
import { readBoardDossier } from './board-dossier.ts'

const dossier = { cards: { chest: { use: 'use-a' } }, asked: ['a'], contract: ['pinned'], rulings: { drift: { vote: 'go', reason: 'results-hold' } } }
const problem = (written: unknown) => {
  const read = readBoardDossier(written)
  return read.ok ? null : read.say
}

describe('the dossier of a committee', () => {
  it('is read as it stands, and an empty one is a beginning', () => {
    expect(readBoardDossier(dossier)).toEqual({ ok: true, dossier })
    expect(readBoardDossier({})).toEqual({ ok: true, dossier: { cards: {}, asked: [], contract: [], rulings: {} } })
  })

  it.each([
    ['nothing at all', undefined, /no dossier yet/],
    ['a vote nobody knows', { rulings: { drift: { vote: 'maybe', reason: 'none' } } }, /rulings\.drift\.vote/],
    ['a finding nobody knows', { rulings: { mood: { vote: 'go', reason: 'none' } } }, /rulings/],
    ['a seventh question', { asked: ['1', '2', '3', '4', '5', '6', '7'] }, /asked/],
    ['a fourth clause', { contract: ['1', '2', '3', '4'] }, /contract/],
    ['one question twice', { asked: ['a', 'a'] }, /question "a" stands in the dossier twice/],
    ['something that does not belong', { extra: 1 }, /cannot be read/],
  ])('says what is wrong: %s', (_, written, words) => expect(problem(written)).toMatch(words))
})
