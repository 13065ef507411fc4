/** A small catalogue of blocks for tests of the bench: the shapes of the real one, none of its work. */
import { z } from 'zod'
import type { Graph } from '../../src/core/quest/schema.ts'
import type { BlockSpec } from '../../src/lab/graph/block.ts'

const none = z.object({})

export const SPECS: BlockSpec[] = [
  {
    id: 'data.source:cohort', family: 'source', title: 'Discharges', summary: 'One row for each discharge, with every column the data office owns.',
    inputs: [], outputs: [{ name: 'table', label: 'Table', type: 'Table' }], params: none,
  },
  {
    id: 'table.label', family: 'table', title: 'Label', summary: 'Says what counts as a return.',
    inputs: [{ name: 'table', label: 'Table', type: 'Table' }], outputs: [{ name: 'table', label: 'Table', type: 'Table' }],
    params: z.object({ expr: z.string().max(400).default('readmit30').meta({ title: 'What counts', description: 'A column or a comparison.' }) }),
  },
  {
    id: 'ml.split', family: 'model', title: 'Split', summary: 'Sets some patients aside for the test.',
    inputs: [{ name: 'table', label: 'Table', type: 'Table' }], outputs: [{ name: 'split', label: 'Split', type: 'Split' }],
    params: z.object({
      method: z.enum(['random-rows', 'grouped', 'temporal', 'grouped-temporal']).default('random-rows').meta({ title: 'How to split' }),
      testShare: z.number().min(0.1).max(0.5).default(0.25).meta({ title: 'Share kept for the test' }),
    }),
  },
  {
    id: 'table.features', family: 'table', title: 'Features', summary: 'Chooses what the model may look at.',
    inputs: [{ name: 'split', label: 'Split', type: 'Split' }], outputs: [{ name: 'matrix', label: 'Matrix', type: 'Matrix' }],
    params: z.object({ columns: z.array(z.string()).max(64).default([]).meta({ title: 'Columns', description: 'What the model may look at.' }) }),
  },
  {
    id: 'ml.logistic', family: 'model', title: 'Logistic model', summary: 'Weighs each column and adds up.',
    inputs: [{ name: 'train', label: 'Matrix', type: 'Matrix' }], outputs: [{ name: 'scores', label: 'Scores', type: 'Scores' }],
    params: z.object({ l2: z.number().min(0).max(100).default(1).meta({ title: 'Caution (L2)', description: 'Higher holds the weights closer to zero.' }) }),
  },
  {
    id: 'score.points:lace', family: 'score', title: 'LACE score', summary: 'Adds up points a nurse can count.',
    inputs: [{ name: 'table', label: 'Table', type: 'Table' }], outputs: [{ name: 'scores', label: 'Scores', type: 'Scores' }], params: none,
  },
  {
    id: 'policy.capacity', family: 'decide', title: 'Capacity', summary: 'Takes the highest scores and stops when the nurses are full.',
    inputs: [{ name: 'scores', label: 'Scores', type: 'Scores' }], outputs: [{ name: 'decisions', label: 'Decisions', type: 'Decisions' }],
    params: z.object({ share: z.number().min(0.01).max(1).default(0.2).meta({ title: 'Share to follow up' }) }),
  },
  {
    id: 'inspect.view:roc', family: 'view', title: 'ROC view', summary: 'Shows how well the scores rank.',
    inputs: [{ name: 'scores', label: 'Anything', type: 'Any', accepts: ['Scores', 'Decisions'] }], outputs: [], params: none,
  },
  {
    id: 'sink.result:decisions', family: 'sink', title: 'The nurses’ list', summary: 'What the ward receives.',
    inputs: [{ name: 'decisions', label: 'Decisions', type: 'Decisions' }], outputs: [{ name: 'result', label: 'Result', type: 'Result' }], params: none,
  },
]

export const START: Graph = {
  nodes: [
    { id: 'src', block: 'data.source:cohort', params: {}, at: [0, 0] },
    { id: 'label', block: 'table.label', params: { expr: 'readmit30' }, at: [1, 0] },
    { id: 'split', block: 'ml.split', params: { method: 'random-rows', testShare: 0.25 }, at: [2, 0] },
    { id: 'out', block: 'sink.result:decisions', params: {}, at: [5, 0] },
  ],
  edges: [['src.table', 'label.table'], ['label.table', 'split.table']],
}
