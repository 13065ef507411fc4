/**
 * The one door to a language model. Built in is a seeded simulation: no weights come with the game, and nothing is sent
 * anywhere. Medals are only ever given with it, for answers of a real model differ from run to run and from machine to machine.
 *
 * An adapter says in its type when it answers. The judge runs without waiting and takes one that answers at once; the bench may
 * also ask one that answers later (`liveAdapter`), over an engine that the platform brings. None is switched on by default.
 */
import type { AbortSignalLike } from '../../core/ports.ts'
import type { Template } from '../../core/artefacts/prompt-pack.ts'
import type { Passage } from './desk-values.ts'

export interface LanguageRequest {
  question: string
  /** All that the model may read, the best match first. */
  passages: readonly Pick<Passage, 'id' | 'title' | 'text'>[]
  template: Template
  /** 0 careful to 1 adventurous. */
  temperature: number
  size: 'small' | 'large'
  /** Same seed, same answer. */
  seed: string
}

export interface LanguageAnswer {
  /** Statements, each with the passage it cites; empty when the model says that it cannot find it. */
  claims: readonly { text: string; cites: string | null; main: boolean }[]
  /** Read and written. */
  tokens: number
  /** Until the last word, in milliseconds. */
  ms: number
  /** Price in cents. */
  cents: number
}

export interface LanguageAdapter<Answered extends LanguageAnswer | Promise<LanguageAnswer>> {
  title: string
  /** Shown wherever it speaks. */
  simulation: boolean
  generate(request: LanguageRequest, signal?: AbortSignalLike): Answered
}
