import { expect, test } from 'vitest'
import { spreadEvenly } from './spread-evenly.ts'

test('of three wards of four, three cases are one of each ward', () => {
  const cases = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'b4', 'c1', 'c2', 'c3', 'c4']
  expect(spreadEvenly(cases, 3).map((one) => one[0])).toEqual(['a', 'b', 'c'])
})

test('nobody twice, in the order they had', () => {
  expect(spreadEvenly([1, 2, 3, 4, 5], 4)).toEqual([1, 2, 4, 5])
})

test('all of them where there are no more', () => {
  expect(spreadEvenly(['only'], 3)).toEqual(['only'])
  expect(spreadEvenly([], 3)).toEqual([])
})
