/** Who sits at this table, over which tools: what the quest says, read once and handed to every panel. */
import { createContext, use } from 'react'
import { mergePatch } from '../../core/merge-patch.ts'
import type { Graph, Quest } from '../../core/quest/schema.ts'
import { CommitteeSpec } from '../../lab/governance/committee-spec.ts'

/** The committee of the year that the graph brings in; null for a quest that was not checked. */
export function committeeOf({ data }: Quest, graph: Graph): CommitteeSpec | null {
  const dataset = graph.nodes.find(({ block }) => block === 'data.source:year')?.params['dataset'] ?? 'train'
  const read = CommitteeSpec.safeParse(mergePatch(data.params, data.sets[String(dataset)]?.params ?? {}))
  return read.success ? read.data : null
}

export const CommitteeContext = createContext<CommitteeSpec | null>(null)

/** @throws outside of a board bench */
export function useCommittee(): CommitteeSpec {
  const committee = use(CommitteeContext)
  if (!committee) throw new Error('this part belongs inside the board bench')
  return committee
}
