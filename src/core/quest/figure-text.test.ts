import { describe, expect, it } from 'vitest'
import { figureText, thresholdText } from './figure-text.ts'

describe('a figure', () => {
  it('has no decimals from a thousand on', () => {
    expect(figureText(1153.3, 'minutes')).toBe('1,153 min')
    expect(figureText(129.6, 'minutes')).toBe('129.6 min')
    expect(figureText(12_345.6, 'decimal')).toBe('12,346')
  })

  it('never reads as none when it is small', () => {
    expect(figureText(0.004, 'decimal')).toBe('0.004')
    expect(figureText(0.0003, 'percent')).toBe('0.03%')
    expect(figureText(0, 'decimal')).toBe('0.0')
  })
})

describe('a threshold', () => {
  it('carries its unit, and no trailing nought', () => {
    expect(thresholdText(90, 'minutes')).toBe('90 min')
    expect(thresholdText(7, 'decimal')).toBe('7')
    expect(thresholdText(4.6, 'decimal')).toBe('4.6')
    expect(thresholdText(0.36, 'percent')).toBe('36%')
  })
})
