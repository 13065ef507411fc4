/**
 * A note read word by word: what a cue may take. A name is one to four words with a capital, with the small words that belong
 * to names (van, de la, al) in between; in a note typed without capitals, up to two words that are no everyday words.
 */
export interface Token {
  /** As written, without signs around it. */
  word: string
  lower: string
  from: number
  to: number
}

export interface Reading {
  text: string
  /** Same length as the text; in scans, letters that stand for digits are digits. */
  plain: string
  tokens: readonly Token[]
  lines: readonly { from: number; plain: string }[]
  /** Typed in small letters throughout. */
  small: boolean
}

export interface Place {
  from: number
  to: number
}

export function readingOf(text: string, scans: boolean): Reading {
  const plain = scans ? withoutScanErrors(text) : text
  const tokens: Token[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\d](?:[\p{L}\p{M}\d'’-]*[\p{L}\p{M}\d])?/gu)) {
    tokens.push({ word: match[0], lower: match[0].toLowerCase(), from: match.index, to: match.index + match[0].length })
  }
  const capitals = tokens.filter(({ word }) => CAPITAL.test(word)).length
  return { text, plain, tokens, lines: linesOf(plain), small: tokens.length > 8 && capitals <= tokens.length * 0.02 }
}

/** O and o beside a digit are 0; l and I are 1; S is 5: never inside a word of letters. */
function withoutScanErrors(text: string): string {
  return text.replaceAll(/(?<![\p{L}])[\dOolIS]*\d[\dOolIS]*(?=[^\p{L}]|(?:st|nd|rd|th)\b|$)|(?<=[\d/.-])[OolIS]{1,4}(?=[\d/.-])/gu, (run) =>
    run.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1').replaceAll('S', '5'))
}

function linesOf(text: string): { from: number; plain: string }[] {
  const lines: { from: number; plain: string }[] = []
  let from = 0
  for (const line of text.split('\n')) {
    // Long lines in pieces that overlap, so that no pattern meets more than it can stomach and nothing is cut in two.
    for (let at = 0; at < line.length || at === 0; at += 500) lines.push({ from: from + at, plain: line.slice(at, at + 600) })
    from += line.length + 1
  }
  return lines
}

const CAPITAL = /^\p{Lu}/u
const ALL_CAPITALS = /^\p{Lu}{2,4}$/u
const PARTICLES = new Set(['van', 'von', 'de', 'del', 'della', 'da', 'dos', 'la', 'le', 'der', 'den', 'ter', 'al', 'el', 'bin', 'binti', 'st'])
/** Signs of a form that stand where a name could: never part of one. */
const LABELS = new Set(['mrn', 'dob', 'rn', 'md', 'pt', 'ed', 'icu', 'ecg', 'mri', 'ssn', 'tel', 'born', 'record', 'hospital', 'age', 'aged', 'reviewed', 'seen'])
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sister', 'nurse'])
/** Words that end a name in a note without capitals. */
const EVERYDAY = new Set('is was has had says said can will and or in on at of to with for from the a an his her their him she he they who aged age born mrn dob this that feels wants asks told by seen today yesterday over about may'.split(' '))

/** The name that begins at this token. */
export function nameFrom({ text, tokens, small }: Reading, at: number): Place | null {
  let [start, end, words] = [-1, -1, 0]
  for (let i = at; i < tokens.length && words < 4; i++) {
    const token = tokens[i] as Token
    const gap = text.slice(i === at ? (tokens[at - 1]?.to ?? 0) : (tokens[i - 1] as Token).to, token.from)
    if (i === at) {
      if (!/^[\s.:,;(–-]{0,4}$/.test(gap) || gap.includes('\n\n')) return null
    } else if (!/^(?: |, |\. )$/.test(gap) || (gap === '. ' && (tokens[i - 1] as Token).word.length > 2)) break
    if (start < 0 && TITLES.has(token.lower)) continue
    if (LABELS.has(token.lower) || /\d/.test(token.word)) break
    const particle = PARTICLES.has(token.lower) && tokens[i + 1] !== undefined
    const named = small ? !EVERYDAY.has(token.lower) && !PARTICLES.has(token.lower) && words < 2 : CAPITAL.test(token.word)
    if (!named && !particle) break
    // "BARLOW, Ada" is one name; "Ada, Elsie" are two.
    if (gap === ', ' && !small && !/^[\p{Lu}'’-]+$/u.test((tokens[i - 1] as Token).word) && words > 0) break
    if (!named && !CAPITAL.test(nextName(tokens, i)) && !small) break
    if (start < 0) start = token.from
    if (named) {
      end = token.to
      words++
    }
  }
  return end > start && start >= 0 ? { from: start, to: end } : null
}

function nextName(tokens: readonly Token[], at: number): string {
  for (let i = at + 1; i < Math.min(tokens.length, at + 3); i++) if (!PARTICLES.has((tokens[i] as Token).lower)) return (tokens[i] as Token).word
  return ''
}

/** The name that ends just before this token: "Ada was tearful". */
export function nameBefore({ text, tokens, small }: Reading, at: number): Place | null {
  const last = tokens[at - 1]
  const cue = tokens[at]
  if (!last || !cue || text.slice(last.to, cue.from) !== ' ') return null
  const fine = (token: Token | undefined) => token !== undefined && !LABELS.has(token.lower) && !NOT_NAMES.has(token.lower) && !/\d/.test(token.word)
    && (small ? !EVERYDAY.has(token.lower) : CAPITAL.test(token.word) && !ALL_CAPITALS.test(token.word))
  if (!fine(last)) return null
  let from = last.from
  if (!small) {
    for (let i = at - 2; i >= Math.max(0, at - 3); i--) {
      const token = tokens[i] as Token
      if (!fine(token) || text.slice(token.to, (tokens[i + 1] as Token).from) !== ' ') break
      from = token.from
    }
  }
  return { from, to: last.to }
}

/** Capitals at the beginning of a sentence that are no names. */
const NOT_NAMES = new Set('he she they it who this that the patient pain and but we family nobody everyone wound leg mood sleep appetite'.split(' '))

/** A number, code or address of signs and digits in one piece: "KLM 4821", "SN-412QT88", "(415) 555-0123". */
export function numberFrom({ text, tokens }: Reading, at: number): Place | null {
  const before = tokens[at - 1]
  const start = before ? before.to : 0
  const found = /^[\s:#.,(]{0,4}?(\(?[A-Za-z]{0,3}[ -]?[\w().-]*[\dOl][\w()./-]*(?: [\d-]{3,8}(?![\d/]))?)/u.exec(text.slice(start, start + 40))
  const taken = found?.[1]?.replace(/[.,)(-]+$/, '').trimStart()
  if (!found || !taken || !/\d/.test(taken)) return null
  const from = start + found[0].indexOf(taken)
  return { from, to: from + taken.length }
}

/** Everything up to the next stop, comma, bracket or end of line; a whole sentence goes on over commas. */
export function phraseFrom({ text, tokens }: Reading, at: number, whole = false): Place | null {
  const first = tokens[at]
  const before = tokens[at - 1]
  if (!first || (before && !/^[ :]{1,2}$/.test(text.slice(before.to, first.from)))) return null
  const length = (whole ? /^[^.\n]*/ : /^[^.,;()\n]*/).exec(text.slice(first.from))?.[0].trimEnd().length ?? 0
  return length > 0 ? { from: first.from, to: first.from + length } : null
}
