/** For the debrief: the learner's best beside published scores and the reference, each as a solution the judge can take. */
import type { Graph, Quest, Solution } from '../core/quest/schema.ts'
import type { PortType } from '../lab/graph/ports.ts'
import { blockSpec } from '../lab/blocks/catalogue.ts'

export interface Competitor {
  id: string
  title: string
  solution: Solution
}

/** The learner first, then what the quest names under `debrief.compare`; what cannot be made into a solution is left out. */
export function competitors(quest: Quest, learner: Solution): Competitor[] {
  const others = quest.debrief.compare.flatMap((id): Competitor[] => {
    const { reference, referenceArtefacts } = quest.build
    if (id === 'reference') return [{ id, title: 'Reference', solution: { graph: reference, artefacts: referenceArtefacts } }]
    const graph = withScorer(reference, id)
    return graph ? [{ id, title: blockSpec(id)?.title ?? id, solution: { graph, artefacts: {} } }] : []
  })
  return [{ id: 'learner', title: 'Yours', solution: learner }, ...others]
}

/**
 * The reference graph with its model replaced by a ready-made score: same patients, same label, same number of calls, so
 * that only the ranking differs. Null when the score has no place in it.
 */
export function withScorer(graph: Graph, block: string): Graph | null {
  const scorer = blockSpec(block)
  const wants = scorer?.inputs[0]
  const gives = scorer?.outputs[0]
  if (!wants || !gives) return null
  // The first edge along the way to the sink that carries what the score gives, and the nearest before it that it can read.
  const model = graph.edges.find(([from]) => typeOfPort(graph, from) === gives.type)?.[0]
  const source = model && nearest(graph, nodeOf(model), wants.type)
  if (!model || !source) return null
  const id = 'scorer'
  const edges = graph.edges.map(([from, to]): [string, string] => [from === model ? `${id}.${gives.name}` : from, to])
  const nodes = [...graph.nodes, { id, block, params: {} }]
  return onlyNeeded({ nodes, edges: [...edges, [source, `${id}.${wants.name}`]] }, graph)
}

/** Output port of the type, closest upstream of a node. */
function nearest(graph: Graph, node: string, type: PortType): string | null {
  let layer = [node]
  const seen = new Set(layer)
  while (layer.length > 0) {
    const edges = graph.edges.filter(([, to]) => layer.includes(nodeOf(to)))
    const found = edges.find(([from]) => typeOfPort(graph, from) === type)
    if (found) return found[0]
    layer = edges.map(([from]) => nodeOf(from)).filter((id) => !seen.has(id))
    for (const id of layer) seen.add(id)
  }
  return null
}

/** Nodes that lead to an end of the original graph; the replaced model and what only fed it go. */
function onlyNeeded({ nodes, edges }: Graph, original: Graph): Graph {
  const sources = new Set(original.edges.map(([from]) => nodeOf(from)))
  const needed = new Set(original.nodes.map(({ id }) => id).filter((id) => !sources.has(id)))
  for (let before = -1; before !== needed.size;) {
    before = needed.size
    for (const [from, to] of edges) if (needed.has(nodeOf(to))) needed.add(nodeOf(from))
  }
  return {
    nodes: nodes.filter(({ id }) => needed.has(id)),
    edges: edges.filter(([from, to]) => needed.has(nodeOf(from)) && needed.has(nodeOf(to))),
  }
}

function typeOfPort(graph: Graph, ref: string): PortType | undefined {
  const [node = '', port] = ref.split('.')
  const block = graph.nodes.find(({ id }) => id === node)?.block
  return block === undefined ? undefined : blockSpec(block)?.outputs.find(({ name }) => name === port)?.type
}

const nodeOf = (ref: string) => ref.slice(0, ref.indexOf('.'))
