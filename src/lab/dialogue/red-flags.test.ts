import { describe, expect, test } from 'vitest'
import { flagReader } from './red-flags.ts'

const row = { id: 'stroke', title: 'Stroke', words: ['numb', 'face hangs', 'cannot breathe'], unless: ['number'], reads: 'before' as const }

describe('the red-flag table', () => {
  const reads = flagReader([row], 'before', false)
  test('finds a word with any ending, in any case, behind an everyday question', () => {
    expect(reads('What does parking cost? My arm is NUMB.')).toEqual({ row: 'stroke', title: 'Stroke', word: 'numb' })
    expect(reads('His face hangs, on the left')?.word).toBe('face hangs')
  })

  test('is called off by an exception, and by nothing that only looks like one', () => {
    expect(reads('What is the number of the room?')).toBeNull()
    expect(flagReader([row], 'before', true)('My arm is numb')).not.toBeNull()
  })

  test('forgives one slip in longer words, and only where it is told to', () => {
    expect(reads('I canot breathe')).toBeNull()
    expect(flagReader([row], 'before', true)('I canot breathe')?.word).toBe('cannot breathe')
    expect(flagReader([row], 'before', true)('My arm is num')).toBeNull()
  })

  test('is not called off by a slip: what silences an alarm must be written as it is', () => {
    const pain = { ...row, id: 'pain', words: ['chest'], unless: ['chess'] }
    expect(flagReader([pain], 'before', true)('My chest hurts')?.row).toBe('pain')
    expect(flagReader([pain], 'before', true)('A chess club and a chest freezer')).toBeNull()
  })

  test('a row for both sides is read before the model and after it', () => {
    const both = { ...row, reads: 'both' as const }
    for (const side of ['before', 'after'] as const) expect(flagReader([both], side, false)('My arm is numb')?.row).toBe('stroke')
  })

  test('reads the side of the model that the row is for', () => {
    const after = { ...row, id: 'dose', words: ['tablets'], reads: 'after' as const }
    expect(flagReader([after], 'before', false)('How many tablets?')).toBeNull()
    expect(flagReader([after], 'after', false)('Take 3 tablets at once.')?.row).toBe('dose')
  })
})
