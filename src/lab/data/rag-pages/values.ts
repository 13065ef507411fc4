/** What is true in a house, what its books in force leave out, and what other books say instead: each drawn by the seed and its own name. */
import { Rng } from '../../../core/rng.ts'
import { valuesOf } from '../../language/written-lexicon.ts'
import type { Fact, PagesSpec } from './spec.ts'

export interface House {
  /** @param name of the fact's list; '' for the whole house */
  value(fact: string, name: string): string
  isSilent(fact: string, name: string): boolean
  /** What a book that is not in force says. */
  elsewhere(book: string, fact: string, name: string, differs: number): string
}

export function namesOf(spec: PagesSpec, list: string | undefined): readonly string[] {
  return list === undefined ? [''] : spec.lists[list] ?? []
}

export function houseOf(spec: PagesSpec, seed: string): House {
  const facts = new Map(Object.entries(spec.facts).map(([id, fact]) => [id, { values: valuesOf(fact.value), drawn: drawnFor(spec, id, fact, seed) }]))
  const at = (fact: string, name: string) => facts.get(fact)?.drawn.get(name) ?? { value: '', silent: false }
  return {
    value: (fact, name) => at(fact, name).value,
    isSilent: (fact, name) => at(fact, name).silent,
    elsewhere(book, fact, name, differs) {
      const rng = new Rng(`${seed}/${book}/${fact}/${name}`)
      const { value } = at(fact, name)
      const other = (facts.get(fact)?.values ?? []).filter((one) => one !== value)
      return rng.uniform() < differs && other.length > 0 ? rng.pick(other) : value
    },
  }
}

function drawnFor(spec: PagesSpec, id: string, fact: Fact, seed: string): ReadonlyMap<string, { value: string; silent: boolean }> {
  const values = valuesOf(fact.value)
  return new Map(namesOf(spec, fact.of).map((name) => {
    const rng = new Rng(`${seed}/${id}/${name}`)
    return [name, { value: rng.pick(values), silent: rng.uniform() < fact.silent }]
  }))
}
