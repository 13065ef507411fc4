/**
 * A stand-in for a language model that writes letters: seeded, open to look into, and not a model. It reads what it is handed and
 * then errs the way the real thing was seen to: it carries on what was true before, it leaves out, it adds (sources zar, car). What
 * cannot be said as simply as it was asked for, it leaves away: the letter becomes easier by saying less. How often is set by us,
 * to teach with.
 */
import type { LetterPlan, LetterSlot } from '../../core/artefacts/letter-plan.ts'
import { nearest } from '../../core/nearest.ts'
import { Rng } from '../../core/rng.ts'
import { luckOf } from './luck.ts'
import { chartOf, contradicts } from './chart.ts'
import { kindOf, keyOf, type LetterLine, type LetterPart, type LetterWords, sameTold, type Stay, type Told } from './letter-values.ts'
import { waysOf } from './letter-text.ts'

/** Chance of leaving out a fact for no reason: at temperature 0, and more with heat. */
const FORGETS = { still: 0.01, heat: 0.03 } as const
/** Of the facts whose easiest way is one grade too hard, about half go; two grades, four in five. */
const STRAIN = 0.8
/** Chance that a name is taken for another of its list that is spelt nearly alike, by whether it was told to copy. */
const SWAPS = { copied: { still: 0.01, heat: 0.03 }, free: { still: 0.025, heat: 0.06 } } as const
/** Chance of a sentence that stands in no chart, by whether it was told to keep to the chart. */
const INVENTS = { told: { still: 0.08, heat: 0.2 }, free: { still: 0.25, heat: 0.45 } } as const
/** Handed both, and the note still says what the list has long changed: chance of believing the note as well. */
const BELIEVES_NOTE = 0.45
/** Chance of mentioning what no section asks for. */
const UNASKED = 0.35

/** What no section asked for goes here. */
export const ELSE_SLOT = 'else'
const ELSE_TITLE = 'Also good to know'

interface Rate {
  still: number
  heat: number
}

interface Writing {
  stay: Stay
  words: LetterWords
  plan: LetterPlan
  /** Each matter has chance of its own: a change of the plan changes what it is about, and no more. */
  luck(of: string): Rng
}

/** The letter as the model would write it: a part for each section that is on, in order. Same chart, same plan, same letter. */
export function writeDraft(stay: Stay, words: LetterWords, plan: LetterPlan): LetterPart[] {
  const chart = luckOf(stay)
  const writing: Writing = { stay, words, plan, luck: (of) => new Rng(`${chart}/${of}`) }
  const on = plan.slots.filter((slot) => slot.on)
  const parts = on.map(({ id, title, kinds, from }): LetterPart => ({
    slot: id, title, lines: handed(writing, from).filter(({ kind }) => kinds.includes(kind)).flatMap((told) => lineFor(writing, told)),
  }))
  const asked = new Set(on.flatMap(({ kinds }) => kinds))
  const unasked = handed(writing, 'list').filter((told) => !asked.has(told.kind) && writing.luck(`unasked/${keyOf(told)}`).uniform() < UNASKED)
  parts.push({ slot: ELSE_SLOT, title: ELSE_TITLE, lines: unasked.flatMap((told) => lineFor(writing, told)) })
  return withInvention(writing, parts).filter(({ lines }) => lines.length > 0)
}

function handed({ stay, words, luck }: Writing, from: LetterSlot['from']): Told[] {
  const { list, note } = chartOf(stay, words)
  if (from === 'list') return [...list]
  if (from === 'note') return [...note]
  return [...list, ...note.filter((told) => !list.some((one) => sameTold(one, told))
    && (!list.some((one) => contradicts(one, told, words)) || luck(`believes/${keyOf(told)}`).uniform() < BELIEVES_NOTE))]
}

/** One statement in the way that is nearest to the grade asked for; none where it was left away. */
function lineFor(writing: Writing, told: Told): LetterLine[] {
  const { words, plan: { reading, temperature }, luck } = writing
  const rng = luck(`line/${keyOf(told)}`)
  const [forgets, strains, wanders] = [rng.uniform(), rng.uniform(), rng.uniform()]
  const written = swapped(writing, told)
  const ways = waysOf(written, words)
  const tooHard = Math.max(0, (ways[0]?.grade ?? 0) - reading)
  if (forgets < rate(FORGETS, temperature) || strains < 1 - Math.exp(-STRAIN * tooHard)) return []
  const near = [...ways].sort((a, b) => Math.abs(a.grade - reading) - Math.abs(b.grade - reading))
  const way = (wanders < 0.4 * temperature ? near[1] : undefined) ?? near[0]
  return way ? [{ text: way.text, told: written }] : []
}

/** The name of another thing that is spelt nearly alike, now and then. */
function swapped({ words, plan: { clauses, temperature }, luck }: Writing, told: Told): Told {
  const kind = kindOf(words, told.kind)
  const name = told.values[kind?.about ?? '']
  if (!kind || name === undefined) return told
  if (luck(`name/${keyOf(told)}`).uniform() >= rate(clauses.exactNames ? SWAPS.copied : SWAPS.free, temperature)) return told
  const alike = nearest(name, (kind.words[kind.about] ?? []).filter((word) => word !== name))
  if (alike === null) return told
  return { kind: told.kind, values: { ...told.values, [kind.about]: alike } }
}

function withInvention({ words, plan: { clauses, temperature }, luck }: Writing, parts: readonly LetterPart[]): LetterPart[] {
  const rng = luck('invents')
  const at = rng.int(0, parts.length - 1)
  const text = rng.pick(words.inventions)
  if (rng.uniform() >= rate(clauses.chartOnly ? INVENTS.told : INVENTS.free, temperature)) return [...parts]
  return parts.map((part, i) => (i === at ? { ...part, lines: [...part.lines, { text, told: null }] } : part))
}

function rate({ still, heat }: Rate, temperature: number): number {
  return still + heat * temperature
}
