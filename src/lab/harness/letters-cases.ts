/** Letters of the hidden weeks to open, beside their charts: the sentence that is wrong, the line that is missing, and what was true before. */
import type { CaseReport, Exhibit, View } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { chartOf } from '../letters/chart.ts'
import type { JudgedFact, JudgedLetter, JudgedLine } from '../letters/letter-truth.ts'
import { kindOf, type LetterWords, sameTold, type Told, valuesInWords } from '../letters/letter-values.ts'
import { printed } from '../letters/letter-text.ts'
import { readTold } from '../letters/ways.ts'
import type { LettersSet } from './letters.ts'
import { spreadEvenly } from './spread-evenly.ts'

type Outcome = 'missing' | 'wrong' | 'held' | 'good'

const SHOWN: Readonly<Record<Outcome, number>> = { missing: 6, wrong: 5, held: 4, good: 2 }

/** A letter of a hidden set. */
export interface LetterAt {
  set: LettersSet
  one: JudgedLetter
}

export function lettersIn(sets: readonly LettersSet[]): LetterAt[] {
  return sets.flatMap((set) => set.judged.map((one) => ({ set, one })))
}

export function missingIn({ facts }: JudgedLetter): JudgedFact[] {
  return facts.filter(({ critical, present }) => critical && !present)
}

export function wrongIn({ lines }: JudgedLetter): JudgedLine[] {
  return lines.filter(({ is }) => is !== 'right')
}

function outcomeOf(one: JudgedLetter): Outcome {
  return missingIn(one).length > 0 ? 'missing' : wrongIn(one).length > 0 ? 'wrong' : one.letter.held ? 'held' : 'good'
}

export function letterCases(sets: readonly LettersSet[]): CaseReport[] {
  const all = lettersIn(sets)
  return (Object.keys(SHOWN) as Outcome[]).flatMap((outcome) => {
    const own = all.filter(({ one }) => outcomeOf(one) === outcome)
    return spreadEvenly(own, SHOWN[outcome]).map((at) => letterCase(at, outcome))
  })
}

function letterCase(at: LetterAt, outcome: Outcome): CaseReport {
  const { set, one: { letter, facts, grade, words, draftFaults } } = at
  const row = (column: string, label: string, value: string | number) => ({ column, label, value, known: true })
  return {
    id: `${set.seed}/${letter.stay.id}`, set: set.label, title: letter.stay.title, outcome, say: sayOf(at, outcome),
    exhibits: [letterExhibit(at), ...chartExhibits(at)],
    sections: [{
      title: 'Counted',
      rows: [
        row('critical', 'Critical facts in the chart', facts.filter(({ critical }) => critical).length), row('missing', 'Of these missing', missingIn(at.one).length),
        row('wrong', 'Wrong statements', wrongIn(at.one).length), row('grade', 'Reading grade (Flesch-Kincaid)', Math.round(grade * 10) / 10), row('words', 'Words', words),
        row('draft', 'Faults of the draft', draftFaults), row('held', 'A clinician took it in hand', letter.held ? 'yes' : 'no'),
      ],
    }],
  }
}

export function named(told: Told, words: LetterWords): string {
  const kind = kindOf(words, told.kind)
  const values = valuesInWords(told, kind)
  return values === '' ? (kind?.label ?? told.kind) : `${kind?.label ?? told.kind}: ${values}`
}

function sayOf({ set, one }: LetterAt, outcome: Outcome): string {
  const [missing, wrong] = [missingIn(one), wrongIn(one)]
  const easy = `The letter reads at grade ${one.grade.toFixed(1)}`
  switch (outcome) {
    case 'missing': return `${easy}, and does not say: ${missing.map(({ told }) => named(told, set.kinds)).join('; ')}.${wrong.length > 0 ? ` And ${countOf(wrong.length, 'statement')} that the chart does not make.` : ''}`
    case 'wrong': return `Nothing critical is missing. But: ${wrong.map(({ line, instead }) => `"${line.text}" ${instead ? `The chart says ${named(instead, set.kinds)}` : 'Of this the chart says nothing'}`).join('; ')}.`
    case 'held': return one.draftFaults > 0 ? `A clinician mended ${countOf(one.draftFaults, 'fault')} before it went. ${easy}.` : `A clinician looked at it before it went. ${easy}.`
    case 'good': return `Everything critical, nothing wrong, and nobody had to touch it. ${easy}.`
  }
}

