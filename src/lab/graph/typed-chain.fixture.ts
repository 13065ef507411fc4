/** Sound graphs of any shape, for properties: drawn backwards from a sink, each input fed by a block that gives its type. */
import fc from 'fast-check'
import type { Graph } from '../../core/quest/schema.ts'
import { allBlocks } from '../blocks/catalogue.ts'
import type { BlockSpec, PortSpec } from './block.ts'
import { typesJoin } from './join.ts'

/** Blocks that give what the input takes, with the port they give it at. */
function giversOf(input: PortSpec): { spec: BlockSpec; port: string }[] {
  return allBlocks.flatMap((spec) => spec.outputs.filter(({ type }) => typesJoin(type, input) === null).map(({ name }) => ({ spec, port: name })))
}

/** Fewest blocks in a row from a source up to this one; blocks that nothing can feed are not in it. */
const HEIGHTS: ReadonlyMap<string, number> = heights()

function heights(): Map<string, number> {
  const known = new Map<string, number>()
  for (let before = -1; known.size > before;) {
    before = known.size
    for (const { id, inputs } of allBlocks) {
      if (known.has(id)) continue
      const needed = inputs.filter(({ optional }) => !optional).map((input) => Math.min(...giversOf(input).map(({ spec }) => known.get(spec.id) ?? Number.POSITIVE_INFINITY)))
      if (needed.every(Number.isFinite)) known.set(id, 1 + Math.max(0, ...needed))
    }
  }
  return known
}

const sinks = allBlocks.filter(({ family, id }) => family === 'sink' && HEIGHTS.has(id))

/** Every input of every node has a wire of its type, one sink stands at the end, everything leads to it. */
export const typedChain: fc.Arbitrary<Graph> = fc.tuple(fc.constantFrom(...sinks), fc.integer({ min: 3, max: 9 }), fc.infiniteStream(fc.nat())).map(([sink, room, chance]) => {
  const nodes: Graph['nodes'] = []
  const edges: Graph['edges'] = []
  const pick = <T>(from: readonly T[]): T => from[(chance.next().value as number) % from.length] as T
  const grow = (spec: BlockSpec, left: number): string => {
    const id = `n${nodes.length}`
    nodes.push({ id, block: spec.id, params: {} })
    for (const input of spec.inputs) {
      if (input.optional && pick([true, false])) continue
      const givers = giversOf(input).filter((giver) => HEIGHTS.has(giver.spec.id))
      const lowest = Math.min(...givers.map((giver) => HEIGHTS.get(giver.spec.id) ?? 0))
      const fitting = givers.filter((giver) => (HEIGHTS.get(giver.spec.id) ?? 0) <= Math.max(lowest, left - 1))
      const { spec: giver, port } = pick(fitting)
      edges.push([`${grow(giver, left - 1)}.${port}`, `${id}.${input.name}`])
    }
    return id
  }
  grow(sink, room)
  return { nodes, edges }
})
