/** Which cases no row speaks for, and which rows never speak: because nothing fits them, or because rows above take it all. */
import type { RuleInput } from '../../core/artefacts/rule-table.ts'
import { type CompiledRow, type CompiledTable, fires } from './compile-table.ts'
import { ask, type Atom, type UnaryTest, type Value } from './unary-test.ts'

export interface RowCoverage {
  row: string
  /** Cases it fits, whatever stands above. */
  fits: number
  /** Cases it decides. */
  speaks: number
  /** 0-based places of the rows above that take what would have been its cases, those that take most first. */
  takenBy: number[]
  /** Place of a row above that takes every case this one could ever fit, seen or not; null when there is none. */
  shadowedBy: number | null
}

export interface Coverage {
  rows: RowCoverage[]
  /** Places of the cases for which no row speaks. */
  unmatched: number[]
}

/** @param cases facts of each case in the order of the table's inputs */
export function coverageOf(compiled: CompiledTable, cases: readonly (readonly Value[])[]): Coverage {
  const counts = compiled.rows.map(() => ({ fits: 0, speaks: 0, takers: new Map<number, number>() }))
  const unmatched: number[] = []
  cases.forEach((facts, i) => {
    let first = -1
    compiled.rows.forEach((row, at) => {
      const count = counts[at]
      if (!count || !fires(row, facts)) return
      count.fits++
      if (first < 0 || compiled.hit === 'COLLECT') count.speaks++
      else count.takers.set(first, (count.takers.get(first) ?? 0) + 1)
      if (first < 0) first = at
    })
    if (first < 0) unmatched.push(i)
  })
  return {
    unmatched,
    rows: counts.map(({ fits, speaks, takers }, at) => ({
      row: compiled.rows[at]?.id ?? '',
      fits, speaks,
      takenBy: [...takers].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([taker]) => taker),
      shadowedBy: compiled.hit === 'FIRST' ? shadowOf(compiled, at) : null,
    })),
  }
}

/** The first row above that fits whatever this row fits. Two rows that only together cover it are not found. */
function shadowOf(compiled: CompiledTable, at: number): number | null {
  const row = compiled.rows[at]
  if (!row || row.broken) return null
  const above = compiled.rows.slice(0, at).findIndex((other) => covers(compiled, other, row))
  return above < 0 ? null : above
}

/** Whether every case that `inner` fits is fitted by `outer`: true of rows when it is true of each of their columns. */
export function covers({ table }: CompiledTable, outer: CompiledRow, inner: CompiledRow): boolean {
  if (outer.broken) return false
  return outer.cells.every(({ at, test }) => {
    const mine: UnaryTest = inner.cells.find((cell) => cell.at === at)?.test ?? { kind: 'any' }
    return pointsOf([test, mine], table.inputs[at]).every((value) => ask(mine, value) !== true || ask(test, value) === true)
  })
}

/** Values at which tests can change their mind: all that they name, all between, one beyond each end, one never named, and "not known". */
function pointsOf(tests: readonly UnaryTest[], input: Pick<RuleInput, 'kind' | 'values'> | undefined): Value[] {
  const named = tests.flatMap((test) => (test.kind === 'any' ? [] : test.of.flatMap(valuesIn)))
  if (input?.kind !== 'number') return [...new Set([...(input?.values ?? ['a word that no test names']), ...named]), null]
  const numbers = [...new Set(named.filter((value) => typeof value === 'number'))].sort((a, b) => a - b)
  const between = numbers.flatMap((value, i) => (i === 0 ? [value - 1, value] : [(value + (numbers[i - 1] as number)) / 2, value]))
  return [...between, (numbers.at(-1) ?? 0) + 1, null]
}

function valuesIn(atom: Atom): (string | number)[] {
  switch (atom.kind) {
    case 'null': return []
    case 'is': return [atom.value]
    case 'compare': return [atom.than]
    case 'range': return [atom.from, atom.to]
  }
}
