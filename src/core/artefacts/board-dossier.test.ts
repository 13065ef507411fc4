import { describe, expect, it } from 'vitest'
import { readBoardDossier, votedIn, withVote } from './board-dossier.ts'

const dossier = { cards: { chest: { use: 'use-a' } }, asked: ['a'], contract: ['pinned'], votes: { 3: { drift: { vote: 'go', reason: 'results-hold' } } }, rulings: { drift: { vote: 'go', reason: 'results-hold' } } }
const problem = (written: unknown) => {
  const read = readBoardDossier(written)
  return read.ok ? null : read.say
}

describe('the dossier of a committee', () => {
  it('is read as it stands, and an empty one is a beginning', () => {
    expect(readBoardDossier(dossier)).toEqual({ ok: true, dossier })
    expect(readBoardDossier({})).toEqual({ ok: true, dossier: { cards: {}, asked: [], contract: [], votes: {}, rulings: {} } })
  })

  it.each([
    ['nothing at all', undefined, /no dossier yet/],
    ['a vote nobody knows', { rulings: { drift: { vote: 'maybe', reason: 'none' } } }, /rulings\.drift\.vote/],
    ['a finding nobody knows', { rulings: { mood: { vote: 'go', reason: 'none' } } }, /rulings/],
    ['a month that no year has', { votes: { 13: { drift: { vote: 'go', reason: 'none' } } } }, /votes/],
    ['a seventh question', { asked: ['1', '2', '3', '4', '5', '6', '7'] }, /asked/],
    ['a fourth clause', { contract: ['1', '2', '3', '4'] }, /contract/],
    ['one question twice', { asked: ['a', 'a'] }, /question "a" stands in the dossier twice/],
    ['something that does not belong', { extra: 1 }, /cannot be read/],
  ])('says what is wrong: %s', (_, written, words) => expect(problem(written)).toMatch(words))
})

describe('a vote', () => {
  const read = readBoardDossier(dossier)
  if (!read.ok) throw new Error(read.say)
  const stop = { vote: 'pause', reason: 'safe-side' } as const
  const after = withVote(read.dossier, 5, 'drift', stop)

  it('stands in its month and leaves the others as they were', () => {
    expect([votedIn(after.votes, 5, 'drift'), votedIn(after.votes, 3, 'drift'), votedIn(after.votes, 5, 'gap')]).toEqual([stop, { vote: 'go', reason: 'results-hold' }, undefined])
  })

  it('holds for such papers from then on', () => expect(after.rulings).toEqual({ drift: stop }))
})
