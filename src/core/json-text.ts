/**
 * Reading JSON that somebody typed. `JSON.parse` says "Unexpected token" in words that differ between browsers; this says the
 * line, the column and how to mend it, and refuses what would be dangerous or ambiguous further in: prototype keys, the same
 * key twice, numbers too large to be numbers, hidden characters, endless nesting.
 */
import type { Json } from './quest/schema.ts'

export interface JsonTrouble {
  line: number
  column: number
  what: string
  mend: string
}

export type JsonRead = { ok: true; value: Json } | { ok: false; trouble: JsonTrouble }

const MAX_NESTING = 64
const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\r\n]*/y
const WORD = /[A-Za-z]+/y
/** Text up to the next character that needs a look. */
const PLAIN_TEXT = /[^"\\\p{Cc}]*/uy
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
/** Control characters, and the two that make text read in the wrong direction; tab and line breaks are fine. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\u202d\u202e]/u
const LONE_SURROGATE = /\p{Surrogate}/u

class Break extends Error {
  readonly at: number
  readonly mend: string
  constructor(at: number, what: string, mend: string) {
    super(what)
    this.at = at
    this.mend = mend
  }
}

/** The value of a JSON text, or the first thing that is wrong with it, in words. Never throws. */
export function readJson(text: string): JsonRead {
  const start = text.startsWith('\ufeff') ? 1 : 0
  try {
    scan(text, start)
    return { ok: true, value: JSON.parse(text.slice(start)) as Json }
  } catch (error) {
    if (!(error instanceof Break)) throw error
    return { ok: false, trouble: { ...lineAndColumn(text, error.at), what: error.message, mend: error.mend } }
  }
}

function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function scan(text: string, start: number): void {
  let at = start
  skip(SPACE)
  if (at >= text.length) throw new Break(at, 'the file is empty', 'Put a JSON object in it: { … }.')
  value(0)
  skip(SPACE)
  if (at < text.length) throw new Break(at, `there is more after the end: ${shown()}`, 'Remove it, or a closing bracket too many before it.')

  function value(depth: number): void {
    if (depth > MAX_NESTING) throw new Break(at, `brackets are nested more than ${MAX_NESTING} deep`, 'No quest and no save needs that.')
    const first = text[at]
    if (first === '{') list('}', depth, new Set())
    else if (first === '[') list(']', depth)
    else if (first === '"') quoted()
    else if (first !== undefined && (first === '-' || (first >= '0' && first <= '9'))) number()
    else word()
  }

  /** `keys` is there for an object, not for a list. */
  function list(close: '}' | ']', depth: number, keys?: Set<string>): void {
    const opened = at
    at += 1
    skip(SPACE)
    if (text[at] === close) return void (at += 1)
    for (;;) {
      skip(SPACE)
      if (at < text.length && keys) key(keys)
      ended(opened, close)
      value(depth + 1)
      skip(SPACE)
      ended(opened, close)
      const next = text[at]
      if (next !== ',' && next !== close) throw new Break(at, `expected a comma or ${close} but found ${shown()}`, 'Put a comma between two entries.')
      at += 1
      if (next === close) return
      skip(SPACE)
      if (text[at] === close) throw new Break(at, `there is a comma before ${close}`, 'Remove the last comma.')
    }
  }

  function key(keys: Set<string>): void {
    const from = at
    if (text[at] !== '"') throw new Break(at, `expected a name in double quotes but found ${shown()}`, 'Write names like "title".')
    const name = quoted()
    if (RESERVED_KEYS.has(name)) throw new Break(from, `the name "${name}" is reserved and never allowed`, 'Remove this entry.')
    if (keys.has(name)) throw new Break(from, `"${name.slice(0, 60)}" stands twice in the same object`, 'Keep one of the two.')
    keys.add(name)
    skip(SPACE)
    if (at < text.length && text[at] !== ':') throw new Break(at, `expected a colon after "${name.slice(0, 60)}"`, 'Write "name": value.')
    at += 1
    skip(SPACE)
  }

  function quoted(): string {
    const from = at
    let escaped = false
    at += 1
    for (;;) {
      skip(PLAIN_TEXT)
      if (at >= text.length) throw new Break(from, 'the text that starts here is never closed', 'The file may be cut off; add the closing quote.')
      if (text[at] === '"') break
      if (text[at] !== '\\') throw new Break(at, 'there is a line break or control character inside a text', 'Write \\n for a new line.')
      if (!skip(ESCAPE)) throw new Break(at, `\\${text[at + 1] ?? ''} means nothing inside a text`, 'Write \\\\ for a backslash.')
      escaped = true
    }
    at += 1
    const raw = text.slice(from, at)
    const said = escaped ? (JSON.parse(raw) as string) : raw.slice(1, -1)
    if (HIDDEN.test(said)) throw new Break(from, 'this text holds a hidden control character', 'Delete it and type the text again.')
    if (LONE_SURROGATE.test(said)) throw new Break(from, 'this text holds half a character', 'Delete it and type the text again.')
    return said
  }

  function number(): void {
    const from = at
    if (!skip(NUMBER)) throw new Break(at, `${shown()} is not a number`, 'Write e.g. 0.2 or -3.')
    if (!Number.isFinite(Number(text.slice(from, at)))) throw new Break(from, 'this number is too large', 'Use a number that can be counted with.')
  }

  function word(): void {
    const from = at
    skip(WORD)
    const said = text.slice(from, at)
    if (said === 'true' || said === 'false' || said === 'null') return
    at = from
    if (said === 'NaN' || said === 'Infinity') throw new Break(from, `${said} is not allowed`, 'Use a plain number.')
    throw new Break(from, from >= text.length ? 'the file stops too early' : `expected a value but found ${shown()}`, 'Text stands in double quotes; true, false and null do not.')
  }

  function ended(opened: number, close: string): void {
    if (at < text.length) return
    const { line } = lineAndColumn(text, opened)
    throw new Break(at, 'the file stops too early', `The bracket opened in line ${line} is never closed: the file may be cut off, or a ${close} is missing.`)
  }

  function shown(): string {
    return at >= text.length ? 'the end of the file' : `"${text.slice(at, at + 12).split('\n')[0]}"`
  }

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) return false
    at += found[0].length
    return true
  }
}
