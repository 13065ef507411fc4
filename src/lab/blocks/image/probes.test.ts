/** A model that reads a strip of tape, a model that cannot, and what probes say of both. */
import { describe, expect, it } from 'vitest'
import type { PortValue, Scores } from '../../graph/ports.ts'
import { columnOf, labelOf } from '../../graph/table.ts'
import { changedDrawn, cuesOf, type DrawnImages, drawnPictures } from '../../imaging/drawn/pictures.ts'
import { LEANS, shiftsOf, swap } from '../../imaging/drawn/trials.ts'
import { contextWith } from '../../lab.fixture.ts'
import { auc } from '../../ml/metrics.ts'
import type { Block } from '../../graph/block.ts'
import { figure } from '../say.ts'
import { logistic } from '../model/logistic.run.ts'
import { balance, balanced } from './balance.run.ts'
import { convbank } from './convbank.run.ts'
import { cover, mask } from './cover.run.ts'
import { audit, occlude, slice, swapMarker } from './probes.run.ts'

// The tape stands in the upper left corner and travels with the illness; the dot does not.
const images = drawnPictures('probes', {
  n: 160,
  columns: {
    ill: { draw: 'bernoulli', p: 0.5 }, tape: { draw: 'bernoulli', p: '0.1 + 0.8 * ill' }, dot: { draw: 'bernoulli', p: 0.5 }, age: { draw: 'uniform', from: 20, to: 80 },
    made: { draw: 'formula', expr: 'tape', latent: true },
  },
  label: 'ill == 1',
  draw: [
    { shape: 'fill', light: 0.3 },
    { shape: 'ellipse', when: 'ill == 1', x: 0.6, y: 0.6, rx: 0.09, ry: 0.09, light: 0.015 },
    { shape: 'box', when: 'tape == 1', x: 0.15, y: 0.1, w: 0.25, h: 0.15, light: 0.6 },
    { shape: 'ellipse', when: 'dot == 1', x: 0.85, y: 0.85, rx: 0.04, ry: 0.04, light: 0.5 },
  ],
  camera: { noise: 0.03 },
  findings: [{ label: 'spot', when: 'ill == 1', x: 0.5, y: 0.5, w: 0.2, h: 0.2 }],
})
const fit = <Value extends PortValue>(block: Block, inputs: Record<string, PortValue>, params: Record<string, unknown>, port: string) => block.fit(inputs, contextWith(params)).outputs[port] as Value
const modelOf = (from: DrawnImages) => fit<Scores>(logistic, { train: fit(convbank, { images: from }, { kernels: 4, grid: 3 }, 'matrix') }, { l2: 30, classWeight: 'none' }, 'scores')
const naive = modelOf(images)
const report = (block: Block, params: Record<string, unknown>) => {
  const inputs = { scores: naive }
  const { outputs, state } = block.fit(inputs, contextWith(params))
  return block.report?.(inputs, outputs, state)
}
const shift = (scores: Scores, column: string) => Math.abs(swap(scores.test, scores.pictures, column)?.shift ?? Number.NaN)

describe('a marker that is swapped', () => {
  it('is any shown column that a shape reads and the illness does not', () => {
    expect(cuesOf(images)).toEqual(['tape', 'dot'])
  })

  it('changes where it stands and nothing else', () => {
    const swapped = changedDrawn(images, { trial: { swap: 'tape' } })
    for (const row of [0, 1, 2, 3]) {
      const [before, after] = [images.draw(row, 60).pixels, swapped.draw(row, 60).pixels]
      const changed = [...before.keys()].filter((at) => before[at] !== after[at])
      expect(changed.length).toBeGreaterThan(50)
      expect(changed.every((at) => at % 60 < 20 && at < 60 * 15)).toBe(true)
    }
  })

  it('moves the score of a model that learnt it, and one that had it covered not at all', () => {
    expect(shift(naive, 'tape')).toBeGreaterThan(LEANS)
    expect(shift(naive, 'dot')).toBeLessThan(LEANS)
    expect(shift(modelOf(fit(mask, { images }, { x: 0, y: 0, w: 0.3, h: 0.2 }, 'images')), 'tape')).toBe(0)
    expect(shift(modelOf(fit(cover, { images }, { top: 0.2, right: 0, bottom: 0, left: 0 }, 'images')), 'tape')).toBe(0)
  })

  it('moves less once it is as common among the ill as among the well', () => {
    expect(shift(modelOf(fit(balance, { images }, { by: 'tape' }, 'images')), 'tape')).toBeLessThan(shift(naive, 'tape') / 2)
  })
})

