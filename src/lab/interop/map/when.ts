/** Conditions of a map row: `PID-3.5 = MR`, `OBX-2 in ST, TX`, `OBX-5 present`, joined by "and". */
import { readV2Path, type V2Path } from '../v2/path.ts'

export type Clause =
  | { path: V2Path; test: 'in' | 'not in'; values: readonly string[] }
  | { path: V2Path; test: 'present' | 'absent' }

export type ReadWhen = { ok: true; clauses: readonly Clause[] } | { ok: false; say: string }

const COMPARED = /^(\S+)\s*(=|!=|\bin\b|\bnot in\b)\s*(.+)$/
const THERE = /^(\S+)\s+(present|absent)$/
const FORM = 'Write it like PID-3.5 = MR, OBX-2 in ST, TX or OBX-5 present.'

/** An empty condition always holds. */
export function readWhen(text: string): ReadWhen {
  const clauses: Clause[] = []
  for (const part of text.split(/\s+and\s+/i).map((one) => one.trim())) {
    if (part === '') continue
    const clause = readClause(part)
    if (typeof clause === 'string') return { ok: false, say: clause }
    clauses.push(clause)
  }
  return { ok: true, clauses }
}

function readClause(part: string): Clause | string {
  const there = THERE.exec(part)
  const compared = there ? null : COMPARED.exec(part)
  const written = (there ?? compared)?.[1]
  if (written === undefined) return `"${part.slice(0, 60)}" is no condition. ${FORM}`
  const path = readV2Path(written)
  if (!path) return `"${written.slice(0, 40)}" is no place in a message. ${FORM}`
  if (there) return { path, test: there[2] as 'present' | 'absent' }
  const [, , sign = '=', right = ''] = compared ?? []
  const values = (sign === '=' || sign === '!=' ? [right] : right.split(',')).map((value) => unquoted(value.trim()))
  return { path, test: sign === '=' || sign === 'in' ? 'in' : 'not in', values }
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) && text.length > 2 ? text.slice(1, -1) : text
}

/** Whether it holds for the text that stands at its place. */
export function clauseHolds(clause: Clause, text: string): boolean {
  switch (clause.test) {
    case 'present': return text !== ''
    case 'absent': return text === ''
    case 'in': return clause.values.includes(text)
    case 'not in': return !clause.values.includes(text)
  }
}
