/** Where nodes stand: bench places (column, row) to pixels and back, and a tidy layout by dagre. */
import { graphlib, layout as runDagre } from '@dagrejs/dagre'
import type { Graph } from '../../core/quest/schema.ts'
import { addressOf } from './graph-order.ts'

/** Pixels from one column or row to the next, and the size of a node before it has been measured. */
export const COLUMN_WIDTH = 194
export const ROW_HEIGHT = 132
export const NODE_WIDTH = 160
export const NODE_HEIGHT = 116

/** Everything in view, text never larger than life and never too small to read: a long pipeline is panned instead. */
export const FIT = { padding: 0.04, maxZoom: 1, minZoom: 0.52 }

/** What "Show all blocks" promises, however small they become. */
export const SHOW_ALL = { ...FIT, minZoom: 0.3 }

/** Pixels: the small map with its margin stands below on the right; and what stays free beside the first block. */
const MAP_STRIP = 104
const EDGE = 14

export interface Standing { x: number; y: number; width: number; height: number }

/**
 * Where a pipeline that is too long to be read whole begins: at its first block, not in its middle with both ends cut off,
 * and above the small map while there is room. Null when all of it fits. `room` and `blocks` in pixels.
 */
export function firstView(blocks: readonly Standing[], room: { width: number; height: number }): { x: number; y: number; zoom: number } | null {
  if (blocks.length === 0) return null
  const zoom = FIT.minZoom
  const [left, top] = [Math.min(...blocks.map(({ x }) => x)), Math.min(...blocks.map(({ y }) => y))]
  const right = Math.max(...blocks.map(({ x, width }) => x + width))
  const bottom = Math.max(...blocks.map(({ y, height }) => y + height))
  if ((right - left) * zoom <= room.width * (1 - FIT.padding)) return null
  const spare = room.height - MAP_STRIP - (bottom - top) * zoom
  return { x: EDGE - left * zoom, y: Math.max(EDGE, spare / 2) - top * zoom, zoom }
}

export function toPixels([column, row]: readonly [number, number]): { x: number; y: number } {
  return { x: column * COLUMN_WIDTH, y: row * ROW_HEIGHT }
}

export function toPlace({ x, y }: { x: number; y: number }): [number, number] {
  return [Math.round((x / COLUMN_WIDTH) * 100) / 100, Math.round((y / ROW_HEIGHT) * 100) / 100]
}

/** Places of all nodes, left to right along the flow, with no two over each other. `heights` in pixels, as measured. */
export function tidyPlaces(graph: Graph, heights: ReadonlyMap<string, number> = new Map()): Map<string, [number, number]> {
  const g = new graphlib.Graph()
  g.setGraph({ rankdir: 'LR', ranksep: COLUMN_WIDTH - NODE_WIDTH, nodesep: 36 })
  g.setDefaultEdgeLabel(() => ({}))
  for (const node of graph.nodes) g.setNode(node.id, { width: NODE_WIDTH, height: heights.get(node.id) ?? NODE_HEIGHT })
  for (const [from, to] of graph.edges) g.setEdge(addressOf(from).node, addressOf(to).node)
  runDagre(g)
  return new Map(graph.nodes.map((node) => {
    const { x = 0, y = 0, height } = g.node(node.id) as { x?: number; y?: number; height: number }
    return [node.id, toPlace({ x: x - NODE_WIDTH / 2, y: y - height / 2 })]
  }))
}

/** Give every node a place: a graph written by hand may leave `at` out (a reference solution does). */
export function placed(graph: Graph): Graph {
  if (graph.nodes.every((node) => node.at)) return graph
  const places = tidyPlaces(graph)
  return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, at: node.at ?? places.get(node.id) ?? [0, 0] })) }
}
