/** Blocks for pictures that a quest describes itself: whose labels they carry, what of them is seen, and where something is found. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const edge = (side: string) => z.number().min(0).max(0.45).default(0).meta({ title: `${side} edge`, description: `Share of the picture that is painted grey at the ${side.toLowerCase()} edge.` })

export const mergeBoxesSpec = {
  id: 'annot.merge:boxes', family: 'image', title: 'Labels from two readers',
  summary: 'Labels each picture by what two readers drew: where you have settled it by your answer, elsewhere by a rule.',
  inputs: [{ name: 'images', label: 'Pictures', type: 'Images' }], outputs: [{ name: 'images', label: 'Labelled pictures', type: 'Images' }],
  reads: { artefact: 'annotations' },
  params: z.strictObject({
    otherwise: z.enum(['either', 'both', 'A', 'B']).default('either').meta({ title: 'Pictures nobody settled', description: 'Ill when either of them drew a box, when both did, or as reader A or B says.' }),
  }),
} as const satisfies BlockSpec

export const coverSpec = {
  id: 'img.cover', family: 'image', title: 'Cover the edges',
  summary: 'Paints the edges grey before anything else looks: nothing that stands there can be learnt from.',
  inputs: [{ name: 'images', label: 'Pictures', type: 'Images' }], outputs: [{ name: 'images', label: 'Covered pictures', type: 'Images' }],
  params: z.strictObject({ top: edge('Upper'), right: edge('Right'), bottom: edge('Lower'), left: edge('Left') }),
} as const satisfies BlockSpec

export const detectorSpec = {
  id: 'img.detector', family: 'image', title: 'Detector',
  summary: 'Moves a window over each picture and learns from the boxes which windows hold a finding: a score for each picture, and boxes.',
  inputs: [{ name: 'images', label: 'Labelled pictures', type: 'Images' }], outputs: [{ name: 'scores', label: 'Scores, with boxes', type: 'Scores' }],
  params: z.strictObject({
    window: z.number().min(0.1).max(0.5).default(0.25).meta({ title: 'Window', description: 'Side of the window, as a share of the picture: about as large as what it looks for.' }),
    cut: z.number().min(0).max(1).default(0.5).meta({ title: 'Box from', description: 'A box is drawn where the score of a window is at least this.' }),
  }),
} as const satisfies BlockSpec
