/** What the results panel shows after a run, tab by tab. Pure. */
import type { Graph } from '../../core/quest/schema.ts'
import type { NodeReport, RunReport, View } from '../../core/verdict.ts'
import { topologicalOrder } from './graph-order.ts'

export type EntryId = View['view'] | 'head'

export interface Entry {
  id: EntryId
  title: string
  /** A view block of the learner's pins its picture in front. */
  pinned: boolean
  /** Node and picture, further down the pipeline last. */
  views: { node: string; view: View }[]
  /** For "head": the nodes to read. */
  nodes: NodeReport[]
}

const TITLES: Record<EntryId, string> = {
  people: 'A hundred people',
  replay: 'Play',
  exhibits: 'Shown',
  roc: 'Ranking',
  calibration: 'Calibration',
  timeline: 'Timeline',
  groups: 'Groups',
  coefficients: 'What it leans on',
  confusion: 'On the list, or not',
  distribution: 'Spread',
  categories: 'Words',
  bars: 'Bars',
  lines: 'Over time',
  meters: 'Meters',
  rows: 'Lists',
  head: 'Rows',
}

const ORDER = Object.keys(TITLES) as EntryId[]

/**
 * The same tabs whatever is selected: each shows the selected node where that has such a picture, else the block furthest
 * down that has one (a spread: the first). Pinned ones come first.
 */
export function entriesOf(report: RunReport, graph: Graph, selected: string | null): Entry[] {
  const rank = new Map(topologicalOrder(graph).map((node, i) => [node.id, i]))
  const nodes = report.nodes.filter((node) => rank.has(node.node)).sort((a, b) => (rank.get(a.node) ?? 0) - (rank.get(b.node) ?? 0))
  const chosen = nodes.filter((node) => node.node === selected)
  const pins = nodes.filter((node) => isPin(node) && node.views.length > 0)
  const entries = ORDER.flatMap((id): Entry[] => {
    const pinned = pins.flatMap((node) => node.views.filter((view) => view.view === id).map((view) => ({ node: node.node, view })))
    if (id === 'head') return nodes.length > 0 ? [{ id, title: TITLES[id], pinned: false, views: [], nodes: chosen.length > 0 ? chosen : nodes }] : []
    const showing = (candidates: NodeReport[]) => candidates.filter((node) => !isPin(node) && node.views.some((view) => view.view === id))
    const own = showing(chosen)[0] ?? (id === 'distribution' || id === 'categories' ? showing(nodes)[0] : showing(nodes).at(-1))
    const views = pinned.length > 0 ? pinned : (own?.views ?? []).filter((view) => view.view === id).map((view) => ({ node: own?.node ?? '', view }))
    return views.length > 0 ? [{ id, title: titleOf(id, views), pinned: pinned.length > 0, views, nodes: [] }] : []
  })
  return [...entries.filter((entry) => entry.pinned), ...entries.filter((entry) => !entry.pinned)]
}

/** Things shown are called what they are where they are all of one kind. */
function titleOf(id: EntryId, views: Entry['views']): string {
  const shown = views.flatMap(({ view }) => (view.view === 'exhibits' ? view.exhibits : []))
  const all = (wanted: string) => shown.length > 0 && shown.every(({ kind }) => kind === wanted)
  if (all('picture')) return 'Pictures'
  return all('trace') ? 'Strips' : TITLES[id]
}

function isPin(node: NodeReport): boolean {
  return node.block.startsWith('inspect.view:')
}

/** The same, short enough for a block on the canvas. */
export function sizeOnBlock(report: NodeReport): string | null {
  return sizeWords(report)?.replace(' × ', ' · ').replace(/ column(s?)$/, ' col$1') ?? null
}

/** "3,000 rows × 26 columns" */
export function sizeWords(report: NodeReport): string | null {
  const part = (n: number | null, one: string, many: string) => (n === null ? null : `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`)
  const parts = [part(report.rows, 'row', 'rows'), part(report.columns, 'column', 'columns')].filter((p) => p !== null)
  return parts.length > 0 ? parts.join(' × ') : null
}
