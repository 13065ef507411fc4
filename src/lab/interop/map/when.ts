/** Conditions of a map row: `PID-3.5 = MR`, `OBX-2 in ST, TX`, `OBX-5 present`, `confidence >= 0.8`, joined by "and". */
import { readV2Path, type V2Path } from '../v2/path.ts'

export type Clause<Path = V2Path> =
  | { path: Path; test: 'in' | 'not in'; values: readonly string[] }
  | { path: Path; test: 'present' | 'absent' }
  | { path: Path; test: '<' | '<=' | '>' | '>='; than: number }
  /** Says the same as another field, or does not. */
  | { path: Path; test: 'same' | 'other'; as: Path }

export type ReadWhen<Path = V2Path> = { ok: true; clauses: readonly Clause<Path>[] } | { ok: false; say: string }

/** How one kind of source names its places. */
export interface Places<Path> {
  read(text: string): Path | null
  /** What a place is a part of: "message". */
  within: string
  /** Conditions to show: "PID-3.5 = MR, OBX-2 in ST, TX or OBX-5 present". */
  form: string
  /** A place to show. */
  example: string
}

export const V2_PLACES: Places<V2Path> = { read: readV2Path, within: 'message', form: 'PID-3.5 = MR, OBX-2 in ST, TX or OBX-5 present', example: 'PID-5.1' }

const COMPARED = /^(\S+)\s*(=|!=|<=|>=|<|>|\bin\b|\bnot in\b)\s*(.+)$/
const THERE = /^(\S+)\s+(present|absent)$/

/** An empty condition always holds. */
export function readWhen(text: string): ReadWhen {
  return readWhenOf(text, V2_PLACES)
}

/** The same over other places. */
export function readWhenOf<Path>(text: string, places: Places<Path>): ReadWhen<Path> {
  const clauses: Clause<Path>[] = []
  for (const part of text.split(/\s+and\s+/i).map((one) => one.trim())) {
    if (part === '') continue
    const clause = readClause(part, places)
    if (typeof clause === 'string') return { ok: false, say: clause }
    clauses.push(clause)
  }
  return { ok: true, clauses }
}

function readClause<Path>(part: string, places: Places<Path>): Clause<Path> | string {
  const form = `Write it like ${places.form}.`
  const there = THERE.exec(part)
  const compared = there ? null : COMPARED.exec(part)
  const written = (there ?? compared)?.[1]
  if (written === undefined) return `"${part.slice(0, 60)}" is no condition. ${form}`
  const path = places.read(written)
  if (!path) return `"${written.slice(0, 40)}" is no place in a ${places.within}. ${form}`
  if (there) return { path, test: there[2] as 'present' | 'absent' }
  const [, , sign = '=', right = ''] = compared ?? []
  if (sign === '<' || sign === '<=' || sign === '>' || sign === '>=') {
    const than = Number(right)
    return right.trim() === '' || Number.isNaN(than) ? `"${right.slice(0, 40)}" is no number. ${form}` : { path, test: sign, than }
  }
  if (right.startsWith('@')) {
    const as = places.read(right.slice(1).trim())
    return as ? { path, test: sign === '=' || sign === 'in' ? 'same' : 'other', as } : `"${right.slice(1, 41)}" is no place in a ${places.within}. ${form}`
  }
  const values = (sign === '=' || sign === '!=' ? [right] : right.split(',')).map((value) => unquoted(value.trim()))
  return { path, test: sign === '=' || sign === 'in' ? 'in' : 'not in', values }
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) && text.length > 2 ? text.slice(1, -1) : text
}

/** Whether it holds for the text that stands at its place; `at` reads another one. What is no number is neither more nor less. */
export function clauseHolds<Path>(clause: Clause<Path>, text: string, at: (path: Path) => string): boolean {
  switch (clause.test) {
    case 'present': return text !== ''
    case 'absent': return text === ''
    case 'in': return clause.values.includes(text)
    case 'not in': return !clause.values.includes(text)
    case 'same': return text === at(clause.as)
    case 'other': return text !== at(clause.as)
    case '<': return text !== '' && Number(text) < clause.than
    case '<=': return text !== '' && Number(text) <= clause.than
    case '>': return text !== '' && Number(text) > clause.than
    case '>=': return text !== '' && Number(text) >= clause.than
  }
}
