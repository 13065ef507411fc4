/**
 * The one door to a language model. Built in is a seeded simulation and nothing else: no weights come with the game, and
 * nothing is sent anywhere.
 *
 * To plug in a model that the browser brings, or a server on the same desk, write a `LanguageAdapter` and add it to
 * `ADAPTERS`. The judge runs without waiting, so an engine that answers later does its work in `prepare` and hands the stored
 * words out in `generate`. None is switched on by default: answers of a real model differ from run to run and from machine to
 * machine, so medals are only ever given with the simulation.
 */
import type { Template } from '../../core/artefacts/prompt-pack.ts'
import type { Passage } from './desk-values.ts'
import { simulatedModel } from './simulated-model.ts'

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

export interface LanguageAdapter {
  id: string
  title: string
  /** Shown wherever it speaks. */
  simulation: boolean
  /** For engines that answer later: called with every request before the first `generate`. */
  prepare?(requests: readonly LanguageRequest[]): Promise<void>
  generate(request: LanguageRequest): LanguageAnswer
}

const ADAPTERS: readonly LanguageAdapter[] = [simulatedModel]

/** The adapter of that id. @throws Error for one that is not there */
export function languageAdapter(id: string): LanguageAdapter {
  const adapter = ADAPTERS.find((one) => one.id === id)
  if (!adapter) throw new Error(`there is no language model "${id}"`)
  return adapter
}
