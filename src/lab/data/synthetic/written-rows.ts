/** Values written out by hand, held against the columns they go into. */
import type { Column } from '../../graph/ports.ts'
import type { ParamProblem } from '../generator.ts'
import { nearest } from './check-spec.ts'
import type { Draw, SyntheticSpec } from './spec.ts'

/** @param columns the table as it is drawn, with any number of rows */
export function writtenProblems(spec: SyntheticSpec, columns: Readonly<Record<string, Column>>): ParamProblem[] {
  const before = Object.entries(spec.columns).flatMap(([name, draw]): ParamProblem[] => {
    const column = columns[name]
    return draw.before === undefined || !column ? [] : cellProblem(['columns', name, 'before'], draw.before, column, null)
  })
  return [...before, ...spec.rows.flatMap((row, i) => Object.entries(row).flatMap(([name, value]): ParamProblem[] => {
    const path = ['rows', i, name]
    const [column, draw] = [columns[name], spec.columns[name]]
    if (!column || !draw || !Object.hasOwn(spec.columns, name)) return [{ path, what: `the table has no column "${name}"`, mend: nearest(spec, name) }]
    return value === null ? [] : cellProblem(path, value, column, wordsOf(draw))
  }))]
}

function cellProblem(path: PropertyKey[], value: number | string, { kind }: Column, words: readonly string[] | null): ParamProblem[] {
  if ((kind === 'number') !== (typeof value === 'number')) return [{ path, what: kind === 'number' ? 'this column holds numbers' : 'this column holds words', mend: kind === 'number' ? 'Write a number, or null where it is missing.' : 'Write it in double quotes.' }]
  if (words === null || words.includes(String(value))) return []
  return [{ path, what: `this column never says ${JSON.stringify(String(value).slice(0, 60))}`, mend: `It is one of: ${words.slice(0, 12).join(', ')}.` }]
}

/** All words a column can say; null where it can say anything. */
function wordsOf(draw: Draw): readonly string[] | null {
  switch (draw.draw) {
    case 'category': return Object.keys(draw.weights)
    case 'bernoulli': return draw.words ?? null
    case 'rules': return draw.hit === 'COLLECT' ? null : [...new Set([...draw.rows.map(({ say }) => say), ...(draw.otherwise === undefined ? [] : [draw.otherwise])])]
    default: return null
  }
}
