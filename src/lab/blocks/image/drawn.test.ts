/** Drawn pictures through the blocks: whose labels, what is covered, where something is found, what is good enough. */
import { describe, expect, it } from 'vitest'
import { type Annotations, NO_ANNOTATIONS } from '../../../core/artefacts/annotations.ts'
import type { Json } from '../../../core/quest/schema.ts'
import { chestFilms } from '../../data/chest-films.ts'
import { picturesDrawn } from '../../data/pictures-drawn.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { Images, Matrix, PortValue, Scores } from '../../graph/ports.ts'
import { contextWith } from '../../lab.fixture.ts'
import { auc } from '../../ml/metrics.ts'
import { matchBoxes } from '../../imaging/box-score.ts'
import { boxesToLearn, type DrawnImages, drawnPictures } from '../../imaging/drawn/pictures.ts'
import { convbank } from './convbank.run.ts'
import { cover } from './cover.run.ts'
import { detector } from './detector.run.ts'
import { mergeBoxes } from './merge.run.ts'
import { quality } from './quality.run.ts'

const images = drawnPictures('blocks', {
  n: 120,
  columns: {
    ill: { draw: 'bernoulli', p: 0.5 }, x: { draw: 'uniform', from: 0.25, to: 0.75, latent: true }, y: { draw: 'uniform', from: 0.3, to: 0.75, latent: true },
    dust: { draw: 'bernoulli', p: 0.3, latent: true }, quality: { draw: 'uniform', from: 0, to: 1 },
  },
  label: 'ill == 1',
  draw: [{ shape: 'fill', light: 0.3 }, { shape: 'ellipse', when: 'ill == 1', x: 'x', y: 'y', rx: 0.09, ry: 0.09, light: 0.4 }],
  camera: { noise: 0.03 },
  findings: [{ label: 'spot', when: 'ill == 1', x: 'x - 0.1', y: 'y - 0.1', w: 0.2, h: 0.2 }],
  lures: [{ label: 'dust', when: 'dust == 1', x: 0, y: 0, w: 0.1, h: 0.1 }],
  readers: { pictures: 4, A: { misses: 0, falseMarks: 1, shake: 0 }, B: { misses: 0.4, falseMarks: 0, shake: 0 } },
})
const truth = [...(images.table.label?.values ?? [])]
const context = (params: Record<string, unknown>, marks: Partial<Annotations> = {}): RunContext =>
  ({ ...contextWith(params), artefacts: { annotations: { ...NO_ANNOTATIONS, ...marks } as unknown as Json } })
const run = <Value extends PortValue>(block: Block, into: Images, params: Record<string, unknown>, port: string, marks?: Partial<Annotations>) =>
  block.fit({ images: into }, context(params, marks)).outputs[port] as Value
const merged = (otherwise: string, marks?: Partial<Annotations>) => run<DrawnImages>(mergeBoxes, images, { otherwise }, 'images', marks)
const labels = (from: DrawnImages) => [...(from.table.label?.values ?? [])]

describe('labels from two readers', () => {
  const lured = images.table.ids.map((_, row) => Number(images.readings(row).A.some(({ x }) => x < 0.05)))

  it('follow the rule on pictures that nobody settled', () => {
    expect(labels(merged('A')).slice(4)).toEqual(truth.map((ill, row) => Math.max(ill, lured[row] as number)).slice(4))
    expect(labels(merged('both')).slice(4)).toEqual(images.table.ids.map((_, row) => Number(images.readings(row).B.length > 0)).slice(4))
    expect(labels(merged('either'))).not.toEqual(truth)
  })

  it('follow the learner on the first pictures, with the boxes to learn from', () => {
    const settled = Object.fromEntries(images.table.ids.slice(0, 4).flatMap((id, row) => [1, 2].map((k) => [`${id}-A${k}`, images.readings(row).A[k - 1] && (images.readings(row).A[k - 1]?.x ?? 0) > 0.05 ? 'yes' as const : 'no' as const])))
    const after = merged('either', { settled })
    expect(labels(after).slice(0, 4)).toEqual(truth.slice(0, 4))
    expect(after.table.label?.key?.right).toBe(1)
    for (const row of [0, 1, 2, 3]) expect(boxesToLearn(after, row).map(({ x }) => x)).toEqual(images.findings(row).map(({ x }) => x))
  })

  it('go past hidden pictures without a word', () => {
    const hidden = picturesDrawn.asOf(images, 'decision')
    const { state } = mergeBoxes.fit({ images }, context({ otherwise: 'either' }))
    const out = mergeBoxes.apply?.({ images: hidden }, state, context({ otherwise: 'either' }))['images'] as DrawnImages
    expect(labels(out).every(Number.isNaN)).toBe(true)
    expect(out.table.label?.key).toEqual(state)
  })
})

describe('what is looked at', () => {
  it('is measured without what is covered', () => {
    const numbers = (from: DrawnImages) => [...(run<Matrix>(convbank, from, { kernels: 3, grid: 2 }, 'matrix').train.x)]
    const all = run<DrawnImages>(cover, images, { top: 0.45, right: 0.45, bottom: 0.45, left: 0.45 }, 'images')
    expect(numbers(all)).not.toEqual(numbers(images))
    expect(numbers(run<DrawnImages>(cover, images, { top: 0, right: 0, bottom: 0, left: 0 }, 'images'))).toEqual(numbers(images))
    expect(run<Matrix>(convbank, images, { kernels: 3, grid: 2 }, 'matrix')).toMatchObject({ train: { rows: 90 }, test: { rows: 30 } })
  })

  it('is parted by the quality that is written beside it', () => {
    const [pass, fail] = ['pass', 'fail'].map((port) => run<DrawnImages>(quality, images, { cut: 0.5, retakes: 0 }, port)) as [DrawnImages, DrawnImages]
    expect(pass.table.ids.length + fail.table.ids.length).toBe(120)
    expect(Math.min(...(pass.table.columns['quality']?.values as Float64Array))).toBeGreaterThanOrEqual(0.5)
    expect(Math.max(...(fail.table.columns['quality']?.values as Float64Array))).toBeLessThan(0.5)
  })

  it('is refused in words where the pictures are of something else', () => {
    const films = chestFilms.generate('drawn-test', { past: 2, n: 1 })
    for (const block of [mergeBoxes, cover, detector]) expect(() => run(block, films, { otherwise: 'either', top: 0, right: 0, bottom: 0, left: 0, window: 0.25, cut: 0.5 }, 'images')).toThrow(/pictures/)
  })
})

describe('the detector', () => {
  const scores = run<Scores>(detector, images, { window: 0.25, cut: 0.8 }, 'scores')

  it('ranks pictures it has not seen, and draws boxes where the findings are', () => {
    const { test } = scores
    expect(auc(test.y, test.scores)).toBeGreaterThan(0.95)
    const found = test.ids.map((id, i) => matchBoxes(images.findings(images.table.ids.indexOf(id)), test.boxes?.[i] ?? [], 0.2).wanted)
    expect(found.flat().filter(({ by }) => by !== null).length / found.flat().length).toBeGreaterThan(0.8)
  })

  it('has nothing to learn where nobody drew a box', () => {
    const none = drawnPictures('none', { n: 20, columns: { ill: { draw: 'bernoulli', p: 0.5 } }, label: 'ill == 1', draw: [{ shape: 'fill', light: 0.3 }] })
    expect(() => run(detector, none, { window: 0.25, cut: 0.5 }, 'scores')).toThrow(/no box to learn from/)
  })
})
