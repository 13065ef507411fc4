/** Ways to put a statement, filled and read back: "Do not take {drug} any more." both ways. */
import type { KindWords, LetterWords, Told } from './letter-values.ts'
import { plainWord } from './letter-values.ts'

const SLOT = /\{([A-Za-z][A-Za-z0-9]*)\}/g

/** The sentence with its values; it begins with a capital. */
export function fillWay(way: string, values: Readonly<Record<string, string>>): string {
  const text = way.replaceAll(SLOT, (_, name: string) => values[name] ?? '')
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

interface Pattern {
  kind: string
  names: readonly string[]
  words: KindWords['words']
  find: RegExp
  /** Letters that stand in it as they are. */
  fixed: number
}

export type Telling = 'note' | 'say'

const made = new WeakMap<LetterWords, Partial<Record<Telling, readonly Pattern[]>>>()

/**
 * Reads a sentence of a note or a statement of a letter: what is told by it, or null where it says nothing that a chart could
 * hold. Exact: a name that is not one of the words of its kind is not understood as one of them, but as itself.
 */
export function readTold(text: string, words: LetterWords, telling: Telling): Told | null {
  const line = text.trim()
  for (const { kind, names, words: known, find } of patternsOf(words, telling)) {
    const match = find.exec(line)
    if (match) return { kind, values: Object.fromEntries(names.map((name, at) => [name, knownAs(match[at + 1] ?? '', known[name] ?? [])])) }
  }
  return null
}

/** As it is spelt where it is known, so that a capital at the beginning of a sentence makes no other word of it. */
function knownAs(read: string, words: readonly string[]): string {
  return words.find((word) => plainWord(word) === plainWord(read)) ?? read
}

function patternsOf(words: LetterWords, telling: Telling): readonly Pattern[] {
  const known = made.get(words) ?? {}
  made.set(words, known)
  // What stands there word for word tells more than what may be anything.
  known[telling] ??= words.kinds.flatMap((kind) => kind[telling].map((way) => patternOf(kind, way))).sort((a, b) => b.fixed - a.fixed)
  return known[telling] ?? []
}

function patternOf({ id, words }: KindWords, way: string): Pattern {
  const names: string[] = []
  let source = ''
  let fixed = 0
  let at = 0
  for (const match of way.matchAll(SLOT)) {
    const before = way.slice(at, match.index)
    fixed += before.length
    source += escaped(before)
    const name = match[1] ?? ''
    const back = names.indexOf(name)
    if (back >= 0) source += `\\${back + 1}`
    else {
      names.push(name)
      const known = words[name] ?? []
      source += known.length > 0 ? `(${[...known].sort((a, b) => b.length - a.length).map(escaped).join('|')})` : '([^.!?\\n]+?)'
    }
    at = match.index + match[0].length
  }
  const rest = way.slice(at)
  return { kind: id, names, words, find: new RegExp(`^${source}${escaped(rest)}$`, 'iu'), fixed: fixed + rest.length }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
}
