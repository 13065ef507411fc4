/**
 * Marks in one note held against what should be marked, one to one: exactly, or so that they overlap (the strict and the lenient
 * match of i2b2 2010). A mark of the wrong kind is a miss and a false mark.
 */
import type { Kind } from '../../core/artefacts/annotations.ts'
import { joined } from './surrogate.ts'
import type { Decoy, Found, Mark, NoteTruth } from './values.ts'

export interface SpanScore {
  wanted: readonly { mark: Mark; got: 'exact' | 'overlap' | null }[]
  /** Marks that answer to nothing. */
  extra: readonly Found[]
  /** Look-alikes, and whether they were taken for the real thing. */
  decoys: readonly { decoy: Decoy; taken: boolean }[]
  found: readonly Found[]
}

export function scoreSpans({ marks, decoys }: Pick<NoteTruth, 'marks' | 'decoys'>, hits: readonly Found[]): SpanScore {
  const kinds = [...new Set(hits.map(({ kind }) => kind))]
  // What several rules found of one kind, and overlaps, is one mark.
  const found = kinds.flatMap((kind) => joined(hits.filter((one) => one.kind === kind))).sort((a, b) => a.from - b.from)
  const pairs = marks.flatMap((mark, k) => found.flatMap((one, i) => (one.kind === mark.kind && overlapOf(one, mark) > 0 ? [{ k, i, exact: one.from === mark.from && one.to === mark.to, shared: overlapOf(one, mark) }] : [])))
  const got = new Map<number, 'exact' | 'overlap'>()
  const used = new Set<number>()
  for (const { k, i, exact } of pairs.sort((a, b) => Number(b.exact) - Number(a.exact) || b.shared - a.shared)) {
    if (got.has(k) || used.has(i)) continue
    got.set(k, exact ? 'exact' : 'overlap')
    used.add(i)
  }
  return {
    found,
    wanted: marks.map((mark, k) => ({ mark, got: got.get(k) ?? null })),
    extra: found.filter((_, i) => !used.has(i)),
    decoys: decoys.map((decoy) => ({ decoy, taken: found.some((one) => one.kind === decoy.like && overlapOf(one, decoy) > 0) })),
  }
}

export type Match = 'exact' | 'overlap'

export interface SpanCounts {
  right: number
  wanted: number
  found: number
  /** Notes with something of the kind, those of them with a miss, and those in which all was missed. */
  notes: number
  notesMissed: number
  notesBlank: number
}

/** @param kind only marks of this kind; all when left out */
export function countSpans(scores: readonly SpanScore[], match: Match, kind?: Kind): SpanCounts {
  const counts = { right: 0, wanted: 0, found: 0, notes: 0, notesMissed: 0, notesBlank: 0 }
  for (const score of scores) {
    const wanted = score.wanted.filter(({ mark }) => kind === undefined || mark.kind === kind)
    const right = wanted.filter(({ got }) => got === 'exact' || (got === 'overlap' && match === 'overlap')).length
    counts.right += right
    counts.wanted += wanted.length
    counts.found += score.found.filter((one) => kind === undefined || one.kind === kind).length
    if (wanted.length === 0) continue
    counts.notes++
    if (right < wanted.length) counts.notesMissed++
    if (right === 0) counts.notesBlank++
  }
  return counts
}

function overlapOf(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}
