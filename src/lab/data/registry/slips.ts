/** What goes wrong when a value is written down: one slip at most, and perhaps nothing at all is written. */
import type { Rng } from '../../../core/rng.ts'
import { shortFormsOf } from '../../link/nicknames.ts'
import { SHORT_STREETS } from '../../link/street-words.ts'
import type { Slips } from './spec.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * @param times how many times as many slips are made at this site
 * @returns '' where nothing is written
 */
export function asTyped(value: string, { typo, nickname, short, plain, dayMonth, instead, missing }: Slips, times: number, rng: Rng): string {
  const [slip, kind, gap, other, loud] = [rng.uniform(), rng.uniform(), rng.uniform(), rng.uniform(), rng.uniform()]
  if (value === '' || gap < missing * times) return ''
  if (instead && other < instead.share * times) return instead.say
  let written = value
  if (kind < nickname * times) written = nicknameOf(written, rng)
  if (kind < short * times) written = shortened(written)
  if (kind < dayMonth * times) written = turned(written)
  if (slip < typo * times) written = mistyped(written, rng)
  return loud < plain * times ? written.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase() : written
}

function nicknameOf(name: string, rng: Rng): string {
  const shorts = shortFormsOf(name)
  return shorts.length === 0 ? name : rng.pick(shorts)
}

function shortened(text: string): string {
  const last = /\p{L}+$/u.exec(text)?.[0] ?? ''
  return Object.hasOwn(SHORT_STREETS, last) ? `${text.slice(0, -last.length)}${SHORT_STREETS[last]}` : text
}

function turned(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return day !== undefined && Number(day) <= 12 ? `${year}-${day}-${month}` : date
}

/** One letter or digit wrong. The first letter of a word is seldom mistyped; dates stay dates of ten characters. */
function mistyped(text: string, rng: Rng): string {
  const places = Array.from({ length: text.length }, (_, at) => at).filter((at) => at > 0 && /[\p{L}\p{N}]/u.test(text[at] as string))
  if (places.length === 0) return text
  const at = rng.pick(places)
  const letter = text[at] as string
  if (/\d/.test(letter)) return put(text, at, String((Number(letter) + rng.int(1, 9)) % 10))
  switch (rng.int(0, 3)) {
    case 0: return put(text, at, rng.pick([...LETTERS].filter((one) => one !== letter.toLowerCase())))
    case 1: return text.length > 2 ? put(text, at, '') : text
    case 2: return put(text, at, letter + letter)
    default: return /\p{L}/u.test(text[at + 1] ?? '') ? `${text.slice(0, at)}${text[at + 1]}${letter}${text.slice(at + 2)}` : put(text, at, letter + letter)
  }
}

function put(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at + 1)
}
