/**
 * Whether a regular expression may be run on text of a quest. An expression can take years on thirty characters when a
 * repetition stands inside a repetition, as in (a+)+$. Benches also run expressions where they can be killed; this says at the
 * door, and in words, what would have to be killed.
 */
const MAX_LENGTH = 400
const MAX_REPEAT = 1000
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,(\d*))?\})[?]?/
const GROUP_HEAD = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/
const CLASS = /^\[\^?(?:\\.|[^\]\\])*\]/

interface Frame {
  /** A part inside this group repeats without a close bound. */
  repeats: boolean
  /** The group offers a choice with |. */
  chooses: boolean
}

/** What is wrong with an expression; null when it is safe. */
export function regexTrouble(pattern: string): string | null {
  if (pattern.length > MAX_LENGTH) return `the expression has more than ${MAX_LENGTH} characters`
  try {
    new RegExp(pattern, 'u')
  } catch {
    return 'this is not a regular expression'
  }
  if (/\\[1-9]|\\k</.test(pattern)) return 'it refers back to a group, which can take for ever'
  return repetitionTrouble(pattern)
}

function repetitionTrouble(pattern: string): string | null {
  const frames: Frame[] = [{ repeats: false, chooses: false }]
  let rest = pattern
  let closed: Frame | null = null
  while (rest.length > 0) {
    const top = frames.at(-1)!
    const quantifier = QUANTIFIER.exec(rest)
    if (quantifier) {
      const open = isOpenEnded(quantifier)
      if (open === 'too many') return `it repeats something more than ${MAX_REPEAT} times`
      if (open && closed?.repeats) return 'a repetition stands inside another, as in (a+)+, which can take for ever'
      if (open && closed?.chooses) return 'a choice stands inside a repetition, as in (a|b)*, which can take for ever; use [ab]*'
      if (open) top.repeats = true
      rest = rest.slice(quantifier[0].length)
      closed = null
      continue
    }
    closed = null
    const group = GROUP_HEAD.exec(rest)
    const token = group?.[0] ?? CLASS.exec(rest)?.[0] ?? (rest.startsWith('\\') ? rest.slice(0, 2) : rest.slice(0, 1))
    if (group) frames.push({ repeats: false, chooses: false })
    else if (token === ')') closed = leave(frames)
    else if (token === '|') top.chooses = true
    rest = rest.slice(token.length)
  }
  return null
}

function leave(frames: Frame[]): Frame | null {
  const closed = frames.pop() ?? null
  const outer = frames.at(-1)
  if (closed && outer) {
    outer.repeats ||= closed.repeats
    outer.chooses ||= closed.chooses
  }
  return closed
}

function isOpenEnded(quantifier: RegExpExecArray): boolean | 'too many' {
  const [text, least, comma, most] = quantifier
  if (least === undefined) return !text.startsWith('?')
  const top = comma === undefined ? Number(least) : most ? Number(most) : Infinity
  if (Number(least) > MAX_REPEAT || (top !== Infinity && top > MAX_REPEAT)) return 'too many'
  return top > 12
}
