/** `offers.written`: people with files and letters, and offers with criteria, that a quest describes in its own JSON. */
import { OffersSpec } from '../match/offers-spec.ts'
import type { Pool } from '../match/pool.ts'
import { checkOffers, writtenPool } from '../match/written-pool.ts'
import type { Generator } from './generator.ts'
import { tableAsOf } from './synthetic/synthetic-table.ts'

export const offersWritten: Generator<Pool> = {
  id: 'offers.written',
  about: 'people with what is written of them, in columns and letters, and offers such as trials with their criteria: the parameters describe both',
  makes: 'Pool',
  params: OffersSpec,
  schema: [],
  generate: writtenPool,
  asOf: (whole, viewAt) => ({ ...whole, truth: null, table: tableAsOf(whole.table, viewAt), letters: whole.letters.map((letters) => letters.map((letter) => ({ ...letter, known: null }))) }),
  columnsFor: checkOffers,
  traps: [],
}
