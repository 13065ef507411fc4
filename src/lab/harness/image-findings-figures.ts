/** What a list of pictures comes to: every figure of a list, and those of boxes, of slices, of two readers and of their key. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { rowsWhere } from '../graph/bind-expr.ts'
import type { AskedOfPictures, Audit, BoxKey } from '../graph/ports.ts'
import { matchBoxes } from '../imaging/box-score.ts'
import { LEANS, swap } from '../imaging/drawn/trials.ts'
import { auc, confusion, sensitivity, share, specificity } from '../ml/metrics.ts'
import type { Figures, MetricSpec } from './harness.ts'
import type { FindingsSet } from './image-findings.ts'
import { figuresOf, type JudgedList, tabularMetrics } from './tabular-figures.ts'

type Pictures = Pick<FindingsSet, 'images' | 'pictures' | 'list'>

interface Judged {
  list: JudgedList
  /** Null in the learner's own test, where nobody looks at boxes. */
  pictures: Pictures | null
  key: BoxKey | null
  /** Null in the learner's own test, and where nobody has audited anything. */
  audit: Audit | null
  /** How the list itself answers to a marker that is swapped. */
  pictureModel: AskedOfPictures | null
}

const slice = z.strictObject({ where: z.string().max(400).describe('a formula over the columns: only pictures for which it holds') })
const boxes = z.strictObject({ least: z.number().min(0.05).max(0.95).optional().describe('a box counts from this intersection over union on (0.3)') })
const WHO = ['A', 'B', 'either', 'both'] as const
const readers = z.strictObject({
  reader: z.enum(WHO).describe('who reads: one of the two, either of them, or both together'),
  model: z.enum(['adds', 'confirms']).optional().describe('beside them the list: what it has as well, or only what it has too; nobody when left out'),
})

const marker = z.strictObject({ column: z.string().max(80).describe('a column with two values that a shape is drawn from') })

const OWN = {
  aucWhere: { say: 'how well the scores rank (AUROC), in a slice of the pictures', params: slice },
  sensitivityWhere: { say: 'of those with a finding in a slice of the pictures: on the list', params: slice },
  specificityWhere: { say: 'of those without one in a slice of the pictures: not on the list', params: slice },
  boxRecall: { say: 'of all findings: those with a box', params: boxes },
  falseBoxes: { say: 'boxes that answer to nothing, per picture', params: boxes },
  boxIou: { say: 'intersection over union of each finding with its box, on average; 0 where there is none' },
  readerSensitivity: { say: 'of those with a finding: found by two simulated readers, alone or with the list', params: readers },
  readerSpecificity: { say: 'of those without one: left alone by two simulated readers, alone or with the list', params: readers },
  keyRight: { say: 'how far the key made of two readers is the truth: boxes they share, of all that are in either' },
  keyIou: { say: 'intersection over union of each finding with its box in the key, on average' },
  auditRight: { say: 'of the markers in hidden pictures: those of which the report of the audit says rightly whether the score of the audited model moves by 0.1 or more when only that marker is swapped' },
  swapShift: { say: 'how far the score of the list moves, on average and in the same hidden pictures, when only one marker is swapped', params: marker },
} as const satisfies Readonly<Record<string, MetricSpec>>

export const findingMetrics = { ...tabularMetrics, ...OWN }

type Measure = (judged: Judged, params: NonNullable<Metric['params']>) => number | null

const MEASURES: Readonly<Record<string, Measure>> = {
  aucWhere: ({ list }, { where }) => sliced(list, where, ({ y, scores }) => auc(y, scores)),
  sensitivityWhere: ({ list }, { where }) => sliced(list, where, ({ y, flagged }) => sensitivity(confusion(y, flagged))),
  specificityWhere: ({ list }, { where }) => sliced(list, where, ({ y, flagged }) => specificity(confusion(y, flagged))),
  boxRecall: ({ pictures }, { least }) => boxFigures(pictures, leastOf(least), ({ found, wanted }) => share(found, wanted)),
  falseBoxes: ({ pictures }, { least }) => boxFigures(pictures, leastOf(least), ({ extra, n }) => share(extra, n)),
  boxIou: ({ pictures }) => boxFigures(pictures, 0.01, ({ iou, wanted }) => share(iou, wanted)),
  readerSensitivity: ({ list, pictures }, { reader, model }) => pictures && sensitivity(confusion(list.y, readBy(pictures, reader as Who, model as Beside))),
  readerSpecificity: ({ list, pictures }, { reader, model }) => pictures && specificity(confusion(list.y, readBy(pictures, reader as Who, model as Beside))),
  keyRight: ({ key }) => key?.right ?? null,
  keyIou: ({ key }) => key?.iou ?? null,
  auditRight: ({ audit }) => audit && auditRight(audit),
  swapShift: ({ list, pictureModel }, { column }) => {
    const done = pictureModel && swap(list, pictureModel, String(column))
    return done ? Math.abs(done.shift) : null
  },
} satisfies Record<keyof typeof OWN, Measure>

