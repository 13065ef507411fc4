/**
 * Puts a note together. Every sentence has its own stream of chance, made of the seed, the note and the sentence's name: a sentence
 * more or less leaves the words of the others as they are, but where both would take the same word of a list.
 */
import { Rng } from '../../../core/rng.ts'
import { slipsIn } from '../slips-in.ts'
import type { Decoy, Mark, Note, NoteTruth } from '../values.ts'
import { DATE_STYLES } from '../../data/notes-phi-values.ts'
import type { RowFacts } from './amounts.ts'
import type { WrittenPlan } from './plan.ts'
import { MOST_LETTERS } from './spec.ts'
import type { Piece } from './template.ts'

const MOST_TIMES = 12
/** Of the ways to write a day, those that carry the year. */
const WITH_YEAR = 6

export function composeNote(plan: WrittenPlan, facts: RowFacts, row: number, seed: string): { note: Note; known: NoteTruth } {
  const { spec, order } = plan
  const id = `${spec.prefix}${String(row + 1).padStart(4, '0')}`
  const teller = new Teller(plan, facts, row)
  const small = new Rng(`${seed}/${id}/hand`).uniform() < spec.smallLetters
  const page = new Page(small)
  for (const group of order) {
    const said = group.flatMap((name) => sayings(plan, facts, row, name).map((k) => ({ name, k, place: group.length === 1 ? 0 : new Rng(`${seed}/${id}/${name}/${k}/place`).uniform() })))
    for (const { name, k } of said.sort((a, b) => a.place - b.place)) {
      const rng = new Rng(`${seed}/${id}/${name}/${k}`)
      const chance = facts.amounts.get(name)?.chance?.[row]
      if (chance !== undefined && !(rng.uniform() < chance)) continue
      page.write(teller.told(rng.pick(plan.ways.get(name) ?? []), rng), (text) => slipsIn(text, rng, spec.slips), spec.decoys)
    }
  }
  const title = teller.plain(plan.title, new Rng(`${seed}/${id}/title`))
  const patient = facts.columns['pid']?.values[row]
  return { note: { id, title, text: page.text, patient: typeof patient === 'string' ? patient : id }, known: { id, marks: page.marks, decoys: page.decoys } }
}

function sayings({ spec }: WrittenPlan, { amounts }: RowFacts, row: number, name: string): number[] {
  const { when, times } = amounts.get(name) ?? {}
  if (when && !(when[row] as number)) return []
  const said = times ? Math.round(times[row] as number) : 1
  return Array.from({ length: spec.sentences[name] && said > 0 ? Math.min(MOST_TIMES, said) : 0 }, (_, k) => k)
}

type Told = { text: string; mark: { name: string; decoy: boolean } | null }

/** Fills slots, and remembers which words of each list stand in the note. */
class Teller {
  private readonly plan: WrittenPlan
  private readonly facts: RowFacts
  private readonly row: number
  private readonly used = new Map<string, Set<number>>()

  constructor(plan: WrittenPlan, facts: RowFacts, row: number) {
    this.plan = plan
    this.facts = facts
    this.row = row
  }

  told(pieces: readonly Piece[], rng: Rng): Told[] {
    return pieces.map((piece) => (piece.kind === 'mark'
      ? { text: this.plain(piece.inside, rng), mark: { name: piece.name, decoy: piece.decoy } }
      : { text: this.plain([piece], rng), mark: null }))
  }

  plain(pieces: readonly Piece[], rng: Rng): string {
    return pieces.map((piece) => (piece.kind === 'words' ? piece.text : piece.kind === 'slot' ? this.slot(piece, rng) : this.plain(piece.inside, rng))).join('')
  }

  private slot({ name, as }: Extract<Piece, { kind: 'slot' }>, rng: Rng): string {
    const list = this.plan.lists.get(name)
    if (list) return this.plain(this.fresh(name, list, rng), rng)
    const value = this.facts.columns[name]?.values[this.row]
    const text = typeof value === 'number' ? (Number.isNaN(value) ? 'not known' : String(Math.round(value * 1e6) / 1e6)) : (value ?? '')
    const day = as === 'date' ? /^(\d{4})-(\d{2})-(\d{2})/.exec(text) : null
    return day ? (DATE_STYLES[rng.int(0, WITH_YEAR - 1)] as (typeof DATE_STYLES)[number])(Number(day[1]), Number(day[2]), Number(day[3])) : text
  }

  /** The first of a shuffled list that does not stand in the note yet. */
  private fresh(name: string, list: readonly (readonly Piece[])[], rng: Rng): readonly Piece[] {
    const used = this.used.get(name) ?? new Set<number>()
    this.used.set(name, used)
    const all = rng.shuffle([...list.keys()])
    const at = all.find((i) => !used.has(i)) ?? (all[0] as number)
    used.add(at)
    return list[at] as readonly Piece[]
  }
}

/** The note as far as it is written, with the marks that are known. */
class Page {
  text = ''
  readonly marks: Mark[] = []
  readonly decoys: Decoy[] = []
  private readonly small: boolean

  constructor(small: boolean) {
    this.small = small
  }

  /** A sentence after a blank, unless a line begins or ends there; it begins with a capital. What would make the note too long is left out. */
  write(told: readonly Told[], hand: (text: string) => string, sorts: WrittenPlan['spec']['decoys']): void {
    const whole = told.map(({ text }) => text).join('')
    if (this.text.length + whole.length + 1 > MOST_LETTERS) return
    if (this.text !== '' && !this.text.endsWith('\n') && !whole.startsWith('\n')) this.text += ' '
    for (const [i, { text, mark }] of told.entries()) {
      const slipped = hand(i === 0 ? text.replace(/^(\n*)(\p{Ll})/u, (_, lines: string, letter: string) => lines + letter.toUpperCase()) : text)
      const from = this.text.length
      this.text += this.small ? slipped.toLowerCase() : slipped
      const place = { from, to: this.text.length }
      if (mark?.decoy) this.decoys.push({ ...place, word: this.text.slice(from), like: sorts[mark.name]?.like ?? '', sort: mark.name })
      else if (mark) this.marks.push({ ...place, kind: mark.name })
    }
  }
}
