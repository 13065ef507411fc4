/** The small table on which scikit-learn's figures were taken; see scripts/fixtures/sklearn-figures.py. */
import type { Mat } from '../graph/ports.ts'
import fixture from './fixtures/sklearn.json' with { type: 'json' }

export const sklearn = fixture

export const smallTable: Mat = {
  rows: fixture.rows.length,
  names: fixture.names,
  x: Float64Array.from(fixture.rows.flat()),
}

/** Largest distance between two lists. */
export function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  let most = 0
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] as number) - (b[i] as number)))
  return most
}
