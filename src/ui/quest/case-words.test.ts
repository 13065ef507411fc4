import { describe, expect, it } from 'vitest'
import { cellWords, momentWords } from './case-words.ts'

describe('a chart', () => {
  it('reads values with their unit, and 0 or 1 as words', () => {
    expect(cellWords(71, 'years')).toBe('71 years')
    expect([cellWords(1, 'medicines'), cellWords(1, 'days'), cellWords(1, 'mmol/L'), cellWords(1, 'loss')]).toEqual(['1 medicine', '1 day', '1 mmol/L', '1 loss'])
    expect(cellWords(1, '0 or 1')).toBe('yes')
    expect(cellWords(0, '0 or 1')).toBe('no')
    expect(cellWords(18_200.456, 'dollars')).toBe('18,200.46 dollars')
    expect(cellWords(4, '1 to 5')).toBe('4')
    expect(cellWords('home', undefined)).toBe('home')
    expect(cellWords(null, 'years')).toBe('–')
  })

  it('says when a value is written', () => {
    expect(momentWords('discharge+21d')).toBe('written 21 days after discharge')
    expect(momentWords('discharge+1d')).toBe('written 1 day after discharge')
    expect(momentWords('decision+6h')).toBe('written 6 hours after decision')
    expect(momentWords('admission')).toBe('written at admission')
  })
})
