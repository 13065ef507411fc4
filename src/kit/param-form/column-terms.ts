/** Feature terms: a column, or a column seen through a function ("log1p(los)"). Pure. */

export interface ColumnChoice {
  name: string
  label: string
  kind: 'number' | 'category'
  /** When the value is written: "admission", "discharge", "discharge+21d". */
  availableAt: string
  unit?: string
  note?: string
  role?: 'truth' | 'group' | 'id'
}

export type Transform = '' | 'log1p' | 'log'

export const TRANSFORMS: { value: Transform; label: string }[] = [
  { value: '', label: 'as it is' },
  { value: 'log1p', label: 'log1p: tame a few very large values (zero allowed)' },
  { value: 'log', label: 'log: tame large values (above zero only)' },
]

/** "log1p(los)" -> { name: 'los', transform: 'log1p' }; anything else is taken as a name. */
export function parseTerm(term: string): { name: string; transform: Transform } {
  const match = /^(log1p|log)\(([^()]+)\)$/.exec(term.trim())
  return match ? { name: match[2]?.trim() ?? '', transform: match[1] as Transform } : { name: term.trim(), transform: '' }
}

export function termOf(name: string, transform: Transform): string {
  return transform === '' ? name : `${transform}(${name})`
}

export interface MomentGroup {
  availableAt: string
  title: string
  columns: ColumnChoice[]
}

/** Columns by the moment their value becomes known, earliest first. */
export function byMoment(columns: readonly ColumnChoice[]): MomentGroup[] {
  const groups = new Map<string, ColumnChoice[]>()
  for (const column of columns) groups.set(column.availableAt, [...(groups.get(column.availableAt) ?? []), column])
  return [...groups].sort(([a], [b]) => momentRank(a) - momentRank(b))
    .map(([availableAt, held]) => ({ availableAt, title: momentInWords(availableAt), columns: held }))
}

/** Where terms stand that are no column of the table: sums and comparisons of the learner's own. */
export const OWN_TERM = 'own'

const ANCHORS = ['birth', 'referral', 'arrival', 'admission', 'stay', 'discharge', 'decision']

/** Order of moments: anchors as a stay goes, then hours, days and weeks after one. Unknown anchors come last. */
export function momentRank(moment: string): number {
  const [anchor = '', offset = ''] = moment.split('+')
  const place = ANCHORS.indexOf(anchor)
  const match = /^(\d+(?:\.\d+)?)([hdw])$/.exec(offset)
  const days = match ? Number(match[1]) * ({ h: 1 / 24, d: 1, w: 7 }[match[2] as 'h' | 'd' | 'w']) : 0
  return (place < 0 ? ANCHORS.length : place) * 10_000 + days
}

/** "discharge+21d" -> "Known 21 days after discharge". */
export function momentInWords(moment: string): string {
  if (moment === OWN_TERM) return 'Your own terms'
  const [anchor = '', offset = ''] = moment.split('+')
  if (!offset) return `Known at ${anchor}`
  const match = /^(\d+(?:\.\d+)?)([hdw])$/.exec(offset)
  if (!match) return `Known at ${moment}`
  const unit = { h: 'hour', d: 'day', w: 'week' }[match[2] as 'h' | 'd' | 'w']
  return `Known ${match[1]} ${unit}${match[1] === '1' ? '' : 's'} after ${anchor}`
}

/** Replace or remove the term of one column, keeping the order of the rest. */
export function withTerm(terms: readonly string[], name: string, transform: Transform | null): string[] {
  const rest = terms.filter((term) => parseTerm(term).name !== name)
  if (transform === null) return rest
  const at = terms.findIndex((term) => parseTerm(term).name === name)
  return at < 0 ? [...rest, termOf(name, transform)] : [...rest.slice(0, at), termOf(name, transform), ...rest.slice(at)]
}
