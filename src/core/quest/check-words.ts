/** Words of a quest: there must be some, and none that licences or good manners forbid. */
import { jsonPath, type Report } from './problem.ts'

/** Content whose licence does not allow it here, by the name it goes under; "CPT" alone would also mean other things in small letters. */
const FORBIDDEN: readonly [pattern: RegExp, why: string, instead: string][] = [
  [/\bCPT\b/, 'CPT codes belong to the American Medical Association', 'Use HCPCS Level II or an invented code.'],
  [/\bSNOMED\b/i, 'SNOMED CT content needs a licence in many countries', 'Use an invented VHS- concept.'],
  [/\bX12\b/, 'the text of X12 guides may not be copied', 'Describe the fields in your own words.'],
]

/** Every text of a quest, wherever it stands. Script and markup in words are words: they are shown, never run. */
export function checkWords(value: unknown, path: readonly PropertyKey[], report: Report): void {
  if (typeof value === 'string') return checkText(value, path, report)
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) checkWords(inner, [...path, Array.isArray(value) ? Number(key) : key], report)
}

function checkText(text: string, path: readonly PropertyKey[], report: Report): void {
  if (text.length > 0 && text.trim() === '') report(jsonPath(path), 'this text holds nothing but spaces', 'Write at least one word.')
  for (const [pattern, why, instead] of FORBIDDEN) {
    if (pattern.test(text)) report(jsonPath(path), `"${pattern.exec(text)?.[0]}" is not allowed: ${why}`, instead)
  }
}
