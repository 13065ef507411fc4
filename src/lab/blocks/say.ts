/** Numbers in the words of a report. */
import type { Table } from '../graph/ports.ts'

/** 4000 -> "4,000" in every engine and language setting. */
export function grouped(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** "1 stay", "4,000 stays". */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`
}

/** "4,000 bookings" where the quest has a noun for its rows, "4,000 rows" where it has none. */
export function rowsOf({ ids, noun = { one: 'row', many: 'rows' } }: Pick<Table, 'ids' | 'noun'>): string {
  return countOf(ids.length, noun.one, noun.many)
}

/** 0.187 -> "18.7%"; null -> "no figure". */
export function percent(share: number | null): string {
  return share === null ? 'no figure' : `${Math.round(share * 1000) / 10}%`
}

/** 0.7015 -> "0.702"; null -> "no figure". */
export function figure(value: number | null, decimals = 3): string {
  return value === null ? 'no figure' : value.toFixed(decimals)
}
