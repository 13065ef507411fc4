import { describe, expect, it } from 'vitest'
import { scrolledTo } from './tabs.tsx'

describe('a row of tabs that is wider than its place', () => {
  it('is moved just so far that the chosen tab is seen whole', () => {
    expect(scrolledTo({ from: 320, width: 80 }, { from: 0, width: 340 })).toBe(60)
    expect(scrolledTo({ from: 0, width: 80 }, { from: 60, width: 340 })).toBe(0)
  })

  it('stays where it is while the chosen tab is seen whole', () => {
    expect(scrolledTo({ from: 100, width: 80 }, { from: 60, width: 340 })).toBe(60)
  })
})
