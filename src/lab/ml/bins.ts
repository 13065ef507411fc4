/** Numbers sorted into few bins, so that a tree need only look at bin borders. */
import type { Mat } from '../graph/ports.ts'

/** Borders of one column: bin of x = how many borders are at or below x. */
export type Cuts = Float64Array

/** At most `bins - 1` borders per column, at equal shares of the rows; a column with few values gets a border at each. */
export function fitCuts({ rows, names, x }: Mat, bins: number): Cuts[] {
  const width = names.length
  return names.map((_, j) => {
    const sorted = Float64Array.from({ length: rows }, (_, i) => x[i * width + j] as number).sort()
    const cuts: number[] = []
    for (let k = 1; k < bins; k++) {
      const border = sorted[Math.floor((k * rows) / bins)] as number
      if (border > (cuts.at(-1) ?? sorted[0] as number)) cuts.push(border)
    }
    return Float64Array.from(cuts)
  })
}

export function binOf(cuts: Cuts, value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value >= (cuts[middle] as number)) low = middle + 1
    else high = middle
  }
  return low
}

/** Bin numbers, column after column (`bins[j * rows + i]`), so that a tree reads memory in order. */
export function binColumns({ rows, names, x }: Mat, cuts: readonly Cuts[]): Uint8Array {
  const width = names.length
  const binned = new Uint8Array(rows * width)
  cuts.forEach((column, j) => {
    for (let i = 0; i < rows; i++) binned[j * rows + i] = binOf(column, x[i * width + j] as number)
  })
  return binned
}
