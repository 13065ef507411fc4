import { createContext, use } from 'react'
import type { Annotations, FilmMarks, FindRule } from '../../core/artefacts/annotations.ts'
import type { Quest } from '../../core/quest/schema.ts'
import type { RunReport } from '../../core/verdict.ts'
import type { Archive } from '../../lab/deid/values.ts'
import type { DrawnImages } from '../../lab/imaging/drawn/pictures.ts'
import type { Live } from './live.ts'
import type { Terms } from './terms.ts'

export type WorkTab = 'rules' | 'readers' | 'headers' | 'pictures' | 'boxes' | 'results'

export interface Annotate {
  quest: Quest
  annotations: Annotations
  archive: Archive
  /** Drawn pictures on which findings are boxed, where the quest has these instead of notes. */
  pictures: DrawnImages | null
  live: Live
  /** What leaves the house is made fit for it; otherwise something else is marked. */
  release: boolean
  terms: Terms
  report: RunReport | null
  readOnly: boolean
  highlight: string | null
  /** Note on show, 0-based. */
  at: number
  show(at: number): void
  /** Rule that is open for editing. */
  rule: string | null
  openRule(id: string | null): void
  change(changed: Partial<Annotations>, label: string, gesture?: string): void
  changeRule(rule: FindRule, gesture?: string): void
  addRule(rule: FindRule): void
  changeFilm(machine: string, marks: FilmMarks, label: string, gesture?: string): void
  /** Said aloud. */
  say(text: string): void
}

export const AnnotateContext = createContext<Annotate | null>(null)

export function useAnnotate(): Annotate {
  const value = use(AnnotateContext)
  if (!value) throw new Error('this part stands on the annotate bench only')
  return value
}
