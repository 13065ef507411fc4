/** Rules at work on a note: patterns, lists and cues, what a cue takes back, and names met again. Pure; the bench and the judge call the same. */
import type { Annotations, CueRule, FindRule, ScopeRule } from '../../core/artefacts/annotations.ts'
import { Kept } from '../kept.ts'
import { nameFrom, nameBefore, numberFrom, phraseFrom, type Reading, readingOf, type Token } from './reading.ts'
import { listed } from '../../core/quest/problem.ts'
import type { NoteKind } from './kinds.ts'
import { safePattern } from './safe-pattern.ts'
import { cuesOf, scoped } from './scope.ts'
import { sameButForASlip } from './slips.ts'
import type { Found } from './values.ts'

export interface RuleProblem {
  rule: string
  say: string
}

export interface Finder {
  problems: readonly RuleProblem[]
  /** Everything the rules of one step find in a text. */
  find(text: string): Found[]
  /** What is left of marks once cues have taken theirs back, and how often each rule did. */
  narrow(text: string, found: readonly Found[]): ReturnType<typeof scoped>
}

type Hunt = (reading: Reading) => Found[]

/** Patterns, lists and cues read the same notes one after another, and so does the next verdict: those of three hidden sets. */
const readings = new Kept<Reading>(420)

interface FinderOptions {
  /** Only rules of this step; all when left out. */
  how?: FindRule['how']
  /** What can be marked here; anything when left out. */
  kinds?: readonly NoteKind[]
}

export function finderFor({ rules, scans }: Pick<Annotations, 'rules' | 'scans'>, { how, kinds }: FinderOptions = {}): Finder {
  const problems: RuleProblem[] = []
  const hunts: Hunt[] = []
  const scopes: ScopeRule[] = []
  for (const rule of rules) {
    const stray = kinds && strayKind(rule, kinds)
    if (stray) problems.push({ rule: rule.id, say: stray })
    else if (rule.how === 'scope') {
      if (cuesOf(rule.words).length > 0) scopes.push(rule)
      else if (!how || how === 'cue') problems.push({ rule: rule.id, say: 'Name at least one cue.' })
    } else if (!how || rule.how === how) {
      const hunt = huntOf(rule)
      if (typeof hunt === 'string') problems.push({ rule: rule.id, say: hunt })
      else hunts.push(hunt)
    }
  }
  const read = (text: string) => readings.get(`${scans ? 'scan' : 'typed'} ${text}`, () => readingOf(text, scans))
  return {
    problems,
    find: (text) => hunts.flatMap((hunt) => hunt(read(text))),
    narrow: (text, found) => scoped(read(text), found, scopes),
  }
}

function strayKind(rule: FindRule, kinds: readonly NoteKind[]): string | null {
  const named = [rule.kind, ...(rule.how === 'scope' && rule.becomes !== null ? [rule.becomes] : [])]
  const stray = named.find((kind) => !kinds.some(({ id }) => id === kind))
  return stray === undefined ? null : `Nothing here is of the kind "${stray}". Use one of: ${listed(kinds.map(({ id }) => id), 30)}.`
}

function huntOf(rule: Exclude<FindRule, ScopeRule>): Hunt | string {
  switch (rule.how) {
    case 'pattern': return patternHunt(rule)
    case 'list': return rule.words.length === 0 ? 'The list is empty.' : listHunt(rule)
    case 'cue': return rule.words.length === 0 ? 'Name at least one cue.' : cueHunt(rule)
  }
}

function patternHunt({ id, kind, find }: Extract<FindRule, { how: 'pattern' }>): Hunt | string {
  const safe = safePattern(find)
  if (!safe.ok) return safe.say
  const { regex } = safe
  return ({ lines }) => lines.flatMap(({ from, plain }) => {
    const found: Found[] = []
    for (const match of plain.matchAll(regex)) {
      // Places, not words: the same letters may stand in the match before the group does.
      const [start, end] = match.indices?.slice(1).find((place) => place !== undefined) ?? [match.index, match.index + match[0].length]
      if (end > start) found.push({ from: from + start, to: from + end, kind, rule: id })
    }
    return found
  })
}

function listHunt({ id, kind, words: written, capitals }: Extract<FindRule, { how: 'list' }>): Hunt {
  const words = capitals ? written : written.map((word) => word.toLowerCase())
  const single = new Set(words.filter((word) => !word.includes(' ')))
  const long = words.filter((word) => word.includes(' '))
  return ({ text: typed, tokens }) => {
    const text = capitals ? typed : small(typed)
    return [
      ...tokens.filter(({ word, lower }) => single.has(capitals ? word : lower)).map(({ from, to }) => ({ from, to, kind, rule: id })),
      ...long.flatMap((word) => placesOf(text, word).map((from) => ({ from, to: from + word.length, kind, rule: id }))),
    ]
  }
}

/** In small letters, each where it stood: a few capitals of the world become two small letters, and stay. */
function small(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
}

function cueHunt(rule: CueRule): Hunt {
  const cues = cuesOf(rule.words)
  return (reading) => reading.tokens.flatMap((_, at) => {
    let length = 0
    for (const cue of cues) if (cue.length > length && fits(reading.tokens, at, cue, rule.slips)) length = cue.length
    if (length === 0) return []
    const taken = rule.side === 'after' ? nameBefore(reading, at) : takenBy(rule, reading, at + length)
    return taken ? [{ ...taken, kind: rule.kind, rule: rule.id }] : []
  })
}

function takenBy({ take }: CueRule, reading: Reading, at: number): { from: number; to: number } | null {
  if (take === 'name') return nameFrom(reading, at)
  return take === 'number' ? numberFrom(reading, at) : phraseFrom(reading, at, take === 'sentence')
}

function fits(tokens: readonly Token[], at: number, cue: readonly string[], slips: boolean): boolean {
  return cue.every((part, i) => {
    const token = tokens[at + i]
    if (!token) return false
    const written = token.lower
    return written === part || (slips && part.length >= 5 && sameButForASlip(part, written))
  })
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const beside = /[\p{L}\d]/u
    if (!beside.test(text[at - 1] ?? '') && !beside.test(text[at + word.length] ?? '')) places.push(at)
  }
  return places
}

/** Names that were found once, wherever else they stand in the same note: each part of three letters and more. */
export function echoes(text: string, found: readonly Found[], reading = readingOf(text, false)): Found[] {
  const names = new Set(found.filter(({ kind }) => kind === 'NAME').flatMap(({ from, to }) => text.slice(from, to).split(/[\s,]+/).filter((part) => part.length >= 3)))
  if (names.size === 0) return []
  return reading.tokens.flatMap(({ word, from, to }) =>
    (names.has(word) && !found.some((one) => one.from <= from && one.to >= to) ? [{ from, to, kind: 'NAME' as const, rule: 'echo' }] : []))
}
