import { describe, expect, it } from 'vitest'
import { measured } from './why-words.ts'

describe('a value with its unit', () => {
  it('keeps a share close to its sign, and anything else a space away', () => {
    expect(measured(7.4, '%')).toBe('7.4%')
    expect(measured(92, 'mL/min')).toBe('92 mL/min')
    expect(measured('yes', undefined)).toBe('yes')
  })
})
