/** `image-findings`: a list made from drawn pictures, judged like any list; and by boxes, by slices, and beside two readers. */
import type { Metric } from '../../core/quest/schema.ts'
import type { PictureBox } from '../imaging/box-score.ts'
import { type DrawnImages, isDrawn } from '../imaging/drawn/pictures.ts'
import type { AskedOfPictures, Audit, Decisions, Images, PortValue } from '../graph/ports.ts'
import type { Harness } from './harness.ts'
import { findingCases } from './image-findings-cases.ts'
import { findingFigures, findingMetrics } from './image-findings-figures.ts'
import { auditTable } from './image-findings-audit.ts'
import { findingStory } from './image-findings-story.ts'
import { readerStudy } from './image-findings-study.ts'
import { joinHidden, type TabularSet } from './tabular-join.ts'
import { tabularRisk } from './tabular-risk.ts'
import { tabularViews } from './tabular-views.ts'

export interface FindingsSet extends TabularSet {
  images: DrawnImages
  /** By row of the list: its row among the pictures, and the boxes that the solution drew; none where it draws no boxes. */
  pictures: readonly { row: number; boxes: readonly PictureBox[] | null }[]
  /** What was said of the model under audit, and what was measured of it on these pictures. */
  audit: Audit | null
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
    return findingFigures({ list: { ...test, probability }, pictures: null, key: keyOf(decisionsIn(result)), audit: null, pictureModel: null }, metrics, null)
  },
  judgeSet(quest, hidden, result, test) {
    const images = hidden.whole as Images
    if (hidden.whole.type !== 'Images' || !isDrawn(images)) throw new TypeError(`image-findings judges drawn pictures, not ${hidden.whole.type}`)
    const decisions = decisionsIn(result)
    const joined = joinHidden(quest, hidden, decisions)
    const [rowOf, decided] = [indexOf(images.table.ids), indexOf(decisions.test.ids)]
    const pictures = joined.list.ids.map((id) => ({ row: rowOf.get(id) ?? 0, boxes: decisions.test.boxes ? (decisions.test.boxes[decided.get(id) ?? -1] ?? []) : null }))
    const set = { ...joined, images, pictures, audit: decisions.audit ?? null }
    return { ...set, figures: findingFigures({ list: joined.list, pictures: set, key: keyOf(decisions), audit: decisions.audit ?? null, pictureModel: asked(decisions, joined) }, quest.verify.metrics, test) }
  },
  whyNull: (metric, sets) => WHY_NULL[metric.fn] ?? tabularRisk.whyNull(metric, sets),
  cases: findingCases,
  views: (quest, sets) => [...readerStudy(sets), ...auditTable(quest, sets), ...tabularViews(quest, sets)],
  story: (quest, sets) => findingStory(quest, sets),
}

const NO_BOXES = 'Nothing in this graph draws boxes. A Detector does.'
const NO_KEY = 'These labels do not come from two readers. Put Labels from two readers behind the pictures.'
const WHY_NULL: Readonly<Record<Metric['fn'], string>> = {
  boxRecall: NO_BOXES, boxIou: NO_BOXES, falseBoxes: NO_BOXES, keyRight: NO_KEY, keyIou: NO_KEY,
  auditRight: 'The report of the audit is missing, or the model under audit leans on no marker. Connect the model that was handed over.',
  swapShift: 'The list was not made from pictures whose marker can be swapped, or some of them were left out.',
}

/** Only where every hidden picture was scored, in its place: else nobody could say which score belongs to which picture. */
function asked({ pictures, test }: Decisions, { list }: Pick<TabularSet, 'list'>): AskedOfPictures | null {
  return pictures && list.ids.length === test.ids.length && list.ids.every((id, row) => id === test.ids[row]) ? pictures : null
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