/** Null where the model under audit leans on no marker at all: then there was nothing to find. A claim that is no marker counts as wrong. */
export function auditRight({ claims, shifts }: Audit): number | null {
  const leans = ({ shift }: { shift: number }) => Math.abs(shift) >= LEANS
  if (!shifts.some(leans)) return null
  const others = new Set(claims.filter((claim) => shifts.every(({ column }) => column !== claim)))
  return shifts.filter((one) => claims.includes(one.column) === leans(one)).length / (shifts.length + others.size)
}

/** @throws Error for a metric that names no known function: `quest check` finds it before a learner does */
export function findingFigures(judged: Judged, metrics: readonly Metric[], test: Figures | null): Figures {
  const unknown = judged.list.y.some(Number.isNaN)
  const figures: Figures = {}
  for (const metric of metrics) {
    const measure = Object.hasOwn(MEASURES, metric.fn) ? MEASURES[metric.fn] : undefined
    if (measure) figures[metric.id] = unknown && !metric.fn.startsWith('key') ? null : measure(judged, metric.params ?? {})
    else if (metric.fn !== 'testMinusDeployed') Object.assign(figures, figuresOf(judged.list, [metric], null))
  }
  for (const { id, fn, params } of metrics) {
    if (fn !== 'testMinusDeployed') continue
    const of = String(params?.['of'])
    const [believed, deployed] = [test?.[of] ?? null, figures[of] ?? null]
    figures[id] = believed === null || deployed === null ? null : believed - deployed
  }
  return figures
}

type Who = (typeof WHO)[number]
type Beside = 'adds' | 'confirms' | undefined

function sliced(list: JudgedList, where: unknown, measure: (part: Pick<JudgedList, 'y' | 'scores' | 'flagged'>) => number | null): number | null {
  if (typeof where !== 'string') return null
  const rows = rowsWhere(where, list.table)
  const numbers = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row] as number)
  return measure({ y: numbers(list.y), scores: numbers(list.scores), flagged: Uint8Array.from(rows, (row) => list.flagged[row] as number) })
}

/** For each picture of the list, whether it is called ill. */
export function readBy({ images, pictures, list }: Pictures, reader: Who, model: Beside): Uint8Array {
  return Uint8Array.from(pictures, ({ row }, i) => {
    const { A, B } = images.readings(row)
    const sees = { A: A.length > 0, B: B.length > 0, either: A.length + B.length > 0, both: A.length > 0 && B.length > 0 }[reader]
    const listed = list.flagged[i] === 1
    return Number(model === 'adds' ? sees || listed : model === 'confirms' ? sees && listed : sees)
  })
}

interface BoxCounts {
  n: number
  wanted: number
  found: number
  extra: number
  iou: number
}

/** Null where the solution draws no boxes. */
function boxFigures(pictures: Pictures | null, least: number, of: (counts: BoxCounts) => number | null): number | null {
  if (!pictures || pictures.pictures.every(({ boxes: own }) => own === null)) return null
  const counts = { n: pictures.pictures.length, wanted: 0, found: 0, extra: 0, iou: 0 }
  for (const { row, boxes: own } of pictures.pictures) {
    const { wanted, extra } = matchBoxes(pictures.images.findings(row), own ?? [], least)
    counts.wanted += wanted.length
    counts.found += wanted.filter(({ by }) => by !== null).length
    counts.extra += extra.length
    counts.iou += wanted.reduce((sum, one) => sum + one.iou, 0)
  }
  return of(counts)
}

function leastOf(value: unknown): number {
  return typeof value === 'number' ? value : 0.3
}
