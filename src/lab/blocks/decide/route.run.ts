import { asRetina } from '../../data/retina.ts'
import type { Block } from '../../graph/block.ts'
import type { Column, DecidedSet, Images, Table } from '../../graph/ports.ts'
import { columnOf, labelOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { routeSpec } from './route.ts'
import { reportScreening } from './screened.ts'

type Plan = 'home' | 'again' | 'refer'

export const route: Block = {
  ...routeSpec,
  fit(inputs, context) {
    const decisions = take(inputs, 'decisions', 'Decisions')
    const images = take(inputs, 'images', 'Images')
    if (images.subject !== 'retina' || decisions.about !== 'screening') context.problem('This block joins people who were screened with the photographs of their eyes. One of the two is something else.', 'wrong-subject')
    const routed = withUnread(decisions.test, unreadPeople(asRetina(images)), paramsOf(routeSpec, context).plan)
    // The gate knows of every photograph, those it gave up on among them.
    return { outputs: { decisions: { ...decisions, train: routed, test: routed, ...(images.work ? { work: images.work } : {}) } }, state: null }
  },
  report(_, outputs) {
    return reportScreening(take(outputs, 'decisions', 'Decisions'))
  },
}

interface Unread {
  name: string
  age: number
  sex: string
  /** What is known of the eyes that could not be read: 0, 1, NaN. */
  y: number
}

function unreadPeople(images: Images): Map<string, Unread> {
  const { table } = images
  const y = labelOf(table)
  const word = (name: string, row: number) => String(columnOf(table, name)?.values[row] ?? '')
  const found = new Map<string, Unread>()
  table.ids.forEach((_, row) => {
    const id = word('person', row)
    const before = found.get(id)
    found.set(id, { name: word('name', row), age: Number(word('age', row)), sex: word('sex', row), y: before ? Math.max(before.y, y[row] as number) : (y[row] as number) })
  })
  return found
}

/** Whoever is referred already stays referred; the others with an unread eye go where `plan` says. */
function withUnread(set: DecidedSet, unread: ReadonlyMap<string, Unread>, plan: Plan): DecidedSet {
  const known = new Set(set.ids)
  const added = [...unread].filter(([id]) => !known.has(id))
  const ids = [...set.ids, ...added.map(([id]) => id)]
  const flagged = Uint8Array.from(ids, (id, row) => (set.flagged[row] === 1 || (plan === 'refer' && unread.has(id)) ? 1 : 0))
  return {
    ids,
    flagged,
    again: Uint8Array.from(ids, (id, row) => (plan === 'again' && unread.has(id) && flagged[row] === 0 ? 1 : 0)),
    // Nobody has scored them: they stand at the bottom of every ranking.
    scores: Float64Array.from(ids, (_, row) => set.scores[row] ?? 0),
    y: Float64Array.from(ids, (id, row) => Math.max(set.y[row] ?? 0, unread.get(id)?.y ?? 0)),
    table: tableWith(set.table, ids, added),
  }
}

function tableWith(table: Table, ids: string[], added: readonly (readonly [string, Unread])[]): Table {
  const more: Readonly<Record<string, (person: Unread) => string | number>> = {
    name: ({ name }) => name, age: ({ age }) => age, sex: ({ sex }) => sex, eyes: () => 0, quality: () => Number.NaN,
  }
  const columns = Object.entries(table.columns).map(([name, column]): [string, Column] => {
    const values = added.map(([, person]) => more[name]?.(person))
    return column.kind === 'number'
      ? [name, { kind: 'number', values: Float64Array.from([...column.values, ...values.map((value) => Number(value ?? Number.NaN))]) }]
      : [name, { kind: 'category', values: [...column.values, ...values.map((value) => String(value ?? ''))] }]
  })
  return { type: 'Table', ids, meta: table.meta, columns: Object.fromEntries(columns) }
}
