import { describe, expect, it } from 'vitest'
import questFile from '../../../quests/readmission-risk/quest.json' with { type: 'json' }
import { ruleHolds } from '../../core/logic.ts'
import type { Solution } from '../../core/quest/schema.ts'
import { practiceFacts } from './practice-facts.ts'

const solved: Solution = {
  artefacts: {},
  graph: {
    nodes: [
      { id: 'src', block: 'data.source:cohort', params: { dataset: 'practice' } },
      { id: 'label', block: 'table.label', params: { expr: 'readmit30' } },
      { id: 'lace', block: 'score.points:lace', params: {} },
      { id: 'capacity', block: 'policy.capacity', params: { share: 0.2 } },
      { id: 'out', block: 'sink.result:decisions', params: {} },
    ],
    edges: [['src.table', 'label.table'], ['label.table', 'lace.table'], ['lace.scores', 'capacity.scores'], ['capacity.decisions', 'out.decisions']],
  },
}
const ran = { ok: true, problems: [], nodes: [], metrics: { auc: 0.65 }, ms: 12 }

describe('the steps of the readmission practice', () => {
  it('all hold for the finished graph once it has run', () => {
    const facts = practiceFacts(solved, ran)
    expect(questFile.practice.map(step => ruleHolds(step.expect, facts))).toEqual(questFile.practice.map(() => true))
  })

  it('do not hold on an empty bench', () => {
    const facts = practiceFacts({ artefacts: {}, graph: { nodes: [], edges: [] } }, null)
    expect(questFile.practice.some(step => ruleHolds(step.expect, facts))).toBe(false)
  })

  it('do not take a run of another graph for a run of this one', () => {
    expect(ruleHolds(questFile.practice.at(-1)!.expect, practiceFacts(solved, null))).toBe(false)
  })

  it('read parameters by node, whatever a node is called', () => {
    const hostile: Solution = { artefacts: {}, graph: { nodes: [{ id: '__proto__', block: 'x', params: { share: 1 } }], edges: [] } }
    expect(practiceFacts(hostile, null).params['__proto__']).toEqual({ share: 1 })
    expect(({} as Record<string, unknown>)['share']).toBeUndefined()
  })
})
