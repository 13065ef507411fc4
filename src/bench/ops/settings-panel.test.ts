import { describe, expect, it } from 'vitest'
import { runningNodes } from './settings-panel.tsx'

const solution = (...blocks: string[]) => ({ graph: { nodes: blocks.map((block, i) => ({ id: `n${i}`, block, params: {} })), edges: [] }, artefacts: {} })

describe('settings on the operations bench', () => {
  it('are those of blocks that run a service and have something to set', () => {
    expect(runningNodes(solution('ml.logistic', 'policy.rank:priority', 'ops.sim:queue')).map(({ node }) => node.block)).toContain('policy.rank:priority')
    expect(runningNodes(solution('ml.logistic', 'table.features', 'a block of another version'))).toEqual([])
  })

  it('leave out a block whose settings lie beside the graph', () => {
    expect(runningNodes(solution('ops.sim:clinic'))).toEqual([])
  })
})
