/** New rules, and how a rule reads in a line. */
import type { FindRule, Kind } from '../../core/artefacts/annotations.ts'
import { IDENTIFIERS, kindLabel, type NoteKind } from '../../lab/deid/kinds.ts'
import { words } from './words.ts'

interface RuleStart {
  kind: Kind
  words?: string[]
  /** All that can be marked. Names are told from words by their capital, other things are not. */
  kinds: readonly NoteKind[]
}

export function newRule(how: FindRule['how'], rules: readonly FindRule[], { kind, words: own = [], kinds }: RuleStart): FindRule {
  const id = freeId(rules)
  switch (how) {
    case 'pattern': return { id, how, kind, find: '' }
    case 'list': return { id, how, kind, words: own, capitals: kinds === IDENTIFIERS }
    case 'cue': return { id, how, kind, side: 'before', words: own, take: takeFor(kind), slips: false }
    case 'scope': return { id, how, kind, becomes: null, side: 'before', words: own, reach: 6, stops: [] }
  }
}

/** Identifiers that are numbers; everything else is words up to the next comma. */
const NUMBERS: ReadonlySet<Kind> = new Set(['POSTCODE', 'DATE', 'AGE', 'PHONE', 'FAX', 'EMAIL', 'SSN', 'MRN', 'PLAN', 'ACCOUNT', 'LICENCE', 'VEHICLE', 'DEVICE', 'URL', 'IP'])

function takeFor(kind: Kind): 'name' | 'number' | 'phrase' {
  if (kind === 'NAME') return 'name'
  return NUMBERS.has(kind) ? 'number' : 'phrase'
}

function freeId(rules: readonly FindRule[]): string {
  const taken = new Set(rules.map(({ id }) => id))
  for (let n = rules.length + 1; ; n++) if (!taken.has(`r${n}`)) return `r${n}`
}

/** "Name after Mr, Mrs" */
export function ruleTitle(rule: FindRule, kinds: readonly NoteKind[]): string {
  const kind = kindLabel(kinds, rule.kind)
  switch (rule.how) {
    case 'pattern': return rule.find === '' ? words.untitled(kind) : `${kind}: ${rule.find}`
    case 'list': return words.listTitle(kind, rule.words.length)
    case 'cue': return rule.words.length === 0 ? words.untitled(kind) : rule.side === 'before' ? words.cueTitle(kind, rule.words) : words.cueBeforeTitle(kind, rule.words)
    case 'scope': return rule.words.length === 0 ? words.untitled(kind) : words.scopeTitle(kind, rule.words, rule.becomes === null ? null : kindLabel(kinds, rule.becomes))
  }
}

/** Typed with commas. */
export function typedWords(text: string): string[] {
  return text.split(/[,\n]/).map((word) => word.trim().slice(0, 60)).filter((word) => word !== '')
}

/** A cue rule for a mark: the word that stands before it. */
export function cueBefore(text: string, from: number): string | null {
  return /([\p{L}'’-]+)[\s.:,(]*$/u.exec(text.slice(Math.max(0, from - 40), from))?.[1] ?? null
}
