/** Different people who look alike on paper: twins, a son with his father's name. */
import { Rng } from '../../../core/rng.ts'
import type { Column } from '../../graph/ports.ts'
import type { RegistrySpec } from './spec.ts'

/** How far back somebody is looked for whose double this person can be. */
const LOOK_BACK = 400

/**
 * Copies the columns that doubles share from the earlier person, in place. Nobody is a double of a double, so that a kind of double is
 * always a pair. Where it can be, the two speak one language at home, and their names go together.
 * @param languages of the first `people` rows
 * @returns for each person the kind of double they are or have; '' for most
 */
export function makeDoubles(columns: Record<string, Column>, { likes }: Pick<RegistrySpec, 'likes'>, people: number, languages: readonly string[], seed: string): string[] {
  const kinds = Array.from({ length: people }, () => '')
  for (const [kind, { share, same }] of Object.entries(likes)) {
    const rng = new Rng(`${seed}/likes/${kind}`)
    for (let own = 1; own < people; own++) {
      const [chosen, from] = [rng.bern(share) === 1, rng.int(1, LOOK_BACK)]
      if (!chosen || kinds[own] !== '') continue
      const other = earlier(own, from, (row) => kinds[row] === '' && languages[row] === languages[own] && differ(columns, same, row, own))
      if (other === null) continue
      for (const name of same) copy(columns[name] as Column, other, own)
      kinds[own] = kind
      kinds[other] = kind
    }
  }
  return kinds
}

function earlier(own: number, from: number, fits: (row: number) => boolean): number | null {
  const first = Math.max(0, own - from)
  for (let row = first; row < own; row++) if (fits(row)) return row
  for (let row = first - 1; row >= 0 && row > own - 2 * LOOK_BACK; row--) if (fits(row)) return row
  return null
}

/** They must differ in some column that is not shared, or nobody could tell them apart. */
function differ(columns: Readonly<Record<string, Column>>, same: readonly string[], a: number, b: number): boolean {
  return Object.entries(columns).some(([name, { kind, values }]) => kind === 'category' && !same.includes(name) && values[a] !== values[b])
}

export function copy({ values }: Column, from: number, to: number): void {
  ;(values as (number | string)[])[to] = values[from] as number | string
}
