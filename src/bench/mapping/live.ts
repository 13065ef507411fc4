/** What the map does to the messages on show, worked out at once and without the judge: a preview, not a verdict. */
import type { MapRow, MapTable } from '../../core/artefacts/map-table.ts'
import type { Graph, Quest } from '../../core/quest/schema.ts'
import { feedOf, type FeedParams } from '../../lab/interop/feed/feed.ts'
import type { FeedMessage } from '../../lab/interop/feed/feed-message.ts'
import { DIALECTS } from '../../lab/interop/feed/senders.ts'
import { compareResource, type FieldDiff } from '../../lab/interop/fhir/compare.ts'
import { Portal } from '../../lab/interop/fhir/portal.ts'
import type { Resource } from '../../lab/interop/fhir/resource.ts'
import { writtenPath } from '../../lab/interop/fhir/shapes.ts'
import { type Finding, validateShape } from '../../lab/interop/fhir/validate.ts'
import { compileMap, type RowProblem } from '../../lab/interop/map/compile-map.ts'
import { mapMessage } from '../../lab/interop/map/map-message.ts'
import { type Message, parseMessage } from '../../lab/interop/v2/message.ts'

/** Enough to see every habit of the senders, few enough to be worked out between two keys. */
const SHOWN = 60

export interface Sample extends FeedMessage {
  /** As the solution reads it, escape signs read or not. */
  message: Message
  /** With its escape signs read, as the gate and the desk of questions see it. */
  plain: Message
  compared: boolean
}

/** The visible messages that the source block of this solution names. */
export function samplesOf({ data }: Quest, graph: Graph): Sample[] {
  const source = graph.nodes.find(({ block }) => block === 'data.source:v2')
  const set = data.sets[String(source?.params['dataset'] ?? 'train')]
  if (!set) return []
  const { n = 120, defectRate = 0.1, dialects = DIALECTS } = set.params as Partial<FeedParams>
  const unescape = graph.nodes.find(({ block }) => block === 'v2.parse')?.params['unescape'] !== false
  const key = JSON.stringify([set.seed, n, defectRate, dialects])
  const feed = feeds.get(key) ?? feedOf(set.seed, { n, defectRate, dialects }).slice(0, SHOWN)
  feeds.set(key, feed)
  return feed.map((one) => ({ ...one, message: parseMessage(one.raw, { unescape }), plain: parseMessage(one.raw), compared: one.defect === null }))
}

/** The same visible messages for every stage and every visit: made once. */
const feeds = new Map<string, FeedMessage[]>()

export interface ResourceView {
  id: string
  type: string
  diffs: readonly FieldDiff[]
  /** Rows that fill an element, by its path. */
  rows: ReadonlyMap<string, string>
}

/** One of those on show, with what the map makes of it. */
export interface Shown {
  /** Nobody compares one that must not get in, or that nobody has looked at yet. */
  sample: { id: string; title: string; defect: string | null; compared: boolean }
  views: readonly ResourceView[]
  wrong: number
}

export interface LiveMessage extends Shown {
  sample: Sample
  /** As it would be asked by the gate. */
  resources: readonly Resource[]
  invalid: readonly Finding[]
}

export interface Live<One extends Shown = LiveMessage> {
  messages: readonly One[]
  problems: readonly RowProblem[]
  /** How often an element is wrong, most often first; places in lists are left out of the path. */
  wrongPaths: readonly { path: string; n: number }[]
  /** Values without an entry: row -> value -> times. */
  unmapped: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Values that a row's pattern does not fit. */
  unfit: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export function liveOf(samples: readonly Sample[], table: MapTable): Live {
  const map = compileMap(table)
  const portal = new Portal()
  const unmapped = new Map<string, Map<string, number>>()
  const unfit = new Map<string, Map<string, number>>()
  const wrongPaths = new Map<string, number>()
  const messages = samples.map((sample): LiveMessage => {
    const mapped = mapMessage(map, sample.message)
    for (const { row, value, unfit: odd } of mapped.unmapped) {
      const list = odd ? unfit : unmapped
      const values = list.get(row) ?? new Map<string, number>()
      values.set(value, (values.get(value) ?? 0) + 1)
      list.set(row, values)
    }
    const resources = mapped.changes.map((change) => portal.preview(change))
    // What must not get in is shown, and forgotten: it would blur everything after it.
    if (!sample.defect) for (const change of mapped.changes) portal.take(change)
    const views = mapped.changes.map((change, i): ResourceView => {
      const wanted = sample.wanted.find(({ resourceType, id }) => resourceType === change.type && id === change.id)
      const now = sample.defect ? resources[i] : portal.get(change)
      const rows = new Map(change.edits.map((edit) => [writtenPath(edit.path), edit.row]))
      return { id: change.id, type: change.type, rows, diffs: wanted ? compareResource(wanted, now) : shown(now) }
    })
    const wrong = views.flatMap(({ diffs }) => diffs).filter(({ ok }) => !ok)
    for (const { path } of wrong) wrongPaths.set(path, (wrongPaths.get(path) ?? 0) + 1)
    return { sample, views, resources, invalid: resources.flatMap(validateShape), wrong: wrong.length }
  })
  return { messages, problems: map.problems, unmapped, unfit, wrongPaths: [...wrongPaths].map(([path, n]) => ({ path, n })).sort((a, b) => b.n - a.n) }
}

/** What a row reads before its pattern, its map and its change, the commonest first. */
export function valuesRead(samples: readonly Sample[], { extract: _part, valueMap: _map, ...row }: MapRow): [value: string, times: number][] {
  const map = compileMap({ rows: [{ ...row, transform: 'text' }], updates: { empty: 'keep', quotes: 'keep' } })
  const values = new Map<string, number>()
  for (const { message } of samples) for (const { edits } of mapMessage(map, message).changes) for (const edit of edits) if ('set' in edit) values.set(String(edit.set), (values.get(String(edit.set)) ?? 0) + 1)
  return [...values].sort((a, b) => b[1] - a[1])
}

/** A resource nobody compares: everything counts as right. */
function shown(resource: Resource | undefined): FieldDiff[] {
  return resource ? compareResource(resource, resource) : []
}

/** "Patient.name.family" as a row may write it, with every place in a list spelt out. */
export function samePath(written: string, path: string): boolean {
  const bare = (text: string): string => text.trim().replaceAll('[0]', '')
  return bare(written) === bare(path)
}
