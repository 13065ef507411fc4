/** `image-findings`: a list made from drawn pictures, judged like any list; and by boxes, by slices, and beside two readers. */
import type { Metric } from '../../core/quest/schema.ts'
import type { PictureBox } from '../imaging/box-score.ts'
import { type DrawnImages, isDrawn } from '../imaging/drawn/pictures.ts'
import type { Decisions, Images, PortValue } from '../graph/ports.ts'
import type { Harness } from './harness.ts'
import { findingCases } from './image-findings-cases.ts'
import { findingFigures, findingMetrics } from './image-findings-figures.ts'
import { findingStory } from './image-findings-story.ts'
import { readerStudy } from './image-findings-study.ts'
import { joinHidden, type TabularSet } from './tabular-join.ts'
import { tabularRisk } from './tabular-risk.ts'
import { tabularViews } from './tabular-views.ts'

export interface FindingsSet extends TabularSet {
  images: DrawnImages
  /** By row of the list: its row among the pictures, and the boxes that the solution drew; none where it draws no boxes. */
  pictures: readonly { row: number; boxes: readonly PictureBox[] | null }[]
}

export const imageFindings: Harness<FindingsSet> = {
  id: 'image-findings',
  about: 'a list made from drawn pictures, against what the reports say; its boxes, and two readers beside it',
  judges: 'Decisions',
  generators: ['pictures.drawn'],
  metrics: findingMetrics,
  needsTruth: true,
  testFigures(result, metrics) {
    const { test, probability } = decisionsIn(result)
    return findingFigures({ list: { ...test, probability }, pictures: null, key: keyOf(decisionsIn(result)) }, metrics, null)
  },
  judgeSet(quest, hidden, result, test) {
    const images = hidden.whole as Images
    if (hidden.whole.type !== 'Images' || !isDrawn(images)) throw new TypeError(`image-findings judges drawn pictures, not ${hidden.whole.type}`)
    const decisions = decisionsIn(result)
    const joined = joinHidden(quest, hidden, decisions)
    const [rowOf, decided] = [indexOf(images.table.ids), indexOf(decisions.test.ids)]
    const pictures = joined.list.ids.map((id) => ({ row: rowOf.get(id) ?? 0, boxes: decisions.test.boxes ? (decisions.test.boxes[decided.get(id) ?? -1] ?? []) : null }))
    const set = { ...joined, images, pictures }
    return { ...set, figures: findingFigures({ list: joined.list, pictures: set, key: keyOf(decisions) }, quest.verify.metrics, test) }
  },
  whyNull: (metric, sets) => WHY_NULL[metric.fn] ?? tabularRisk.whyNull(metric, sets),
  cases: findingCases,
  views: (quest, sets) => [...readerStudy(sets), ...tabularViews(quest, sets)],
  story: (quest, sets) => findingStory(quest, sets),
}

const NO_BOXES = 'Nothing in this graph draws boxes. A Detector does.'
const NO_KEY = 'These labels do not come from two readers. Put Labels from two readers behind the pictures.'
const WHY_NULL: Readonly<Record<Metric['fn'], string>> = {
  boxRecall: NO_BOXES, boxIou: NO_BOXES, falseBoxes: NO_BOXES, keyRight: NO_KEY, keyIou: NO_KEY,
}

function keyOf({ train, test }: Decisions) {
  return train.table.label?.key ?? test.table.label?.key ?? null
}

function indexOf(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, row) => [id, row]))
}

function decisionsIn(result: PortValue): Decisions {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Decisions') throw new TypeError(`image-findings judges Decisions, not ${from.type}`)
  return from as Decisions
}
