/**
 * Regular expressions from a learner's hand, made safe to run. JavaScript backtracks: one careless pattern can hold a page for
 * minutes, and nothing can stop it from outside. So whatever could blow up is refused before it runs: repeated groups that
 * hold repetitions themselves, more than three repetitions without an end, back references and look-arounds. What is left
 * takes at most the fourth power of a sentence, and `find.ts` hands it one line at a time.
 */
/** The expression says where its groups stand (flag `d`), is global and reads Unicode. */
export type SafePattern = { ok: true; regex: RegExp } | { ok: false; say: string }

const MOST_OPEN = 3
/** A range up to this counts as bounded. */
const SMALL_RANGE = 12

export function safePattern(source: string): SafePattern {
  if (source.trim() === '') return refuse('The pattern is empty.')
  const say = troubleIn(source)
  if (say) return refuse(say)
  try {
    return { ok: true, regex: new RegExp(source, 'dgu') }
  } catch (error) {
    const why = error instanceof Error ? error.message.split(': ').at(-1) : 'not a pattern'
    return refuse(`This is no pattern yet: ${why}.`)
  }
}

function refuse(say: string): SafePattern {
  return { ok: false, say }
}

interface Level {
  /** Repetitions of varying length inside, at any depth. */
  varying: boolean
}

function troubleIn(source: string): string | null {
  const levels: Level[] = [{ varying: false }]
  let open = 0
  let closed: Level | null = null
  for (let at = 0; at < source.length;) {
    const sign = source[at] as string
    if (sign === '\\') {
      if (/[1-9k]/.test(source[at + 1] ?? '')) return 'Back references such as \\1 can take for ever. Leave them out.'
      at += /^\\[pP]\{/.test(source.slice(at, at + 3)) ? Math.max(2, source.indexOf('}', at) - at + 1) : 2
      closed = null
    } else if (sign === '[') {
      at = endOfSet(source, at)
      closed = null
    } else if (sign === '(') {
      if (/^\(\?(?:[=!]|<[=!])/.test(source.slice(at, at + 4))) return 'Looking ahead or back, (?=…), can take for ever. Leave it out.'
      levels.push({ varying: false })
      at += source.startsWith('(?:', at) ? 3 : 1
      closed = null
    } else if (sign === ')') {
      closed = levels.pop() ?? null
      const outer = levels.at(-1)
      if (!closed || !outer) return 'A bracket is closed that was never opened.'
      outer.varying ||= closed.varying
      at++
    } else {
      const times = repetitionAt(source, at)
      if (!times) {
        at++
        closed = null
        continue
      }
      if (times.varies && !times.optional && closed?.varying) return 'A repetition inside a repeated group can take for ever. Write it out, or repeat one sign only.'
      if (times.open && ++open > MOST_OPEN) return `More than ${MOST_OPEN} repetitions without an end (+ or *) are too slow. Give some an end, such as {1,9}.`
      if (times.varies) (levels.at(-1) as Level).varying = true
      at += times.length
      closed = null
    }
  }
  return levels.length > 1 ? 'A bracket is opened and never closed.' : null
}

function endOfSet(source: string, at: number): number {
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === ']') return i + 1
  }
  return source.length
}

interface Repetition {
  length: number
  varies: boolean
  open: boolean
  optional: boolean
}

function repetitionAt(source: string, at: number): Repetition | null {
  const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at, at + 16))
  if (!found) return null
  const [whole, sign, least, comma, most] = found
  if (sign) return { length: whole.length, varies: true, open: sign !== '?', optional: sign === '?' }
  const ends = comma === undefined ? Number(least) : most === '' ? Infinity : Number(most)
  return { length: whole.length, varies: comma !== undefined, open: comma !== undefined && ends > SMALL_RANGE, optional: false }
}
