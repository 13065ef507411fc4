import { describe, expect, it } from 'vitest'
import { frozen, Kept } from './kept.ts'

/** What was made, in the order in which it was made. */
function kitchen(most: number) {
  const made: string[] = []
  const kept = new Kept<{ of: string }>(most)
  return { made, ask: (recipe: string) => kept.get(recipe, () => ({ of: made[made.push(recipe) - 1] as string })) }
}

describe('what is kept', () => {
  it('is made once for each recipe, and never handed out for another', () => {
    const { made, ask } = kitchen(3)
    const first = ask('a')
    expect(ask('b')).toEqual({ of: 'b' })
    expect(ask('a')).toBe(first)
    expect(made).toEqual(['a', 'b'])
  })

  it('is never more than so many: the one not asked for longest goes', () => {
    const { made, ask } = kitchen(2)
    for (const recipe of ['a', 'b', 'a', 'c', 'a', 'b']) ask(recipe)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })

  it('may be nothing at all, and is still not made again', () => {
    let times = 0
    const kept = new Kept<undefined>(2)
    for (let i = 0; i < 3; i++) kept.get('nothing', () => void times++)
    expect(times).toBe(1)
  })

  it('leaves no trace of what could not be made', () => {
    const kept = new Kept<string>(2)
    expect(() => kept.get('a', () => { throw new Error('no flour') })).toThrow('no flour')
    expect(kept.get('a', () => 'bread')).toBe('bread')
  })
})

describe('what is frozen', () => {
  it('cannot be changed, however deep', () => {
    const value = frozen({ rows: [{ name: 'Ada' }], numbers: new Float64Array([1]) })
    expect(() => value.rows.push({ name: 'Ben' })).toThrow(TypeError)
    expect(() => Object.assign(value.rows[0] as object, { name: 'Ben' })).toThrow(TypeError)
    expect(value).toEqual({ rows: [{ name: 'Ada' }], numbers: new Float64Array([1]) })
  })
})
