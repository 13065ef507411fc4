/**
 * Puts a stay together. Every fact has its own stream of chance, made of the seed, the stay and the name of its kind: a kind more or
 * less leaves the others as they are, but where both would take the same word of a list.
 */
import { Rng } from '../../../core/rng.ts'
import type { RowFacts } from '../../deid/written/amounts.ts'
import { placeholders } from '../../data/rag-pages/pattern.ts'
import type { KindWords, LetterWords, Stay, StayTruth, Told } from '../letter-values.ts'
import { plainWord } from '../letter-values.ts'
import { fillWay } from '../ways.ts'
import { type FactSpec, MOST_TIMES, type StaysSpec } from './spec.ts'

const MOST_CHATTER = 3

/** The ways to put every kind of fact, as plain data. */
export function wordsFor(spec: StaysSpec): LetterWords {
  const templates = new Map<string, string[]>()
  for (const { values, stale } of Object.values(spec.facts)) {
    for (const [name, value] of [...Object.entries(values), ...Object.entries(stale?.values ?? {})]) templates.set(name, [...(templates.get(name) ?? []), value])
  }
  // Where everything that can stand there is known, it is understood word for word.
  const known = new Map([...templates].map(([name, all]): [string, string[]] => {
    const lists = all.map((value) => spec.lists[/^\{(\w+)\}$/.exec(value)?.[1] ?? ''])
    return [name, lists.every((list) => list !== undefined) ? [...new Set(lists.flat() as string[])] : []]
  }))
  return {
    inventions: spec.inventions,
    kinds: Object.entries(spec.facts).map(([id, { label, resource, status, critical, values, about, note, say }]): KindWords => ({
      id, label, resource, status, critical, note, say, about: about ?? Object.keys(values)[0] ?? '',
      words: Object.fromEntries(Object.keys(values).map((name) => [name, known.get(name) ?? []])),
    })),
  }
}

export interface Composed {
  stay: Stay
  truth: StayTruth
}

export function composeStay(spec: StaysSpec, facts: RowFacts, row: number, seed: string): Composed {
  const id = `${spec.prefix}${String(row + 1).padStart(4, '0')}`
  const filler = new Filler(spec, facts, row)
  const told: Told[] = []
  const list: Stay['list'][number][] = []
  const note: { text: string; stale: boolean; place: number }[] = []
  for (const [kind, fact] of Object.entries(spec.facts)) {
    for (let k = 0; k < timesOf(facts, kind, row); k++) {
      const rng = new Rng(`${seed}/${id}/${kind}/${k}`)
      const chance = facts.amounts.get(kind)?.chance?.[row]
      if (chance !== undefined && !(rng.uniform() < chance)) continue
      const one: Told = { kind, values: filler.values(fact.values, rng) }
      told.push(one)
      const [listed, noted] = [rng.uniform() < fact.inList, rng.uniform() < fact.inNote]
      if (listed || !noted) list.push({ ...one, id: `${id}-${list.length + 1}` })
      if (noted) note.push({ text: fillWay(rng.pick(fact.note), one.values), stale: false, place: rng.uniform() })
      const before = staleOf(spec, fact, one, filler, rng)
      if (before) note.push({ ...before, stale: true, place: rng.uniform() })
    }
  }
  const hand = new Rng(`${seed}/${id}/note`)
  for (const text of hand.shuffle([...spec.chatter]).slice(0, hand.int(0, MOST_CHATTER))) note.push({ text, stale: false, place: hand.uniform() })
  note.sort((a, b) => a.place - b.place)
  const record = facts.columns['pid']?.values[row]
  return {
    stay: {
      id, list, note: note.map(({ text }) => text), record: typeof record === 'string' ? record : id,
      title: filler.text(spec.title, hand), opening: filler.text(spec.opening, hand), closing: filler.text(spec.closing, hand),
    },
    truth: { facts: told, stale: note.map(({ stale }) => stale) },
  }
}

function timesOf({ amounts }: RowFacts, kind: string, row: number): number {
  const { when, times } = amounts.get(kind) ?? {}
  if (when && !(when[row] as number)) return 0
  return times ? Math.min(MOST_TIMES, Math.max(0, Math.round(times[row] as number))) : 1
}

/** What somebody wrote into the note before it changed. */
function staleOf({ facts }: StaysSpec, { stale }: FactSpec, now: Told, filler: Filler, rng: Rng): { text: string } | null {
  const before = stale && facts[stale.as]
  if (!before || !(rng.uniform() < stale.chance)) return null
  return { text: fillWay(rng.pick(before.note), { ...now.values, ...filler.values(stale.values, rng) }) }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** Fills in what is known of a stay, and remembers which words stand in it already. */
class Filler {
  private readonly spec: StaysSpec
  private readonly facts: RowFacts
  private readonly row: number
  private readonly used = new Set<string>()

  constructor(spec: StaysSpec, facts: RowFacts, row: number) {
    this.spec = spec
    this.facts = facts
    this.row = row
  }

  values(templates: Readonly<Record<string, string>>, rng: Rng): Record<string, string> {
    return Object.fromEntries(Object.entries(templates).map(([name, template]) => [name, this.text(template, rng)]))
  }

  text(template: string, rng: Rng): string {
    return placeholders(template).reduce((text, name) => text.replaceAll(`{${name}}`, () => this.word(name, rng)), template)
  }

  private word(name: string, rng: Rng): string {
    const list = this.spec.lists[name]
    if (!list) return this.column(name)
    const all = rng.shuffle([...list])
    const word = all.find((one) => !this.used.has(plainWord(one))) ?? (all[0] as string)
    this.used.add(plainWord(word))
    return word
  }

  private column(name: string): string {
    const value = this.facts.columns[name]?.values[this.row]
    const text = typeof value === 'number' ? (Number.isNaN(value) ? 'not known' : String(Math.round(value * 1e6) / 1e6)) : (value ?? '')
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
    return day ? `${Number(day[3])} ${MONTHS[Number(day[2]) - 1]} ${day[1]}` : text
  }
}
