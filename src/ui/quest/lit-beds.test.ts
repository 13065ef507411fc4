import { describe, expect, it } from 'vitest'
import { litBeds } from './lit-beds.ts'

describe('the lights of the ward', () => {
  it('are as many as the share says, in different beds', () => {
    expect(litBeds(0.2, 30).size).toBe(6)
    expect(litBeds(1, 30).size).toBe(30)
    expect(litBeds(0, 30).size).toBe(0)
    expect([...litBeds(1, 40)].every(bed => bed >= 0 && bed < 40)).toBe(true)
  })

  it('promise no more than there is: a list that names one in five hundred leaves the ward dark', () => {
    expect(litBeds(0.002, 30).size).toBe(0)
    expect(litBeds(0.028, 30).size).toBe(1)
  })

  it('in use are some of those lit in the test, so that lights can be seen going out', () => {
    const test = litBeds(0.2, 30)
    expect([...litBeds(0.03, 30)].every(bed => test.has(bed))).toBe(true)
  })

  it('stay dark when the figure makes no sense', () => {
    expect(litBeds(Number.NaN, 30).size).toBe(0)
    expect(litBeds(-1, 30).size).toBe(0)
    expect(litBeds(7, 30).size).toBe(30)
  })
})
