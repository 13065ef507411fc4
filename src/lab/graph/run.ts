/**
 * Runs a compiled graph. `fitGraph` learns from visible cases and keeps what each node learnt; `applyGraph` puts other cases
 * through the same nodes with nothing learnt anew.
 */
import type { Json } from '../../core/quest/schema.ts'
import type { NodeReport, Progress, RunProblem } from '../../core/verdict.ts'
import { runnerOf } from '../blocks/runners.ts'
import { artefactRead, type Block, type Inputs, type OnProgress, type Outputs, type RunContext } from './block.ts'
import type { Compiled, CompiledNode } from './compile.ts'
import type { Meter } from './meter.ts'
import type { PortValue } from './ports.ts'
import { BudgetSpent, NodeProblem } from './problem.ts'

export interface RunOptions {
  /** Name of the visible set, or of the hidden set while applying. */
  set: string
  viewAt: string
  cases: (name: string) => PortValue
  artefacts: Readonly<Record<string, Json>>
  meter: Meter
  onProgress?: OnProgress | undefined
  /** Gather what each node shows; the judge does without. */
  report?: boolean
}

interface FittedNode {
  node: CompiledNode
  block: Block
  state: unknown
}

export interface Fitted {
  nodes: FittedNode[]
  /** Outputs by node. */
  outputs: ReadonlyMap<string, Outputs>
  reports: NodeReport[]
  problems: RunProblem[]
}

/** Never throws for what a learner can mend: that is in `problems`, and nodes behind a problem are not run. */
export function fitGraph(compiled: Compiled, options: RunOptions): Fitted {
  const outputs = new Map<string, Outputs>()
  const fitted: Fitted = { nodes: [], outputs, reports: [], problems: [] }
  for (const [i, node] of compiled.order.entries()) {
    const inputs = gather(node, outputs)
    if (!inputs) continue
    const startedAt = options.meter.now()
    try {
      const block = runnerOf(node.spec.id)
      const result = block.fit(inputs, contextFor(node, options, { phase: 'fit', at: i, of: compiled.order.length, applying: false }))
      options.meter.charge(result.outputs)
      outputs.set(node.id, result.outputs)
      fitted.nodes.push({ node, block, state: result.state })
      if (options.report) fitted.reports.push(reportOf(node, block, inputs, result, options.meter.now() - startedAt))
    } catch (error) {
      if (!(error instanceof NodeProblem)) throw error
      fitted.problems.push(error.at(node.id))
      if (error instanceof BudgetSpent) break
    }
  }
  return fitted
}

/** Other cases through the same nodes. Stops at the first problem: a list with holes is no list. */
export function applyGraph(fitted: Fitted, options: RunOptions): Pick<Fitted, 'outputs' | 'problems'> {
  const outputs = new Map<string, Outputs>()
  for (const [i, { node, block, state }] of fitted.nodes.entries()) {
    const inputs = gather(node, outputs)
    if (!inputs) continue
    try {
      const context = contextFor(node, options, { phase: 'apply', at: i, of: fitted.nodes.length, applying: true })
      const given = block.apply ? block.apply(inputs, state, context) : block.fit(inputs, context).outputs
      options.meter.charge(given)
      outputs.set(node.id, given)
    } catch (error) {
      if (!(error instanceof NodeProblem)) throw error
      return { outputs, problems: [error.at(node.id)] }
    }
  }
  return { outputs, problems: [] }
}

/** Inputs by port, or null when something upstream was not run. */
function gather(node: CompiledNode, outputs: ReadonlyMap<string, Outputs>): Inputs | null {
  const inputs: Inputs = {}
  for (const [port, feed] of node.feeds) {
    const value = outputs.get(feed.node)?.[feed.port]
    if (!value) return null
    inputs[port] = value
  }
  return inputs
}

interface Place {
  phase: Progress['phase']
  at: number
  of: number
  applying: boolean
}

function contextFor(node: CompiledNode, options: RunOptions, { phase, at, of, applying }: Place): RunContext {
  const tick = (done = 0): void => {
    options.meter.tick()
    options.onProgress?.({ phase, node: node.id, done: (at + done) / of })
  }
  tick()
  return {
    set: options.set,
    applying,
    params: node.params,
    viewAt: options.viewAt,
    cases: options.cases,
    artefacts: artefactsFor(node, options.artefacts),
    tick,
    problem: (say, code) => {
      throw new NodeProblem(say, code)
    },
  }
}

/** A block sees no artefact but the one its spec names: what the catalogue says of it is then true. */
function artefactsFor({ spec, params }: CompiledNode, artefacts: RunOptions['artefacts']): RunOptions['artefacts'] {
  const name = artefactRead(spec, params)
  const found = name !== null && Object.hasOwn(artefacts, name) ? artefacts[name] : undefined
  return name === null || found === undefined ? {} : { [name]: found }
}

function reportOf(node: CompiledNode, block: Block, inputs: Inputs, { outputs, state }: { outputs: Outputs; state: unknown }, ms: number): NodeReport {
  const shown = block.report?.(inputs, outputs, state) ?? { rows: null, columns: null, facts: [], views: [] }
  return { node: node.id, block: node.spec.id, ms, ...shown }
}
