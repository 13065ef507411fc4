/** New rules, and how a rule reads in a line. */
import type { FindRule, Kind } from '../../core/artefacts/annotations.ts'
import { words } from './words.ts'

export function newRule(how: FindRule['how'], rules: readonly FindRule[], start: Partial<{ kind: Kind; words: string[] }> = {}): FindRule {
  const id = freeId(rules)
  const kind = start.kind ?? 'NAME'
  switch (how) {
    case 'pattern': return { id, how, kind: start.kind ?? 'DATE', find: '' }
    case 'list': return { id, how, kind, words: start.words ?? [] }
    case 'cue': return { id, how, kind, side: 'before', words: start.words ?? [], take: takeFor(kind), slips: false }
  }
}

function takeFor(kind: Kind): 'name' | 'number' | 'phrase' {
  if (kind === 'NAME') return 'name'
  return ['EMPLOYER', 'FACILITY', 'UNIQUE', 'ADDRESS'].includes(kind) ? 'phrase' : 'number'
}

function freeId(rules: readonly FindRule[]): string {
  const taken = new Set(rules.map(({ id }) => id))
  for (let n = rules.length + 1; ; n++) if (!taken.has(`r${n}`)) return `r${n}`
}

/** "Name after Mr, Mrs" */
export function ruleTitle(rule: FindRule): string {
  const kind = words.kinds[rule.kind]
  switch (rule.how) {
    case 'pattern': return rule.find === '' ? words.untitled(kind) : `${kind}: ${rule.find}`
    case 'list': return words.listTitle(kind, rule.words.length)
    case 'cue': return rule.words.length === 0 ? words.untitled(kind) : rule.side === 'before' ? words.cueTitle(kind, rule.words) : words.cueBeforeTitle(kind, rule.words)
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