/** The letter as it went out, with what is wrong, and what the clinician wrote. */
export function letterExhibit({ set, one }: LetterAt): Exhibit {
  const { letter, lines } = one
  const sheet = printed(letter.stay, letter.sent)
  return {
    kind: 'text', caption: 'The letter (simulated language model)', text: sheet.text,
    spans: sheet.lines.flatMap(({ line, from, to }, at): Span[] => {
      const judged = lines[at]
      if (judged && judged.is !== 'right') return [{ from, to, label: judged.instead ? `the chart says ${named(judged.instead, set.kinds)}` : 'stands in no chart', tone: 'wrong' }]
      return line.mended ? [{ from, to, label: 'mended by hand', tone: 'note' }] : []
    }),
  }
}

/** The list, and the note: what the letter left out, what it says otherwise, and what the note still says from before. */
export function chartExhibits({ set, one }: LetterAt): Exhibit[] {
  const { letter: { stay }, truth } = one
  const missing = missingIn(one)
  const isMissing = (told: Told) => missing.some((fact) => sameTold(fact.told, told))
  const otherwise = (told: Told) => one.lines.some(({ instead }) => instead !== null && sameTold(instead, told))
  const list = sheetOf(chartOf(stay, set.kinds).list.map((told) => {
    const kind = kindOf(set.kinds, told.kind)
    const [missed, wrong] = [isMissing(told), otherwise(told)]
    return {
      text: `${named(told, set.kinds)} (${[kind?.resource, kind?.status].filter(Boolean).join(', ')})`,
      mark: missed && wrong ? { label: 'missing, and the letter says otherwise', tone: 'wrong' as const } : missed ? { label: 'not in the letter', tone: 'missed' as const } : wrong ? { label: 'the letter says otherwise', tone: 'wrong' as const } : null,
    }
  }), '\n')
  const note = sheetOf(stay.note.map((text, i) => {
    const told = readTold(text, set.kinds, 'note')
    return { text, mark: truth.stale[i] ? { label: 'no longer so', tone: 'note' as const } : told && isMissing(told) ? { label: 'not in the letter', tone: 'missed' as const } : null }
  }), ' ')
  return [{ kind: 'text', caption: 'The list in the record', mono: false, ...list }, { kind: 'text', caption: 'The note of the ward', ...note }]
}

type Span = Extract<Exhibit, { kind: 'text' }>['spans'][number]

function sheetOf(lines: readonly { text: string; mark: Pick<Span, 'label' | 'tone'> | null }[], between: string): { text: string; spans: Span[] } {
  const spans: Span[] = []
  let text = ''
  for (const { text: line, mark } of lines) {
    if (text !== '') text += between
    if (mark) spans.push({ from: text.length, to: text.length + line.length, ...mark })
    text += line
  }
  return { text, spans }
}

export function lettersViews(sets: readonly LettersSet[]): View[] {
  const all = lettersIn(sets)
  const { kinds } = sets[0]?.kinds ?? { kinds: [] }
  const count = (outcome: Outcome) => all.filter(({ one }) => outcomeOf(one) === outcome).length
  const facts = all.flatMap(({ one }) => one.facts)
  const grades = all.map(({ one }) => Math.max(0, Math.floor(one.grade)))
  return [
    {
      view: 'bars', title: 'What became of the letters', say: 'Letters of the hidden weeks.', unit: 'letters',
      rows: [
        { label: 'Right, and untouched', value: count('good'), tone: 'right' },
        { label: 'Right, by a clinician', value: count('held'), tone: 'note' },
        { label: 'Something is wrong', value: count('wrong'), tone: 'wrong' },
        { label: 'Something is missing', value: count('missing'), tone: 'missed' },
      ],
    },
    {
      view: 'rows', title: 'Fact by fact', columns: ['Fact', 'Critical', 'In the charts', 'In the letters', 'Missing'],
      rows: kinds.map(({ id, label, critical }) => {
        const own = facts.filter(({ told }) => told.kind === id)
        const said = own.filter(({ present }) => present).length
        return [label, critical ? 'yes' : '', own.length, said, own.length - said]
      }),
      marked: kinds.flatMap(({ id, critical }, i) => (critical && facts.some(({ told, present }) => told.kind === id && !present) ? [i] : [])),
    },
    {
      view: 'bars', title: 'How hard to read', say: 'Letters by Flesch-Kincaid grade, rounded down. It says nothing of what is missing.', unit: 'letters',
      rows: [...new Set(grades)].sort((a, b) => a - b).map((grade) => ({ label: `Grade ${grade}`, value: grades.filter((one) => one === grade).length })),
    },
  ]
}
