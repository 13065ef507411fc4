import { expect, it } from 'vitest'
import { driftFigures, normalShare } from './drift-figures.ts'

it('knows the normal curve: 97.5 in 100 lie below 1.96', () => {
  expect(normalShare(1.96)).toBeCloseTo(0.975, 4)
  expect(normalShare(-1.2816)).toBeCloseTo(0.1, 4)
})

it('rings for other people and not for the tool, when only the people change', () => {
  expect(driftFigures(0.6, 0)).toMatchObject({ otherPeople: true, brokenPromise: false, promised: 160, happened: 160 })
})

it('rings for the tool alone, when only the tool changes', () => {
  expect(driftFigures(0, 0.5)).toMatchObject({ otherPeople: false, brokenPromise: true, promised: 100, happened: 150 })
})

it('is silent when nothing changes', () => {
  const still = driftFigures(0, 0)
  expect(still).toMatchObject({ otherPeople: false, brokenPromise: false })
  expect(still.psi).toBeCloseTo(0, 4)
})
