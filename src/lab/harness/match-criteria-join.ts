/** Lists and lines as a solution made them, joined to what the files could tell and to what is so. */
import type { Offers, PortValue } from '../graph/ports.ts'
import { isEligible, type Pool, type PoolTruth, toldAt } from '../match/pool.ts'
import type { Mark } from '../match/three-valued.ts'
import type { JudgedSet } from './harness.ts'

/** One criterion that an offer lists, for one person. */
export interface JudgedCriterion {
  row: number
  /** Offer and criterion, by index; silent criteria are not judged one by one. */
  offer: number
  criterion: number
  said: Mark
  /** What the file can tell. */
  told: Mark
}

/** One person and one offer. */
export interface JudgedPair {
  row: number
  offer: number
  eligible: boolean
  /** Place on the list from 1; null where the person is not on it. */
  place: number | null
  /** Lines that somebody is asked about first. */
  questions: number
}

export interface JudgedMatches {
  pool: Pool
  truth: PoolTruth
  criteria: readonly JudgedCriterion[]
  /** Everybody with every offer. */
  pairs: readonly JudgedPair[]
}

export interface MatchSet extends JudgedSet, JudgedMatches {
  offers: Offers
  viewAt: string
}

/** @throws TypeError when the graph ends in something else than lists of offers */
export function offersIn(result: PortValue): Offers {
  const from = result.type === 'Result' ? result.from : result
  if (from.type !== 'Offers') throw new TypeError(`match-criteria judges lists of offers, not ${from.type}`)
  return from
}

/** @param whole the same people, with what is so */
export function joinOffers({ compiled, said, lists }: Offers, whole: Pool): JudgedMatches {
  const { truth } = whole
  if (!truth) throw new TypeError('these people come without the truth')
  const rows = [...whole.table.ids.keys()]
  const criteria = truth.criteria.flatMap((all, offer) => {
    const lines = compiled.offers[offer] ?? []
    return all.flatMap((one, criterion) => {
      if (one.silent) return []
      const at = lines.findIndex(({ line }) => line.id === one.id)
      // A criterion without a line is one that nobody has looked at.
      return rows.map((row): JudgedCriterion => ({ row, offer, criterion, said: at < 0 ? -1 : (said[offer]?.[row * lines.length + at] ?? -1) as Mark, told: toldAt(one, row) }))
    })
  })
  const pairs = truth.criteria.flatMap((all, offer) => {
    const places = new Map((lists[offer] ?? []).map(({ row, open }, i) => [row, { place: i + 1, questions: open.length }]))
    return rows.map((row): JudgedPair => ({ row, offer, eligible: isEligible(all, row), place: null, questions: 0, ...places.get(row) }))
  })
  return { pool: whole, truth, criteria, pairs }
}
