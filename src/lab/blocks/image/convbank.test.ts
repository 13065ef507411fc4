import { describe, expect, it } from 'vitest'
import { type ChestImages, chestFilms, SMALL, smallCopy } from '../../data/chest-films.ts'
import type { Matrix } from '../../graph/ports.ts'
import { makeBank } from '../../imaging/conv-bank.ts'
import { contextWith } from '../../lab.fixture.ts'
import { convbank } from './convbank.run.ts'

const images = chestFilms.generate('convbank-test', { past: 4, n: 2 })
const matrixOf = (films: ChestImages, kernels: number, grid: number) =>
  convbank.fit({ images: films }, contextWith({ kernels, grid })).outputs['matrix'] as Matrix

/** Worked out film by film, nothing kept. */
function expected({ cases }: ChestImages, kernels: number, grid: number): number[] {
  const bank = makeBank({ size: SMALL, kernels, grid })
  return cases.filter(({ tonight }) => !tonight).flatMap((film) => [...bank.features(smallCopy(film))])
}

describe('numbers from films', () => {
  it('are those of the patterns asked for, whichever looked at the films before', () => {
    for (const [kernels, grid] of [[3, 2], [3, 3], [5, 2], [3, 2]] as const) {
      const { train, test } = matrixOf(images, kernels, grid)
      expect([...train.x]).toEqual(expected(images, kernels, grid))
      expect([train.rows, test.rows]).toEqual([4, 2])
    }
  })

  it('are of these films, not of others with the same names', () => {
    const others = chestFilms.generate('convbank-others', { past: 4, n: 2 })
    matrixOf(images, 3, 2)
    expect([...matrixOf(others, 3, 2).train.x]).toEqual(expected(others, 3, 2))
  })

  it('stay what they were when somebody evens them out', () => {
    matrixOf(images, 3, 2).train.x.fill(0)
    expect([...matrixOf(images, 3, 2).train.x]).toEqual(expected(images, 3, 2))
  })
})
