/** Escape sequences of HL7 v2.5.1, chapter 2.7: how a text may hold the very characters that part fields. */
import type { Delimiters } from './message.ts'

/** `Fish \T\ Chips` -> `Fish & Chips`. A sequence that is not known stays as it was written: losing text is worse than an odd sign. */
export function unescapeText(raw: string, marks: Delimiters): string {
  const { escape } = marks
  if (!raw.includes(escape)) return raw
  let out = ''
  let at = 0
  while (at < raw.length) {
    const open = raw.indexOf(escape, at)
    const close = open < 0 ? -1 : raw.indexOf(escape, open + 1)
    if (close < 0) return out + raw.slice(at)
    out += raw.slice(at, open)
    const meant = meaningOf(raw.slice(open + 1, close), marks)
    if (meant === null) {
      // The second sign may open the next sequence.
      out += raw.slice(open, close)
      at = close
    } else {
      out += meant
      at = close + 1
    }
  }
  return out
}

function meaningOf(code: string, { field, component, repetition, escape, sub }: Delimiters): string | null {
  switch (code) {
    case 'F': return field
    case 'S': return component
    case 'T': return sub
    case 'R': return repetition
    case 'E': return escape
    case 'H': case 'N': return ''
    case '.br': return '\n'
    default: return /^X([0-9A-Fa-f]{2})+$/.test(code) ? fromHex(code.slice(1)) : null
  }
}

function fromHex(digits: string): string {
  return (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('')
}

/** The other way round; line ends, which would end the segment, go as `\X0D\` and `\X0A\`. */
export function escapeText(text: string, { field, component, repetition, escape, sub }: Delimiters): string {
  const codes: Record<string, string> = { [field]: 'F', [component]: 'S', [sub]: 'T', [repetition]: 'R', [escape]: 'E', '\r': 'X0D', '\n': 'X0A' }
  let out = ''
  for (const sign of text) out += Object.hasOwn(codes, sign) ? `${escape}${codes[sign]}${escape}` : sign
  return out
}
