/** Records on their way through a map. */
import type { Table } from '../graph/ports.ts'
import type { Desk, Payer } from '../payer/spec.ts'
import type { MappedRecord } from './map-record.ts'
import type { Shape } from './shape.ts'

/** Records as their senders write them, with what is wanted of them. */
export interface Records {
  type: 'Records'
  /** A row for each; the fields that a map may read are those of the shape. */
  table: Table
  shape: Shape
  /** Who answers what is wanted, where the quest says so. */
  payer?: Payer
}

/** What the map made of each record, by the same index. */
export interface Mapped {
  type: 'Mapped'
  table: Table
  shape: Shape
  /** Rows of the map by id, top to bottom. */
  mapRows: readonly string[]
  records: readonly MappedRecord[]
  payer?: Payer
  /** How the desk works that sends them. */
  desk?: Desk
}
