/**
 * Regular expressions from a learner's hand, made safe to run. JavaScript backtracks: one careless pattern can hold a page for
 * minutes, and nothing can stop it from outside. So whatever could blow up is refused before it runs: repeated groups that
 * hold repetitions or choices themselves, more than three repetitions without an end, back references and look-arounds, and
 * what may fit in too many ways even though it ends, such as (a{0,9}){9}. What is left takes at most the fourth power of a
 * sentence, and `find.ts` hands it one line at a time.
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
  /** In how many ways the same letters may be taken: choices that are over, the choice at hand, and its last part. */
  over: number
  now: number
  last: number
}

/** A repetition without an end may stop after each letter of a long word. */
const WORD = 60
/** Ways that a pattern may try at one place: three repetitions without an end, and a few choices beside them. */
const MOST_WAYS = 4 * WORD ** MOST_OPEN

function newLevel(): Level {
  return { varying: false, over: 0, now: 1, last: 1 }
}

function waysOf({ over, now, last }: Level): number {
  return over + now * last
}

function addPart(level: Level, ways: number): void {
  level.now *= level.last
  level.last = ways
}

function troubleIn(source: string): string | null {
  const levels: Level[] = [newLevel()]
  let open = 0
  let closed: Level | null = null
  for (let at = 0; at < source.length;) {
    const sign = source[at] as string
    const level = levels.at(-1) as Level
    if (sign === '\\') {
      if (/[1-9k]/.test(source[at + 1] ?? '')) return 'Back references such as \\1 can take for ever. Leave them out.'
      at += /^\\[pP]\{/.test(source.slice(at, at + 3)) ? Math.max(2, source.indexOf('}', at) - at + 1) : 2
      addPart(level, 1)
      closed = null
    } else if (sign === '[') {
      at = endOfSet(source, at)
      addPart(level, 1)
      closed = null
    } else if (sign === '(') {
      if (/^\(\?(?:[=!]|<[=!])/.test(source.slice(at, at + 4))) return 'Looking ahead or back, (?=…), can take for ever. Leave it out.'
      levels.push(newLevel())
      at += source.startsWith('(?:', at) ? 3 : 1
      closed = null
    } else if (sign === ')') {
      closed = levels.pop() ?? null
      const outer = levels.at(-1)
      if (!closed || !outer) return 'A bracket is closed that was never opened.'
      outer.varying ||= closed.varying
      addPart(outer, waysOf(closed))
      at++
    } else {
      const times = repetitionAt(source, at)
      if (!times) {
        if (sign === '|') Object.assign(level, { over: waysOf(level), now: 1, last: 1 })
        else addPart(level, 1)
        at++
        closed = null
        continue
      }
      if (times.varies && !times.optional && closed?.varying) return 'A repetition inside a repeated group can take for ever. Write it out, or repeat one sign only.'
      if (times.open && level.last > 1) return 'A choice inside a repeated group can take for ever. Write [ab] instead of (a|b), or give the repetition an end.'
      if (times.open && ++open > MOST_OPEN) return `More than ${MOST_OPEN} repetitions without an end (+ or *) are too slow. Give some an end, such as {1,9}.`
      if (times.varies) level.varying = true
      level.last = times.open ? WORD : waysRepeated(level.last, times)
      at += times.length
      closed = null
    }
  }
  if (levels.length > 1) return 'A bracket is opened and never closed.'
  return waysOf(levels[0] as Level) > MOST_WAYS ? 'This can fit the same letters in too many ways, which takes for ever. Use fewer ?, {…} and |.' : null
}

/** {1,3} of a part with two ways: 2 + 4 + 8. */
function waysRepeated(ways: number, { least, most }: Repetition): number {
  let sum = 0
  for (let times = least; times <= most && sum <= MOST_WAYS; times++) sum += ways ** times
  return sum
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
  least: number
  most: number
}

function repetitionAt(source: string, at: number): Repetition | null {
  const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at, at + 16))
  if (!found) return null
  const [whole, sign, least, comma, most] = found
  if (sign) return { length: whole.length, varies: true, open: sign !== '?', optional: sign === '?', least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
  const ends = comma === undefined ? Number(least) : most === '' ? Infinity : Number(most)
  return { length: whole.length, varies: comma !== undefined, open: comma !== undefined && ends > SMALL_RANGE, optional: false, least: Number(least), most: ends }
}
