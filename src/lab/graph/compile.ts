/**
 * From the graph a learner drew to an order of work. Nothing is run here. Every problem points at its node and says how to
 * mend it; what is sound beside a problem can still be run.
 */
import type { Graph, GraphNode } from '../../core/quest/schema.ts'
import type { RunProblem } from '../../core/verdict.ts'
import { blockSpec } from '../blocks/catalogue.ts'
import type { BlockSpec } from './block.ts'
import { readParams } from './compile-params.ts'
import { typesJoin } from './join.ts'

/** Where an input comes from. */
export interface Feed {
  node: string
  port: string
}

export interface CompiledNode {
  id: string
  spec: BlockSpec
  /** Checked against the block's schema, defaults filled in. */
  params: Record<string, unknown>
  /** By input port. */
  feeds: ReadonlyMap<string, Feed>
}

export interface CompileRules {
  /** Blocks the quest offers; all when left out. */
  palette?: readonly string[]
  /** Most nodes. */
  limit?: number
  /** Nodes that must stay, with block and parameters as given here. */
  locked?: readonly GraphNode[]
  /** Only what leads to a sink matters: the judge's view. Left-over blocks are then neither run nor complained about. */
  sinkOnly?: boolean
}

export interface Compiled {
  /** Nodes that can be run, each after those it needs. */
  order: CompiledNode[]
  problems: RunProblem[]
  /** The node whose input is the result, when there is exactly one. */
  sink: string | null
}

export function compile(graph: Graph, rules: CompileRules = {}): Compiled {
  const problems: RunProblem[] = []
  if (rules.limit !== undefined && graph.nodes.length > rules.limit) {
    problems.push({ code: 'too-many-nodes', say: `There are ${graph.nodes.length} blocks on the bench; this quest allows ${rules.limit}. Take some away.` })
    return { order: [], problems, sink: null }
  }
  const draft = new Draft(graph, problems)
  draft.readNodes(rules.palette)
  draft.readEdges()
  checkLocked(graph, rules.locked ?? [], problems)
  const sink = draft.findSink()
  const wanted = rules.sinkOnly ? draft.upstreamOf(sink) : draft.attached()
  if (rules.sinkOnly) keepProblemsOf(wanted, problems)
  draft.checkInputs(wanted)
  const order = draft.order(wanted)
  return { order, problems, sink }
}

/** Problems of blocks that lead nowhere are no reason to refuse a list. */
function keepProblemsOf(wanted: ReadonlySet<string>, problems: RunProblem[]): void {
  const kept = problems.filter(({ node, code }) => node === undefined || wanted.has(node) || code === 'locked')
  problems.splice(0, problems.length, ...kept)
}

interface Part extends CompiledNode {
  feeds: Map<string, Feed>
  broken: boolean
}

class Draft {
  private readonly graph: Graph
  private readonly problems: RunProblem[]
  private readonly parts = new Map<string, Part>()
  private readonly seen = new Set<string>()

  constructor(graph: Graph, problems: RunProblem[]) {
    this.graph = graph
    this.problems = problems
  }

  readNodes(palette: readonly string[] | undefined): void {
    for (const node of this.graph.nodes) {
      const spec = blockSpec(node.block)
      const say = this.refuseNode(node, spec, palette)
      this.seen.add(node.id)
      if (say) this.problems.push({ node: node.id, ...say })
      if (!spec || say?.code === 'same-id') continue
      const { params, problems } = readParams(spec, node.params)
      for (const problem of problems) this.problems.push({ node: node.id, code: 'bad-params', say: problem })
      this.parts.set(node.id, { id: node.id, spec, params, feeds: new Map(), broken: say !== null || problems.length > 0 })
    }
  }

  private refuseNode(node: GraphNode, spec: BlockSpec | undefined, palette: readonly string[] | undefined): { code: string; say: string } | null {
    if (this.seen.has(node.id)) return { code: 'same-id', say: `Two blocks are called "${node.id}". Give one of them another name.` }
    if (!spec) return { code: 'unknown-block', say: `There is no block "${node.block}". Take it away, or choose one from the palette.` }
    if (palette && !palette.includes(spec.id)) {
      return { code: 'not-in-palette', say: `${spec.title} is not offered in this quest. Take it away, or choose one from the palette.` }
    }
    return null
  }

  readEdges(): void {
    for (const [from, to] of this.graph.edges) {
      const source = splitRef(from)
      const target = splitRef(to)
      const problem = this.refuseEdge(source, target)
      if (problem) this.problems.push(problem)
      else this.parts.get(target.node)?.feeds.set(target.port, source)
    }
  }

