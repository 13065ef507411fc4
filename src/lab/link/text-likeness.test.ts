import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOSE, DIFFERENT, levelOf, MISSING, SAME } from './compare.ts'
import { isShortForm, shortFormsOf } from './nicknames.ts'
import { folded, jaro, jaroWinkler, soundex } from './text-likeness.ts'

describe('Jaro and Jaro-Winkler, as Winkler printed them (Overview of Record Linkage, US Census Bureau 2006, table 6)', () => {
  it.each([
    ['shackleford', 'shackelford', 0.97, 0.982], ['dunningham', 'cunnigham', 0.896, 0.896], ['nichleson', 'nichulson', 0.926, 0.956], ['jones', 'johnson', 0.79, 0.832],
    ['massey', 'massie', 0.889, 0.933], ['abroms', 'abrams', 0.889, 0.922], ['martha', 'marhta', 0.944, 0.961], ['jeraldine', 'geraldine', 0.926, 0.926], ['dixon', 'dickson', 0.79, 0.832], ['dwayne', 'duane', 0.822, 0.84],
  ])('%s and %s', (a, b, plain, raised) => {
    expect(jaro(a, b)).toBeCloseTo(plain, 2)
    expect(jaroWinkler(a, b)).toBeCloseTo(raised, 2)
  })

  it('does not care which comes first, and stays between 0 and 1', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(jaro(a, b)).toBeCloseTo(jaro(b, a), 9)
      expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(0)
      expect(jaroWinkler(a, b)).toBeLessThanOrEqual(1)
    }))
  })
})

describe('Soundex, examples of the US National Archives', () => {
  it.each([['Washington', 'w252'], ['Lee', 'l000'], ['Gutierrez', 'g362'], ['Pfister', 'p236'], ['Jackson', 'j250'], ['Tymczak', 't522'], ['VanDeusen', 'v532'], ['Ashcraft', 'a261'], ['Robert', 'r163'], ['Rupert', 'r163']])('%s is %s', (name, code) => {
    expect(soundex(name)).toBe(code)
  })

  it('hears accents as plain letters, and nothing in nothing', () => {
    expect(soundex('Đặng')).toBe(soundex('Dang'))
    expect(soundex(' - ')).toBe('')
    expect(folded("O'Brien Łukasz-Müller")).toBe('obrienlukaszmuller')
  })
})

describe('two values held against each other', () => {
  it.each([
    ['exact', 'F', 'F', SAME], ['exact', 'F', 'M', DIFFERENT], ['exact', '', 'M', MISSING],
    ['jaro-winkler', 'Hartley', 'HARTLEY', SAME], ['jaro-winkler', 'Hartley', 'Hartely', CLOSE], ['jaro-winkler', 'Hartley', 'Quigley', DIFFERENT],
    ['given-name', 'Gillian', 'Gill', CLOSE], ['given-name', 'Bert', 'Albert', CLOSE], ['given-name', 'Bert', 'Bart', DIFFERENT], ['given-name', 'Ada', 'Edna', DIFFERENT],
    ['phonetic', 'Thorne', 'Thorn', CLOSE], ['phonetic', 'Thorne', 'Pryce', DIFFERENT],
    ['date', '1950-03-04', '1950-04-03', CLOSE], ['date', '1950-03-04', '1950-03-14', CLOSE], ['date', '1950-03-04', '1951-03-14', DIFFERENT], ['date', '1950-03-04', '', MISSING],
    ['digits', '391-555-0107', '391 5550107', SAME], ['digits', '391-555-0107', '391-555-0170', CLOSE], ['digits', '391-555-0107', '391-555-0199', DIFFERENT],
  ] as const)('%s: %s and %s', (way, a, b, level) => {
    expect(levelOf(way, a, b)).toBe(level)
    expect(levelOf(way, b, a)).toBe(level)
  })

  it('a short form belongs to one name, and to no stranger', () => {
    expect(shortFormsOf('Gillian')).toContain('Gill')
    expect(isShortForm('Gill', 'Gilly')).toBe(true)
    expect(isShortForm('Gill', 'Gill')).toBe(false)
    expect(isShortForm('constructor', 'Ada')).toBe(false)
  })
})
