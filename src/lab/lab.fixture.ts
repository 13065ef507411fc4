/** What the lab's tests share: the shipped readmission quest, a clock that stands still, small graphs in a few words. */
import { readFileSync } from 'node:fs'
import type { Graph, Json, Quest as QuestShape, Solution } from '../core/quest/schema.ts'
import { Quest } from '../core/quest/schema.ts'
import type { NodeReport } from '../core/verdict.ts'
import type { RunContext } from './graph/block.ts'
import { NodeProblem } from './graph/problem.ts'
import type { Table } from './graph/ports.ts'
import { readmission } from './data/readmission.ts'

export const readmissionQuest: QuestShape = Quest.parse(
  JSON.parse(readFileSync(new URL('../../quests/readmission-risk/quest.json', import.meta.url), 'utf8')),
)

export const still = { now: () => 0 }

export function solutionWith(graph: Graph): Solution {
  return { graph, artefacts: {} }
}

/** Nodes as "id: block" with parameters, edges as "a.x > b.y". */
export function graphOf(nodes: Record<string, [block: string, params?: Record<string, Json>]>, edges: string[]): Graph {
  return {
    nodes: Object.entries(nodes).map(([id, [block, params = {}]]) => ({ id, block, params })),
    edges: edges.map((edge): [string, string] => edge.split(' > ') as [string, string]),
  }
}

/** The reference with some nodes' parameters changed. */
export function referenceWith(changes: Record<string, Record<string, Json>>): Graph {
  const { nodes, edges } = readmissionQuest.build.reference
  return { nodes: nodes.map((node) => ({ ...node, params: { ...node.params, ...changes[node.id] } })), edges }
}

/** Calls a block by itself. Problems come out as NodeProblem. */
export function contextWith(params: Record<string, unknown>, more: Partial<RunContext> = {}): RunContext {
  return {
    set: 'test', applying: false, params, viewAt: 'discharge', artefacts: {}, tick: () => {},
    cases: () => {
      throw new Error('this block asks for no cases')
    },
    problem: (say, code) => {
      throw new NodeProblem(say, code)
    },
    ...more,
  }
}

export function cohort(n: number, seed = 'lab-test'): Table {
  return readmission.generate(seed, { n })
}

/** A table of numbers and words, written by hand. */
export function tableOf(columns: Record<string, number[] | string[]>): Table {
  const rows = Object.values(columns)[0]?.length ?? 0
  return {
    type: 'Table',
    ids: Array.from({ length: rows }, (_, i) => `r${i}`),
    meta: Object.entries(columns).map(([name, values]) => ({ name, label: name, kind: typeof values[0] === 'string' ? 'category' : 'number', availableAt: 'discharge' })),
    columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [
      name,
      typeof values[0] === 'string' ? { kind: 'category', values: values as string[] } : { kind: 'number', values: Float64Array.from(values as number[]) },
    ])),
  }
}

export function nodeIn(nodes: readonly NodeReport[], id: string): NodeReport {
  const found = nodes.find(({ node }) => node === id)
  if (!found) throw new Error(`no report of node "${id}"`)
  return found
}
