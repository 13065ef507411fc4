/** Things that the rows of a synthetic table are about: each row is drawn one of them, and reads its entries like columns. */
import { Rng } from '../../../core/rng.ts'
import type { Column } from '../../graph/ports.ts'
import type { ParamProblem } from '../generator.ts'
import { ROW_NUMBER, type SyntheticSpec, TIMES } from './spec.ts'

type Catalogue = Pick<SyntheticSpec, 'catalogue'>

/** Names of all entries, but for how often a thing comes. */
export function entriesOf({ catalogue }: Catalogue): string[] {
  return [...new Set(catalogue.flatMap((thing) => Object.keys(thing)))].filter((name) => name !== TIMES)
}

/** By entry; what a thing does not say is missing. */
export function catalogueColumns({ catalogue }: Catalogue, n: number, seed: string): Record<string, Column> {
  if (catalogue.length === 0) return {}
  const drawn = drawThings(catalogue, n, new Rng(`${seed}/catalogue`))
  return Object.fromEntries(entriesOf({ catalogue }).map((name): [string, Column] => {
    const values = drawn.map((at) => catalogue[at]?.[name])
    return [name, kindOf(catalogue, name) === 'number'
      ? { kind: 'number', values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)) }
      : { kind: 'category', values: values.map((value) => (typeof value === 'string' ? value : '')) }]
  }))
}

function drawThings(catalogue: Catalogue['catalogue'], n: number, rng: Rng): number[] {
  const weights = catalogue.map(({ [TIMES]: times }) => (typeof times === 'number' ? Math.max(0, times) : 1))
  const total = weights.reduce((sum, one) => sum + one, 0)
  return Array.from({ length: n }, () => {
    let left = rng.uniform() * total
    const at = weights.findIndex((weight) => (left -= weight) < 0)
    return at < 0 ? weights.length - 1 : at
  })
}

function kindOf(catalogue: Catalogue['catalogue'], name: string): 'number' | 'words' {
  return typeof catalogue.find((thing) => Object.hasOwn(thing, name))?.[name] === 'number' ? 'number' : 'words'
}

export function catalogueProblems({ catalogue, columns, constants }: SyntheticSpec): ParamProblem[] {
  const kinds = new Map(entriesOf({ catalogue }).map((name) => [name, kindOf(catalogue, name)]))
  return catalogue.flatMap((thing, i) => Object.entries(thing).flatMap(([name, value]): ParamProblem[] => {
    const path = ['catalogue', i, name]
    if (name === TIMES) return typeof value === 'number' && value >= 0 ? [] : [{ path, what: `"${TIMES}" says how often the thing comes`, mend: 'Write a number, 1 when left out.' }]
    if (name === ROW_NUMBER || ['and', 'or', 'not'].includes(name)) return [{ path, what: `"${name}" has a meaning in formulas already`, mend: 'Choose another name.' }]
    if (Object.hasOwn(columns, name) || Object.hasOwn(constants, name)) return [{ path, what: `"${name}" is a ${Object.hasOwn(columns, name) ? 'column' : 'constant'} too`, mend: 'Rename one of the two.' }]
    if ((typeof value === 'number') !== (kinds.get(name) === 'number')) return [{ path, what: `"${name}" is a ${kinds.get(name) === 'number' ? 'number' : 'word'} elsewhere in the catalogue`, mend: 'Write all of them as numbers, or all as words.' }]
    return []
  }))
}