  private refuseEdge(source: Feed, target: Feed): RunProblem | null {
    const [giver, taker] = [this.parts.get(source.node), this.parts.get(target.node)]
    if (!giver || !taker) {
      const end = giver ? target : source
      // A node that is there but could not be read has its own problem already.
      if (this.seen.has(end.node)) return null
      const node = giver ?? taker
      return { ...(node ? { node: node.id } : {}), code: 'loose-edge', say: `A wire ends at "${end.node}", and there is no such block. Take the wire away.` }
    }
    const output = giver.spec.outputs.find(({ name }) => name === source.port)
    const input = taker.spec.inputs.find(({ name }) => name === target.port)
    if (!output) return this.wrongPort(giver, source.port, 'output', giver.spec.outputs)
    if (!input) return this.wrongPort(taker, target.port, 'input', taker.spec.inputs)
    const at = { node: taker.id, port: input.name }
    const clash = typesJoin(output.type, input)
    if (clash) return { ...at, code: 'wrong-type', say: `${giver.spec.title} does not fit ${taker.spec.title}: ${clash}` }
    if (taker.feeds.has(input.name)) {
      return { ...at, code: 'two-edges', say: `Two wires end at "${input.label}" of ${taker.spec.title}. Take one of them away.` }
    }
    return null
  }

  private wrongPort(part: Part, port: string, side: 'input' | 'output', ports: readonly { name: string }[]): RunProblem {
    const known = ports.length > 0 ? `It has ${ports.map(({ name }) => `"${name}"`).join(', ')}` : `It has no ${side} at all`
    return { node: part.id, port, code: 'unknown-port', say: `${part.spec.title} has no ${side} "${port}". ${known}.` }
  }

  findSink(): string | null {
    const sinks = [...this.parts.values()].filter(({ spec }) => spec.family === 'sink')
    if (sinks.length === 1) return sinks[0]?.id ?? null
    this.problems.push(sinks.length === 0
      ? { code: 'no-sink', say: 'Nothing comes out yet: put a block of the family "Result" on the bench and join your work to it.' }
      : { node: sinks[1]?.id ?? '', code: 'two-sinks', say: 'There are two results on the bench, and only one can be followed. Take one away.' })
    return null
  }

  /** The node itself and all it draws from. */
  upstreamOf(start: string | null): Set<string> {
    const found = new Set<string>()
    const open = start === null ? [] : [start]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue
      found.add(id)
      for (const { node } of this.parts.get(id)?.feeds.values() ?? []) open.push(node)
    }
    return found
  }

  /** All but blocks that lie about with no wire at all; sources and sinks always count. */
  attached(): Set<string> {
    const wired = new Set(this.graph.edges.flatMap(([from, to]) => [splitRef(from).node, splitRef(to).node]))
    const counts = ({ id, spec }: Part) => wired.has(id) || spec.family === 'sink' || spec.inputs.length === 0
    return new Set([...this.parts.values()].filter(counts).map(({ id }) => id))
  }

  checkInputs(wanted: ReadonlySet<string>): void {
    for (const id of wanted) {
      const part = this.parts.get(id)
      for (const input of part?.spec.inputs ?? []) {
        if (!part || input.optional || part.feeds.has(input.name)) continue
        part.broken = true
        const wants = input.type === 'Any' ? 'something' : `"${input.label}"`
        this.problems.push({ node: id, port: input.name, code: 'missing-input', say: `${part.spec.title} is waiting for ${wants}: draw a wire to it.` })
      }
    }
  }

  /** Depth-first from each node; nodes in a circle, broken ones and all that hang on them are left out. */
  order(wanted: ReadonlySet<string>): CompiledNode[] {
    const done = new Map<string, boolean>()
    const path = new Set<string>()
    const order: CompiledNode[] = []
    const place = (id: string): boolean => {
      const known = done.get(id)
      if (known !== undefined) return known
      if (path.has(id)) {
        this.problems.push({ node: id, code: 'cycle', say: 'These blocks feed each other in a circle, so none can start. Take one wire of the circle away.' })
        return false
      }
      path.add(id)
      const part = this.parts.get(id)
      const fed = [...(part?.feeds.values() ?? [])].map(({ node }) => place(node)).every(Boolean)
      path.delete(id)
      const sound = part !== undefined && !part.broken && fed
      done.set(id, sound)
      if (sound) order.push(part)
      return sound
    }
    for (const id of wanted) place(id)
    return order
  }
}

function splitRef(ref: string): Feed {
  const [node = '', port = ''] = ref.split('.')
  return { node, port }
}

function checkLocked(graph: Graph, locked: readonly GraphNode[], problems: RunProblem[]): void {
  for (const wanted of locked) {
    const found = graph.nodes.find(({ id }) => id === wanted.id)
    const title = blockSpec(wanted.block)?.title ?? wanted.block
    if (!found || found.block !== wanted.block) {
      problems.push({ ...(found ? { node: found.id } : {}), code: 'locked', say: `"${title}" belongs to this quest and has to stay on the bench as "${wanted.id}".` })
    } else if (!sameParams(found, wanted)) {
      problems.push({ node: found.id, code: 'locked', say: `The settings of "${title}" are fixed in this quest. Set them back to how they were.` })
    }
  }
}

/** With defaults filled in, so that leaving a value out and writing its default are the same. */
function sameParams(a: GraphNode, b: GraphNode): boolean {
  const spec = blockSpec(a.block)
  if (!spec) return false
  return JSON.stringify(readParams(spec, a.params).params) === JSON.stringify(readParams(spec, b.params).params)
}
