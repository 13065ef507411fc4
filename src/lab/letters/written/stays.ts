/** Stays that a quest describes in its own JSON. What `stays.written` gives out, or everything that is wrong with the description. */
import type { z } from 'zod'
import type { ParamProblem } from '../../data/generator.ts'
import { didYouMean } from '../../data/nearest-name.ts'
import { firstProblem } from '../../data/param-words.ts'
import { placeholders, strayBrace } from '../../data/rag-pages/pattern.ts'
import { quoted } from '../../data/rag-pages/quoted.ts'
import { type Plan, readPlan } from '../../data/synthetic/plan.ts'
import { columnsPart } from '../../data/synthetic/spec.ts'
import { rowFacts, Unfitting } from '../../deid/written/amounts.ts'
import { amountProblems } from '../../deid/written/plan.ts'
import type { Stays } from '../letter-values.ts'
import { composeStay, wordsFor } from './compose.ts'
import { readBackProblems } from './read-back.ts'
import { StaysSpec } from './spec.ts'

const STAYS_OTHERWISE = 60

export type StaysRead = { ok: true; spec: StaysSpec; plan: Plan } | { ok: false; issues: readonly z.core.$ZodIssue[]; problems: readonly ParamProblem[] }

/** @throws Error that says what is wrong with a description that was not checked */
export function writtenStays(seed: string, written: Record<string, unknown>): Stays {
  const read = readStays(written)
  if (!read.ok) throw new Error(`The stays that this quest describes cannot be made. ${firstProblem(read, written)}`)
  return staysOf(read.spec, read.plan, read.plan.n, seed)
}

function staysOf(spec: StaysSpec, plan: Plan, n: number, seed: string): Stays {
  const facts = rowFacts(plan, { under: 'facts', parts: spec.facts }, n, seed)
  const made = Array.from({ length: n }, (_, row) => composeStay(spec, facts, row, seed))
  return { type: 'Stays', stays: made.map(({ stay }) => stay), words: wordsFor(spec), truth: made.map(({ truth }) => truth) }
}

function readStays(written: unknown): StaysRead {
  const read = StaysSpec.safeParse(written)
  if (!read.success) return { ok: false, issues: read.error.issues, problems: [] }
  const spec = read.data
  const plan = readPlan({ ...columnsPart(spec), n: spec.n ?? (spec.rows.length || STAYS_OTHERWISE) })
  if (!plan.ok) return plan
  const problems = [...nameProblems(spec), ...amountProblems(spec, { under: 'facts', parts: spec.facts })]
  return problems.length > 0 ? { ok: false, issues: [], problems } : { ok: true, spec, plan: plan.plan }
}

/** Everything that is wrong with the description: names first, then formulas, then what nobody could read back. */
export function checkStays(written: Record<string, unknown>): readonly ParamProblem[] {
  const read = readStays(written)
  if (!read.ok) return read.problems
  try {
    return readBackProblems(read.spec, staysOf(read.spec, read.plan, Math.min(read.plan.n, 20), 'read back'))
  } catch (error) {
    if (error instanceof Unfitting) return [error.problem]
    throw error
  }
}

function nameProblems(spec: StaysSpec): ParamProblem[] {
  const { facts, lists, columns, title, opening, closing } = spec
  const [listNames, columnNames] = [Object.keys(lists), Object.keys(columns)]
  const slots = (path: PropertyKey[], text: string, known: readonly string[], what: string): ParamProblem[] => [
    ...(strayBrace(text) === null ? [] : [{ path, what: `a brace stands alone in ${quoted(text)}`, mend: 'Write {name}.' }]),
    ...placeholders(text).filter((name) => !known.includes(name)).map((name) => ({ path, what: `there is no ${what} "${name}"`, mend: didYouMean(name, known) })),
  ]
  return [
    ...(Object.keys(facts).length === 0 ? [{ path: ['facts'], what: 'the charts say nothing', mend: 'Add a kind of fact; docs/from-json/letters.md shows one.' }] : []),
    ...listNames.filter((name) => columnNames.includes(name)).map((name) => ({ path: ['lists', name], what: `"${name}" is a column too`, mend: 'Rename one of the two.' })),
    ...Object.entries({ title, opening, closing }).flatMap(([key, text]) => slots([key], text, columnNames, 'column')),
    ...Object.entries(facts).flatMap(([kind, { values, about, note, say, stale }]): ParamProblem[] => {
      const at = ['facts', kind]
      const names = Object.keys(values)
      const before = stale && facts[stale.as]
      return [
        ...Object.entries(values).flatMap(([name, text]) => slots([...at, 'values', name], text, [...columnNames, ...listNames], 'column and no list')),
        ...(about === undefined || names.includes(about) ? [] : [{ path: [...at, 'about'], what: `there is no value "${about}"`, mend: didYouMean(about, names) }]),
        ...Object.entries({ note, say }).flatMap(([key, ways]) => ways.flatMap((way, i) => [
          ...slots([...at, key, i], way, names, 'value'),
          ...names.filter((name) => !placeholders(way).includes(name)).map((name) => ({ path: [...at, key, i], what: `${quoted(way)} leaves {${name}} out`, mend: 'Every way to put a fact says all of its values.' })),
        ])),
        ...(stale && !before ? [{ path: [...at, 'stale', 'as'], what: `there is no kind of fact "${stale.as}"`, mend: didYouMean(stale.as, Object.keys(facts)) }] : []),
        ...Object.entries(stale?.values ?? {}).flatMap(([name, text]) => slots([...at, 'stale', 'values', name], text, [...columnNames, ...listNames], 'column and no list')),
        ...(before ? Object.keys(before.values).filter((name) => !names.includes(name) && !Object.hasOwn(stale?.values ?? {}, name))
          .map((name) => ({ path: [...at, 'stale', 'values'], what: `nobody says what {${name}} was before`, mend: `"${stale?.as}" needs it: add "${name}".` })) : []),
      ]
    }),
  ]
}
