/** What is wrong with lists, facts and questions: names that are not there, values that cannot vary, placeholders that nothing fills. */
import type { ParamProblem } from '../generator.ts'
import { oneSlip } from '../../language/one-slip.ts'
import { didYouMean } from '../nearest-name.ts'
import { quoted } from './quoted.ts'
import { placeholders, strayBrace } from './pattern.ts'
import { type Fact, MAX_VALUES, type PagesSpec } from './spec.ts'

export function factProblems(spec: PagesSpec): ParamProblem[] {
  return [
    ...(Object.keys(spec.facts).length === 0 ? [{ path: ['facts'], what: 'nothing can be asked', mend: 'Add a fact; docs/from-json/pages.md shows one.' }] : []),
    ...listProblems(spec),
    ...Object.entries(spec.facts).flatMap(([id, fact]) => [...valueProblems(id, fact), ...wordProblems(spec, id, fact)]),
    ...(spec.emergencies?.asks ?? []).flatMap((ask, i) => patternProblems(spec, ['emergencies', 'asks', i], ask, { lists: Object.keys(spec.lists) })),
  ]
}

function listProblems({ lists, facts }: PagesSpec): ParamProblem[] {
  const asked = new Set(Object.values(facts).map(({ of }) => of))
  return Object.entries(lists).flatMap(([list, names]): ParamProblem[] => {
    const low = names.map((name) => name.toLowerCase())
    const near = names.flatMap((name, i) => low.slice(0, i).flatMap((other, j) => (oneSlip(other, low[i] as string) && other !== low[i] ? [[name, names[j] as string] as const] : [])))
    return [
      ...(Object.hasOwn(facts, list) ? [{ path: ['lists', list], what: `"${list}" is a fact too`, mend: 'Rename one of the two.' }] : []),
      ...names.flatMap((name, i) => (low.indexOf(low[i] as string) < i ? [{ path: ['lists', list, i], what: `${quoted(name)} stands there twice`, mend: 'Take one away.' }] : [])),
      // Lists that only vary the wording may be as alike as they like.
      ...(asked.has(list) ? near.slice(0, 1).map(([one, other]) => ({ path: ['lists', list], what: `${quoted(one)} and ${quoted(other)} differ by one letter, and would be taken for a slip of the finger`, mend: 'Choose names that differ more.' })) : []),
    ]
  })
}

function valueProblems(id: string, { value }: Fact): ParamProblem[] {
  const path = ['facts', id, 'value']
  if ('words' in value) {
    const low = value.words.map((word) => word.toLowerCase())
    return value.words.flatMap((word, i) => (low.indexOf(low[i] as string) < i ? [{ path: [...path, 'words', i], what: `${quoted(word)} stands there twice`, mend: 'Take one away.' }] : []))
  }
  const { from, to, step } = value
  const values = Math.floor((to - from) / step) + 1
  if (from >= to) return [{ path: [...path, 'from'], what: `the values run from ${from} to ${to}`, mend: 'Let "to" be the greater one: what never varies cannot be got wrong.' }]
  if (values < 2) return [{ path: [...path, 'step'], what: 'there is only one value to draw', mend: 'Make the step smaller.' }]
  return values > MAX_VALUES ? [{ path: [...path, 'step'], what: `there are ${values} values to draw`, mend: `At most ${MAX_VALUES}: make the step greater.` }] : []
}

function wordProblems(spec: PagesSpec, id: string, fact: Fact): ParamProblem[] {
  const { of, say, asks } = fact
  const at = (...path: PropertyKey[]) => ['facts', id, ...path]
  const lists = Object.keys(spec.lists)
  if (of !== undefined && !Object.hasOwn(spec.lists, of)) return [{ path: at('of'), what: `there is no list "${of}"`, mend: didYouMean(of, lists) }]
  const own = of === undefined ? [] : [of]
  const lacks = (path: PropertyKey[], text: string, name: string) =>
    (placeholders(text).includes(name) ? [] : [{ path: at(...path), what: `{${name}} is missing`, mend: name === id ? 'The sentence states this fact, so its value must stand in it.' : 'Without it nobody knows which one is meant.' }])
  return [
    ...patternProblems(spec, at('say'), say, { lists: own, facts: [id] }),
    ...lacks(['say'], say, id), ...own.flatMap((name) => lacks(['say'], say, name)),
    ...asks.flatMap((ask, i) => [
      ...patternProblems(spec, at('asks', i), ask, { lists }),
      ...own.flatMap((name) => lacks(['asks', i], ask, name)),
    ]),
  ]
}

export interface MayName {
  lists: readonly string[]
  facts?: readonly string[]
}

/** Braces that match, and names that may stand there. */
export function patternProblems(spec: PagesSpec, path: PropertyKey[], text: string, { lists, facts = [] }: MayName): ParamProblem[] {
  const brace = strayBrace(text)
  if (brace !== null) return [{ path, what: `a brace "${brace}" has no partner`, mend: 'Write placeholders as {name}, one pair of braces each, none inside another.' }]
  const known = [...lists, ...facts]
  return placeholders(text).flatMap((name): ParamProblem[] => {
    if (known.includes(name)) return []
    if (Object.hasOwn(spec.facts, name)) return [{ path, what: `the fact {${name}} cannot stand here`, mend: known.length > 0 ? `Here may stand: ${known.map((one) => `{${one}}`).join(', ')}.` : 'Write the sentence without it.' }]
    return [{ path, what: `nothing fills {${name.slice(0, 40)}}: there is no list and no fact of that name`, mend: didYouMean(name, [...known, ...Object.keys(spec.lists), ...Object.keys(spec.facts)]) }]
  })
}
