/** Blocks that find out what a model of pictures looks at, and two that keep it from looking there. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const scored = [{ name: 'scores', label: 'Scores to probe', type: 'Scores' }] as const
const column = (title: string, description: string) => z.string().min(1).max(80).default('site').meta({ title, description, control: 'column' })
const share = (title: string, otherwise: number, least = 0) => z.number().min(least).max(1).default(otherwise).meta({ title, description: 'A share of the picture, from 0 to 1.' })

export const sliceSpec = {
  id: 'probe.run:slice', family: 'check', title: 'Probe: slices',
  summary: 'How well the scores rank in each part of the pictures by itself: by site, with and without a drain.',
  inputs: scored, outputs: [],
  params: z.strictObject({ by: column('Slice by', 'A column of a few words or numbers.') }),
} as const satisfies BlockSpec

export const occlusionSpec = {
  id: 'probe.run:occlusion', family: 'check', title: 'Probe: cover a part',
  summary: 'Covers one part of the pictures after the other and looks how far the scores move.',
  inputs: scored, outputs: [],
  params: z.strictObject({ grid: z.int().min(2).max(6).default(4).meta({ title: 'Parts across and down', description: 'The picture is cut into so many parts each way.' }) }),
} as const satisfies BlockSpec

export const swapSpec = {
  id: 'probe.run:swap', family: 'check', title: 'Probe: swap a marker',
  summary: 'Shows the model the same pictures with one marker as in somebody else\'s, and looks how far the scores move.',
  inputs: scored, outputs: [],
  params: z.strictObject({ column: column('Marker', 'A column with two values that can be seen in the picture. Everything else stays as it is.') }),
} as const satisfies BlockSpec

export const auditSpec = {
  id: 'probe.report', family: 'check', title: 'Report of the audit',
  summary: 'Puts beside the list what you say that a model leans on. Verify swaps each marker and holds your word against it.',
  inputs: [{ name: 'decisions', label: 'The list', type: 'Decisions' }, { name: 'scores', label: 'Model under audit', type: 'Scores' }],
  outputs: [{ name: 'decisions', label: 'List with the report', type: 'Decisions' }],
  params: z.strictObject({
    leansOn: z.array(z.string().min(1).max(80)).max(12).default([]).meta({ title: 'It leans on', description: 'Markers that move its score although the illness stays the same. None, if you found none.', control: 'columns' }),
  }),
} as const satisfies BlockSpec

export const maskSpec = {
  id: 'img.mask', family: 'image', title: 'Cover a place',
  summary: 'Paints one place grey in every picture before anything else looks. What lies under it is lost, illness too.',
  inputs: [{ name: 'images', label: 'Pictures', type: 'Images' }], outputs: [{ name: 'images', label: 'Covered pictures', type: 'Images' }],
  params: z.strictObject({ x: share('Left edge', 0), y: share('Upper edge', 0), w: share('Width', 0.2, 0.01), h: share('Height', 0.2, 0.01) }),
} as const satisfies BlockSpec

export const balanceSpec = {
  id: 'table.rebalance', family: 'image', title: 'Balance a marker',
  summary: 'Lets each picture count for more or less while something is learnt, so that the marker is as common among the ill as among the well.',
  inputs: [{ name: 'images', label: 'Pictures', type: 'Images' }], outputs: [{ name: 'images', label: 'Weighted pictures', type: 'Images' }],
  params: z.strictObject({ by: column('Balance', 'A column of a few words or numbers. Pictures that are rare for their kind count for more.') }),
} as const satisfies BlockSpec
