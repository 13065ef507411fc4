import { expect, test } from 'vitest'
import { hashOf, routeOf } from './routes.ts'

test.each(['#/', '#/player', '#/hospital', '#/journal', '#/certificate', '#/quest/readmission-risk', '#/quest/readmission-risk/build'])(
  'the address %s leads to a screen whose address it is', (hash) => {
    expect(hashOf(routeOf(hash))).toBe(hash)
  })

test.each(['', '#', '#/nowhere', '#/quest', '#/quest/', '#/quest/<script>', '#/quest/..%2f', `#/quest/${'a'.repeat(81)}`, '#/__proto__'])(
  'the address %j, which is none of ours, leads to the title', (hash) => {
    expect(routeOf(hash)).toEqual({ screen: { at: 'title' } })
  })

test('a stage that does not exist leaves the quest where it stands', () => {
  expect(routeOf('#/quest/readmission-risk/winning')).toEqual({ screen: { at: 'quest', quest: 'readmission-risk' } })
})
