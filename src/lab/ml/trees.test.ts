import { describe, expect, it } from 'vitest'
import { binOf, fitCuts } from './bins.ts'
import { auc } from './metrics.ts'
import { farthest, sklearn, smallTable } from './ml.fixture.ts'
import { fitTrees, predictTrees } from './trees.ts'

describe('boosted trees', () => {
  it('give the risks that scikit-learn gives', () => {
    const { trees, depth, rate, risks } = sklearn.trees
    const model = fitTrees(smallTable, sklearn.y, { trees, depth, rate, bins: 255, rowShare: 1 })
    expect(farthest(predictTrees(model, smallTable), risks)).toBeLessThan(1e-5)
  })

  it('make one step worked by hand: leaf = rate · Σ(y − p) / (Σ p(1 − p) + l2)', () => {
    const x = { rows: 8, names: ['x'], x: new Float64Array([1, 1, 1, 1, 2, 2, 2, 2]) }
    const model = fitTrees(x, [0, 0, 0, 1, 1, 1, 1, 0], { trees: 1, depth: 1, rate: 0.5, rowShare: 1, minLeaf: 1, l2: 1 })
    // start p = 0.5; left Σ(y − p) = −1, right +1; Σ p(1 − p) = 1 on each side
    expect(model.start).toBe(0)
    expect([...(model.trees[0]?.value.slice(1) ?? [])]).toEqual([-0.25, 0.25])
  })

  it('learn a bend that no straight line can follow', () => {
    const n = 600
    const x = { rows: n, names: ['a', 'b'], x: Float64Array.from({ length: n * 2 }, (_, i) => ((i * 7919) % 1000) / 1000) }
    const y = Array.from({ length: n }, (_, i) => ((x.x[i * 2] as number) > 0.5) === ((x.x[i * 2 + 1] as number) > 0.5) ? 1 : 0)
    expect(auc(y, predictTrees(fitTrees(x, y, { trees: 40, depth: 2 }), x))).toBeGreaterThan(0.95)
  })

  it('are the same twice, and others with another seed', () => {
    const risks = (seed: string) => [...predictTrees(fitTrees(smallTable, sklearn.y, { trees: 10, seed }), smallTable)]
    expect(risks('a')).toEqual(risks('a'))
    expect(risks('a')).not.toEqual(risks('b'))
  })

  it('ask nothing when there is only one kind of outcome', () => {
    const risks = predictTrees(fitTrees(smallTable, new Float64Array(smallTable.rows), { trees: 3 }), smallTable)
    expect([...risks].every((risk) => risk > 0 && risk < 0.01)).toBe(true)
  })
})

describe('bins', () => {
  it('put each of a few values in a bin of its own', () => {
    const [cuts] = fitCuts({ rows: 6, names: ['x'], x: new Float64Array([0, 0, 1, 1, 2, 2]) }, 32)
    expect([0, 1, 2].map((value) => binOf(cuts as Float64Array, value))).toEqual([0, 1, 2])
  })
})