describe('probes', () => {
  it('tell how well scores rank in each slice by itself', () => {
    const { y, scores, table } = naive.test
    const area = (kind?: number) => {
      const rows = [...y.keys()].filter((row) => kind === undefined || columnOf(table, 'dot')?.values[row] === kind)
      return figure(auc(rows.map((row) => y[row] as number), rows.map((row) => scores[row] as number)))
    }
    expect(report(slice, { by: 'dot' })?.facts).toEqual([`all: AUROC ${area()}`, `dot: 0: AUROC ${area(0)}`, `dot: 1: AUROC ${area(1)}`])
    expect(() => report(slice, { by: 'age' })).toThrow('these are no slices')
  })

  it('find the part of the picture that moves the score most', () => {
    expect(report(occlude, { grid: 3 })?.facts[0]).toMatch(/^moves most when row 1 column 1 is covered/)
  })

  it('say what a swap does, and which columns can be swapped', () => {
    expect(report(swapMarker, { column: 'tape' })?.facts).toContain('it leans on this')
    expect(report(swapMarker, { column: 'dot' })?.facts).toContain(`below ${LEANS}: it hardly cares`)
    for (const column of ['ill', 'age', 'made']) expect(() => report(swapMarker, { column })).toThrow('Choose one of: tape, dot.')
  })

  it('refuse scores that were not made from pictures', () => {
    const { pictures: _, ...bare } = naive
    expect(() => swapMarker.fit({ scores: bare }, contextWith({ column: 'tape' }))).toThrow('not made from pictures')
  })
})

it('an audit measures on hidden pictures what it was told on visible ones', () => {
  const decisions = { type: 'Decisions', probability: true, threshold: 0.5, train: { ...naive.train, flagged: new Uint8Array(120) }, test: { ...naive.test, flagged: new Uint8Array(40) }, uses: [] } as const
  const said = (applying: boolean) => audit.fit({ decisions, scores: naive }, { ...contextWith({ leansOn: ['tape'] }), applying }).outputs['decisions']
  expect(said(false)).toMatchObject({ audit: { claims: ['tape'], shifts: [] } })
  expect(said(true)).toMatchObject({ audit: { claims: ['tape'], shifts: shiftsOf(naive.test, naive.pictures) } })
})

describe('balance', () => {
  it('parts a marker from the label, and leaves the whole as heavy as it was', () => {
    const [values, y] = [['a', 'a', 'a', 'b', 'a', 'b', 'b', 'b'], [1, 1, 1, 1, 0, 0, 0, 0]]
    const weights = balanced(values, y)
    const sum = (value: string, label: number) => weights.reduce((all, weight, row) => all + (values[row] === value && y[row] === label ? weight : 0), 0)
    expect([sum('a', 1), sum('b', 1), sum('a', 0), sum('b', 0)]).toEqual([2, 2, 2, 2])
  })

  it('can follow another, and leaves hidden pictures alone', () => {
    const twice = fit<DrawnImages>(balance, { images: fit<DrawnImages>(balance, { images }, { by: 'tape' }, 'images') }, { by: 'dot' }, 'images')
    const weights = twice.table.weights ?? new Float64Array()
    const [dot, y] = [columnOf(images.table, 'dot')?.values ?? [], labelOf(images.table)]
    const sum = (value: number, label: number) => weights.reduce((all, weight, row) => all + (dot[row] === value && y[row] === label ? weight : 0), 0)
    expect(sum(1, 1) * sum(0, 0)).toBeCloseTo(sum(1, 0) * sum(0, 1), 6)
    expect(balance.apply?.({ images }, null, contextWith({ by: 'tape' }))).toEqual({ images })
  })
})
