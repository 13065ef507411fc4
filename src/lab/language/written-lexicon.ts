/** The lexicon of a shelf that a quest describes: matters with the words they are told by, names from lists, values from ranges. */
import type { Rng } from '../../core/rng.ts'
import type { Lexicon, Matter } from './lexicon.ts'
import type { LexiconSource, WrittenMatter } from './lexicon-source.ts'
import { slippedName } from './one-slip.ts'
import { finder, plainPattern, spotter } from './spot.ts'

type Source = Extract<LexiconSource, { kind: 'written' }>

/** Speaks to a machine and tells it what to do. A sentence about assistants is none. */
const ORDER = /\b(?:ai|assistants?|chatbots?|bots?|language models?)\b\s*(?:[:,]|must|should|shall|always|are to|have to|has to)|\bignore (?:all|any|every|the|what|previous|earlier)\b/i

/** Readings of the sentences of a shelf, which come back with every question. */
const MOST_REMEMBERED = 20_000

export function writtenLexicon({ names, matters, asides }: Source): Lexicon {
  const known = matters.map((matter) => ({ ...matter, is: spotter(matter.spot), value: valueReader(matter), made: matterOf(matter) }))
  const byId = new Map(known.map((one) => [one.id, one]))
  const lists = new Map(Object.entries(names).map(([list, all]) => {
    const [exact, near] = [finder(all), slippedName(all)]
    return [list, remembered((text) => exact(text) ?? near(text))]
  }))
  return {
    matterOf: remembered((text) => known.find(({ is }) => is(text))?.made),
    nameIn(text, matter) {
      const of = byId.get(matter)?.of
      // What holds for the whole house is said of nobody in particular.
      return of ? lists.get(of)?.(text) ?? null : ''
    },
    sameName: (a, b) => a === b,
    valueIn: (text, matter) => byId.get(matter)?.value(text) ?? null,
    isOrder: (text) => ORDER.test(text),
    asides,
  }
}

function matterOf(matter: WrittenMatter): Matter {
  const values = valuesOf(matter.value)
  return {
    id: matter.id,
    say: (name, value) => matter.say.replaceAll(`{${matter.of ?? ''}}`, () => name).replaceAll(`{${matter.id}}`, () => value),
    draw: (rng: Rng) => rng.pick(values),
  }
}

/** Every value that a matter can have, as pages write it: "20 o'clock", "the blue line". */
export function valuesOf(value: WrittenMatter['value']): string[] {
  if ('words' in value) return value.words
  const { from, to, step, unit } = value
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => `${from + at * step} ${unit}`)
}

function valueReader({ value }: WrittenMatter): (text: string) => string | null {
  if ('words' in value) return finder(value.words)
  const number = finder(valuesOf(value))
  // A figure outside the range is a value as well: somebody made it up.
  const any = new RegExp(`(?:^|[^\\p{L}\\p{N}.,])(\\d{1,9}) ${plainPattern(value.unit)}(?![\\p{L}\\p{N}])`, 'iu')
  return (text) => {
    const found = any.exec(text)?.[1]
    return found === undefined ? null : number(`${Number(found)} ${value.unit}`) ?? `${Number(found)} ${value.unit}`
  }
}

function remembered<Read>(read: (text: string) => Read): (text: string) => Read {
  const kept = new Map<string, Read>()
  return (text) => {
    if (!kept.has(text)) {
      if (kept.size >= MOST_REMEMBERED) kept.clear()
      kept.set(text, read(text))
    }
    return kept.get(text) as Read
  }
}
