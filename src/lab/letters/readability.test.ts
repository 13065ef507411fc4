/** Syllables, words and sentences counted by hand. */
import { describe, expect, it } from 'vitest'
import { countText, gradeOf, readingGrade, syllablesIn } from './readability.ts'

const BY_HAND: Readonly<Record<number, string>> = {
  1: 'you stopped take eyes blood pills heart called home breathe changed weeks through nursed 12 2.5',
  2: "doctor tablet table tables needed careful safely again heavy pressure stomach because wanted changes diet trial people every something headache didn't swollen doing",
  3: 'medicine hospital allergy family allergic important appointment completely anything bicycle beautiful radio potato video however infection serious',
  4: 'emergency pneumonia appropriate immediate January inflammation',
  5: 'immediately cardiology tuberculosis',
}

describe('syllables', () => {
  const cases = Object.entries(BY_HAND).flatMap(([n, words]) => words.split(' ').map((word) => [word, Number(n)] as const))
  it.each(cases)('%s: %i', (word, n) => expect(syllablesIn(word)).toBe(n))

  it('of words joined by a hyphen are added, and what belongs to somebody is no syllable more', () => {
    expect([syllablesIn('follow-up'), syllablesIn("Ada's"), syllablesIn("don't"), syllablesIn('José')]).toEqual([3, 2, 1, 2])
  })
})

describe('a text', () => {
  it('is counted as by hand', () => {
    // Do not take Cor-vel-in a-gain: 5 words, 1 + 1 + 1 + 3 + 2 syllables.
    expect(countText('Do not take Corvelin again.')).toEqual({ sentences: 1, words: 5, syllables: 8 })
    // Can-not is the only word of two.
    expect(countText('Call us if you cannot breathe well. We are here day and night!')).toEqual({ sentences: 2, words: 13, syllables: 14 })
  })

  it('ends no sentence inside a number or behind the letter of a name, and its rest is one', () => {
    expect(countText('Take 2.5 of them with J. Lind. Then rest')).toMatchObject({ sentences: 2, words: 9 })
    expect(countText('')).toEqual({ sentences: 0, words: 0, syllables: 0 })
  })
})

describe('the grade of Flesch and Kincaid', () => {
  it('is 0.39 x words a sentence + 11.8 x syllables a word - 15.59', () => {
    expect(gradeOf({ sentences: 1, words: 13, syllables: 24 })).toBeCloseTo(11.26, 2)
    expect(readingGrade('Do not take Corvelin again.')).toBeCloseTo(0.39 * 5 + 11.8 * 8 / 5 - 15.59, 10)
    expect(readingGrade('Call us if you cannot breathe well. We are here day and night!')).toBeCloseTo(0.39 * 6.5 + 11.8 * 14 / 13 - 15.59, 10)
  })

  it('is lowest for one short word, and there is none for no word at all', () => {
    expect(readingGrade('Rest.')).toBeCloseTo(-3.4, 10)
    expect(readingGrade('... !')).toBeNull()
  })

  it('tells a letter of the ward from one that people can read', () => {
    const ward = 'The anticoagulant was discontinued on account of gastrointestinal haemorrhage. Readmission is indicated in the event of recurrent melaena.'
    const plain = 'We stopped your blood thinner, because your stomach bled. Come back at once if your stool turns black.'
    expect(readingGrade(ward)).toBeGreaterThan(14)
    expect(readingGrade(plain)).toBeLessThan(6)
  })
})
