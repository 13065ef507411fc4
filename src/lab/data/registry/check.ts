/** What is wrong with the meaning of a registry's description, beyond what is wrong with its columns. */
import type { Column } from '../../graph/ports.ts'
import type { ParamProblem } from '../generator.ts'
import { readFormula } from '../synthetic/formulas.ts'
import { ALIKE, MAX_RECORDS, PERSON, type RegistrySpec, SITE } from './spec.ts'

/** @param columns the people's columns, with any number of rows */
export function registryProblems(spec: RegistrySpec, columns: Readonly<Record<string, Column>>): ParamProblem[] {
  const of = (path: PropertyKey[], name: string): ParamProblem[] => (Object.hasOwn(columns, name) ? [] : [{ path, what: `people have no column "${name}"`, mend: `Use one of: ${Object.keys(columns).slice(0, 30).join(', ')}.` }])
  return [
    ...sizeProblems(spec),
    ...[PERSON, ALIKE, SITE].flatMap((name): ParamProblem[] => (Object.hasOwn(columns, name) ? [{ path: ['columns', name], what: `the registry makes a column "${name}" of its own`, mend: 'Choose another name.' }] : [])),
    ...Object.entries(spec.likes).flatMap(([kind, { same }]) => same.flatMap((name, i) => of(['likes', kind, 'same', i], name))),
    ...Object.entries(spec.changes).flatMap(([kind, change]) => [
      ...change.columns.flatMap((name, i) => of(['changes', kind, 'columns', i], name)),
      ...shareProblems(spec, ['changes', kind, 'share'], change.share, columns),
    ]),
    ...spec.swaps.flatMap(({ columns: pair }, i) => [
      ...pair.flatMap((name, k) => of(['swaps', i, 'columns', k], name)),
      ...(kindOf(columns, pair[0]) === kindOf(columns, pair[1]) ? [] : [{ path: ['swaps', i, 'columns'], what: 'one holds words, the other numbers', mend: 'Let two columns of one kind change places.' }]),
    ]),
    ...Object.entries(spec.errors).flatMap(([name, slips]) => [
      ...of(['errors', name], name),
      ...(kindOf(columns, name) === 'number' && (slips.typo + slips.nickname + slips.short + slips.plain + slips.dayMonth > 0 || slips.instead)
        ? [{ path: ['errors', name], what: `"${name}" holds numbers, which can only be missing here`, mend: 'Say "missing" alone, or let the column hold words.' }] : []),
    ]),
  ]
}

function sizeProblems({ n, records }: RegistrySpec): ParamProblem[] {
  const weights = Object.entries(records)
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  if (total === 0) return [{ path: ['records'], what: 'nobody has a record', mend: 'Say how many people have how many, e.g. { "1": 6, "2": 3 }.' }]
  const expected = Math.round(n * weights.reduce((sum, [count, weight]) => sum + Number(count) * weight, 0) / total)
  return expected > MAX_RECORDS ? [{ path: ['n'], what: `${n} people would have about ${expected} records, and ${MAX_RECORDS} fit`, mend: 'Use fewer people, or fewer records each.' }] : []
}

function shareProblems({ constants }: RegistrySpec, path: PropertyKey[], share: number | string, columns: Readonly<Record<string, Column>>): ParamProblem[] {
  if (typeof share === 'number') return []
  const read = readFormula(share)
  if (!read.ok) return [{ path, what: `the formula cannot be read from character ${read.at + 1} on`, mend: read.say }]
  return read.names.filter((name) => !Object.hasOwn(columns, name) && !Object.hasOwn(constants, name))
    .map((name) => ({ path, what: `there is no column and no constant "${name}"`, mend: 'Add it, or check the spelling. Words go in quotes, as in sex == \'F\'.' }))
}

function kindOf(columns: Readonly<Record<string, Column>>, name: string): Column['kind'] | undefined {
  return Object.hasOwn(columns, name) ? columns[name]?.kind : undefined
}
