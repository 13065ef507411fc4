import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DRAWN, hashOf, MADE_OF, PAINTED } from './title-picture.ts'

test('the painted title is made of the drawing that is there ("npm run title-picture" paints it anew)', () => {
  expect(JSON.parse(readFileSync(MADE_OF, 'utf8'))).toMatchObject({ madeOf: hashOf(DRAWN) })
})

test('it is small enough to travel inside the page', () => {
  expect(readFileSync(PAINTED).length).toBeLessThanOrEqual(18_000)
})
