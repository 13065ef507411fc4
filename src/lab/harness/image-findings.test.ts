/** A list of four drawn pictures, counted by hand. */
import { describe, expect, it } from 'vitest'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { Decisions } from '../graph/ports.ts'
import { drawnPictures } from '../imaging/drawn/pictures.ts'
import { auditTable } from './image-findings-audit.ts'
import { auditRight } from './image-findings-figures.ts'
import { imageFindings } from './image-findings.ts'

// Two ill, two well; one of each is a child. Reader A finds everything, reader B nothing, and both fall for the lure of the last.
const images = drawnPictures('four', {
  columns: { ill: { draw: 'bernoulli', p: 0 }, child: { draw: 'bernoulli', p: 0 }, lured: { draw: 'bernoulli', p: 0 } },
  rows: [{ ill: 1, child: 0 }, { ill: 1, child: 1 }, { ill: 0, child: 0 }, { ill: 0, child: 1, lured: 1 }],
  label: 'ill == 1', draw: [{ shape: 'fill', light: 0.2 }],
  findings: [{ label: 'crack', when: 'ill == 1', x: 0.2, y: 0.2, w: 0.2, h: 0.2 }],
  lures: [{ label: 'plate', when: 'lured == 1', x: 0.6, y: 0.6, w: 0.2, h: 0.2 }],
  readers: { A: { misses: 0, falseMarks: 1, shake: 0 }, B: { misses: 1, falseMarks: 1, shake: 0 } },
})
const set = {
  ids: images.table.ids, table: images.table, y: Float64Array.of(1, 1, 0, 0), scores: Float64Array.of(0.9, 0.2, 0.1, 0.8), flagged: Uint8Array.of(1, 0, 0, 1),
  boxes: [[{ x: 0.2, y: 0.2, w: 0.2, h: 0.1 }], [], [], [{ x: 0.6, y: 0.6, w: 0.2, h: 0.2 }]],
}
const decisions = (boxes: boolean): Decisions => {
  const { boxes: own, ...rest } = set
  const side = boxes ? { ...rest, boxes: own } : rest
  return { type: 'Decisions', probability: false, threshold: 0.5, train: { ...side, table: { ...images.table, label: { expr: 'x', values: set.y, key: { right: 0.8, iou: 0.7 } } } }, test: side, uses: [] }
}
const quest = (metrics: readonly Metric[]) => ({ id: 'q', data: { columns: {} }, verify: { truth: 'ill', metrics } }) as unknown as Quest
const judged = (metrics: readonly Metric[], boxes = true) => imageFindings.judgeSet(quest(metrics), { label: 'Monday', seed: 's', weight: 1, viewAt: 'decision', whole: images, seen: images }, decisions(boxes), { auc: 1 })
const measured = (fn: string, params: Metric['params'] = {}, boxes = true) =>
  judged([{ id: 'auc', label: 'auc', fn: 'auc', aggregate: 'mean', format: 'number' }, { id: 'm', label: fn, fn, params, aggregate: 'mean', format: 'number' }], boxes).figures['m'] ?? null

describe('a list of drawn pictures', () => {
  it('is counted like any list, and in slices', () => {
    expect(measured('sensitivity')).toBe(0.5)
    expect(measured('testMinusDeployed', { of: 'auc' })).toBe(0.25)
    expect(measured('sensitivityWhere', { where: 'child == 1' })).toBe(0)
    expect(measured('specificityWhere', { where: 'child == 0' })).toBe(1)
    expect(measured('aucWhere', { where: 'child == 1' })).toBe(0)
  })

  it('has its boxes held against the findings; without a detector there is nothing to hold', () => {
    expect(measured('boxRecall')).toBe(0.5)
    expect(measured('boxRecall', { least: 0.6 })).toBe(0)
    expect(measured('boxIou')).toBeCloseTo(0.25, 12)
    expect(measured('falseBoxes')).toBe(0.25)
    expect(measured('boxRecall', {}, false)).toBeNull()
    expect(measured('keyRight')).toBe(0.8)
    expect(measured('keyIou')).toBe(0.7)
  })

  it('stands beside two readers, adds to one or confirms what one sees', () => {
    const found = (params: Metric['params']) => [measured('readerSensitivity', params), measured('readerSpecificity', params)]
    expect(found({ reader: 'A' })).toEqual([1, 0.5])
    expect(found({ reader: 'B' })).toEqual([0, 0.5])
    expect(found({ reader: 'both' })).toEqual([0, 0.5])
    expect(found({ reader: 'either' })).toEqual([1, 0.5])
    expect(found({ reader: 'B', model: 'adds' })).toEqual([0.5, 0.5])
    expect(found({ reader: 'A', model: 'confirms' })).toEqual([0.5, 0.5])
  })

  it('shows a missed picture with its finding, and the study of the readers as rows', () => {
    const one = judged([])
    const [missed] = imageFindings.cases(quest([]), [one])
    expect(missed).toMatchObject({ outcome: 'missed' })
    expect(missed?.exhibits?.[0]).toMatchObject({ kind: 'picture', marks: [{ label: 'crack', tone: 'missed', x: 64, w: 64 }, { label: 'reader A' }] })
    expect(imageFindings.views(quest([]), [one])[0]).toMatchObject({ view: 'rows', rows: expect.arrayContaining([['A alone', '100%', '50%', 0, 1], ['Your list', '50%', '50%', 1, 1]]) })
    expect(imageFindings.story?.(quest([]), [one]).map(({ title }) => title)).toEqual(['What it was sure of', 'What it passed over', 'Side by side'])
  })
})

describe('the report of an audit', () => {
  const shifts = [{ column: 'tape', shift: 0.3 }, { column: 'drain', shift: -0.2 }, { column: 'leads', shift: 0.02 }, { column: 'letter', shift: 0 }]

  it('is right for each marker that moves the score and is named, or does not and is not', () => {
    expect(auditRight({ claims: ['tape', 'drain'], shifts })).toBe(1)
    expect(auditRight({ claims: ['tape'], shifts })).toBe(0.75)
    expect(auditRight({ claims: [], shifts })).toBe(0.5)
    expect(auditRight({ claims: ['tape', 'drain', 'leads', 'letter'], shifts })).toBe(0.5)
  })

  it('is wrong in what is no marker, and has no value where there was nothing to find', () => {
    expect(auditRight({ claims: ['tape', 'drain', 'age'], shifts })).toBe(0.8)
    expect(auditRight({ claims: [], shifts: shifts.slice(2) })).toBeNull()
  })

  it('is missing where nobody made one, and so are swaps where no model was asked', () => {
    expect(measured('auditRight')).toBeNull()
    expect(measured('swapShift', { column: 'child' })).toBeNull()
  })

  it('shows every marker once, and marks those judged wrongly', () => {
    const { audit: _, ...without } = { ...judged([]) }
    const sets = [0.3, 0.1].map((shift) => ({ ...without, audit: { claims: ['leads'], shifts: [{ column: 'tape', shift }, { column: 'leads', shift: 0.01 }, { column: 'letter', shift: 0 }] } }))
    expect(auditTable(quest([]), sets)).toMatchObject([{ rows: [['tape', '0.20', 'leans on it', 'does not'], ['leads', '0.01', 'does not', 'leans on it'], ['letter', '0.00', 'does not', 'does not']], marked: [0, 1] }])
    expect(auditTable(quest([]), [judged([])])).toEqual([])
  })
})
