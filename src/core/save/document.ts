/** A save as a file: the facts, and nothing else. Written for the learner to keep, read back with suspicion. */
import { readJson } from '../json-text.ts'
import { compact } from '../log/compact.ts'
import { readFact } from '../log/fact-schema.ts'
import type { Fact } from '../log/facts.ts'
import type { Json } from '../quest/schema.ts'
import { migrate, SAVE_VERSION, type SaveObject } from './migrations/migrate.ts'

export interface SaveDocument {
  format: 'st-turing-save'
  version: number
  /** Device that wrote the file; each fact carries its own. */
  deviceId: string
  facts: Fact[]
}

export type SaveRead =
  /** `unreadable`: entries of a save set aside that had to be left out; absent when there are none. */
  | { ok: true; document: SaveDocument; unreadable?: number }
  | { ok: false; reason: 'corrupt' | 'newer' | 'not-a-save' | 'too-big'; say: string }

/** In characters: a year of daily play is under a tenth of this. */
const MAX_SAVE_SIZE = 20_000_000
const MAX_FACTS = 200_000

/** The text of a save file. Facts stay as they are, but for half-made graphs that were replaced at once. */
export function writeSave(facts: readonly Fact[], deviceId: string = facts.at(-1)?.deviceId ?? 'new'): string {
  const document: SaveDocument = { format: 'st-turing-save', version: SAVE_VERSION, deviceId, facts: compact(facts) }
  return JSON.stringify(document)
}

/**
 * A save from the text of a file, or why it is none, in a sentence for the learner. Never throws. One damaged entry spoils a
 * file from elsewhere; of a save that this game put aside, everything that can be read is taken.
 */
export function readSave(text: string): SaveRead {
  if (text.length > MAX_SAVE_SIZE) return no('too-big', 'This file is far larger than any save. Nothing was changed.')
  const read = readJson(text)
  if (!read.ok) {
    const { line, column, what } = read.trouble
    // A picture or a letter is not a damaged save: what does not even name the format was never one.
    if (!text.includes('st-turing-save')) return no('not-a-save', 'This file is not a save of St Turing. Nothing was changed.')
    return no('corrupt', `This save cannot be read (line ${line}, column ${column}: ${what}). Nothing was changed.`)
  }
  return readDocument(read.value)
}

function readDocument(found: Json): SaveRead {
  const value = isObject(found) && found['app'] === 'st-turing' ? asDocument(found) : found
  if (!isObject(value) || value['format'] !== 'st-turing-save') return no('not-a-save', 'This file is not a save of St Turing. Nothing was changed.')
  const { version } = value
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return no('corrupt', 'This save does not say which version it is. Nothing was changed.')
  if (version > SAVE_VERSION) return no('newer', 'This save was made by a newer version of St Turing. Update the game, then try again. Nothing was changed.')
  const current = migrate(value, version)
  if (!current) return no('corrupt', `This save is of version ${version}, which cannot be read any more. Nothing was changed.`)
  return readFacts(current)
}

/** Saves were put aside as they lay in the database, before they were put aside as files. */
function asDocument({ head, facts }: SaveObject): SaveObject {
  const { format, deviceId } = head !== undefined && isObject(head) ? head : {}
  return { format: 'st-turing-save', version: typeof format === 'number' ? format : 1, deviceId: typeof deviceId === 'string' ? deviceId : 'unknown', setAside: true, facts: facts ?? null }
}

function readFacts({ deviceId, facts, setAside }: SaveObject): SaveRead {
  if (typeof deviceId !== 'string' || !Array.isArray(facts)) return no('corrupt', 'This save is incomplete. Nothing was changed.')
  if (facts.length > MAX_FACTS) return no('too-big', 'This save holds more than anybody could have played. Nothing was changed.')
  const good: Fact[] = []
  for (const [i, value] of facts.entries()) {
    const read = readFact(value)
    if (read.ok) good.push(read.fact)
    else if (setAside !== true) return no('corrupt', `Entry ${i + 1} of ${facts.length} in this save cannot be read: ${read.say} Nothing was changed.`)
  }
  const unreadable = facts.length - good.length
  if (unreadable > 0 && good.length === 0) return no('corrupt', 'Nothing in this save can be read. Nothing was changed.')
  const document: SaveDocument = { format: 'st-turing-save', version: SAVE_VERSION, deviceId, facts: good }
  return { ok: true, document, ...(unreadable > 0 ? { unreadable } : {}) }
}

function isObject(value: Json): value is SaveObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function no(reason: Extract<SaveRead, { ok: false }>['reason'], say: string): SaveRead {
  return { ok: false, reason, say }
}
