/** A run of the letters as their bench shows it: every visible letter, statement by statement, beside its chart. */
import { z } from 'zod'
import { kindOf, type Letters, sameTold, type Told, valuesInWords } from './letter-values.ts'
import { judgeLetter } from './letter-truth.ts'
import { letterGrade, linesOf } from './letter-text.ts'
import { readTold } from './ways.ts'

const LINE_IS = ['right', 'contradicts', 'unsupported'] as const

const DetailLine = z.object({
  text: z.string(),
  is: z.enum(LINE_IS),
  /** What the chart says instead. */
  instead: z.string().nullable(),
  /** A check has marked it. */
  marked: z.boolean(),
  /** It stands in the letter that goes out; false for what the clinician struck out. */
  sent: z.boolean(),
  /** Written by the clinician. */
  mended: z.boolean(),
})
const DetailLetter = z.object({
  id: z.string(), title: z.string(), opening: z.string(), closing: z.string(),
  outcome: z.enum(['missing', 'wrong', 'held', 'good']),
  held: z.boolean(),
  grade: z.number(), draftGrade: z.number(), tooHard: z.boolean(),
  parts: z.array(z.object({ title: z.string(), lines: z.array(DetailLine) })),
  /** The coded list; `said` in the letter as it goes. */
  list: z.array(z.object({ label: z.string(), resource: z.string(), status: z.string(), values: z.string(), critical: z.boolean(), said: z.boolean() })),
  /** The note, sentence by sentence; `stale` says that it is no longer so, `missed` that a critical fact of it is not in the letter. */
  note: z.array(z.object({ text: z.string(), stale: z.boolean(), missed: z.boolean() })),
})
export const LettersDetail = z.object({ letters: z.array(DetailLetter) })
export type LettersDetail = z.infer<typeof LettersDetail>
export type DetailLetter = z.infer<typeof DetailLetter>
export type DetailLine = z.infer<typeof DetailLine>

export function lettersDetail({ letters, stays }: Letters): LettersDetail {
  const { words, truth = [] } = stays
  const named = (told: Told) => `${kindOf(words, told.kind)?.label ?? told.kind}: ${valuesInWords(told, kindOf(words, told.kind))}`
  return {
    letters: letters.map((letter, at) => {
      const known = truth[at] ?? { facts: [], stale: [] }
      const judged = judgeLetter(letter, known, words)
      // The draft is judged line by line as well, for what was struck out is shown.
      const draft = judgeLetter({ ...letter, sent: letter.draft }, known, words)
      const marked = new Set(letter.findings.flatMap((finding) => (finding.is === 'unbacked' ? [finding.text] : [])))
      const sentTexts = new Set(linesOf(letter.sent).map(({ text }) => text))
      const isOf = new Map([...draft.lines, ...judged.lines].map((one) => [one.line.text, one]))
      const slots = [...new Map([...letter.draft, ...letter.sent].map(({ slot, title }) => [slot, title]))]
      const missing = judged.facts.filter(({ critical, present }) => critical && !present)
      const wrong = judged.lines.some(({ is }) => is !== 'right')
      return {
        id: letter.stay.id, title: letter.stay.title, opening: letter.stay.opening, closing: letter.stay.closing, held: letter.held,
        outcome: missing.length > 0 ? 'missing' : wrong ? 'wrong' : letter.held ? 'held' : 'good',
        grade: judged.grade, draftGrade: letterGrade(letter.stay, letter.draft), tooHard: letter.findings.some(({ is }) => is === 'hard'),
        parts: slots.map(([slot, title]) => {
          const own = (parts: typeof letter.sent) => parts.find((part) => part.slot === slot)?.lines ?? []
          const struck = own(letter.draft).filter(({ text, told }) => !sentTexts.has(text) && !(told && own(letter.sent).some((line) => line.told && sameTold(line.told, told))))
          return {
            title,
            lines: [...own(letter.sent).map((line) => ({ line, sent: true })), ...struck.map((line) => ({ line, sent: false }))].map(({ line, sent }) => {
              const one = isOf.get(line.text)
              return { text: line.text, is: one?.is ?? 'right', instead: one?.instead ? named(one.instead) : null, marked: marked.has(line.text), sent, mended: line.mended === true }
            }),
          }
        }),
        list: letter.stay.list.map((statement) => {
          const kind = kindOf(words, statement.kind)
          return {
            label: kind?.label ?? statement.kind, resource: kind?.resource ?? '', status: kind?.status ?? '', values: valuesInWords(statement, kind), critical: kind?.critical ?? false,
            said: judged.facts.some(({ told, present }) => present && sameTold(told, statement)),
          }
        }),
        note: letter.stay.note.map((text, i) => {
          const told = readTold(text, words, 'note')
          return { text, stale: known.stale[i] ?? false, missed: told !== null && missing.some((one) => sameTold(one.told, told)) }
        }),
      }
    }),
  }
}
