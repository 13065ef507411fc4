import { expect, test } from 'vitest'
import { readFlags } from './flags.ts'

test('without flags nothing is changed', () => {
  expect(readFlags('')).toEqual({ still: false, mapOff: false, questUrl: null, walkers: null, lowPower: false, debug: false })
})

test('each mode is a link', () => {
  expect(readFlags('?motion=0&map=0&quest=/play/quest.json&walkers=100&lowpower=1&debug')).toEqual({
    still: true, mapOff: true, questUrl: '/play/quest.json', walkers: 100, lowPower: true, debug: true,
  })
})

test.each([['-5', 0], ['1e9', 1], ['99999', 500], ['many', null]])('walkers=%s is read as %s', (given, walkers) => {
  expect(readFlags(`?walkers=${given}`).walkers).toBe(walkers)
})
