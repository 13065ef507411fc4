import type { z } from 'zod'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { CaseReport, Verdict, View } from '../../core/verdict.ts'
import type { HiddenCases } from '../data/quest-cases.ts'
import type { PortType, PortValue } from '../graph/ports.ts'

export type Figures = Record<string, number | null>

/** One hidden set with what the solution decided, joined to what then happened. */
export interface JudgedSet {
  label: string
  seed: string
  weight: number
  n: number
  figures: Figures
}

/** One function that a quest's metrics may name. */
export interface MetricSpec {
  /** What it measures, as the rest of a sentence: the reference for trainers is made from this. */
  say: string
  /** What `params` of the metric may hold; nothing when left out. */
  params?: z.ZodObject
}

/** Scores solutions of one family of quest. */
export interface Harness<Set extends JudgedSet = JudgedSet> {
  id: string
  /** What is judged, and against what. */
  about: string
  /** What must go into the sink. */
  judges: PortType
  /** Generators whose cases it can join a result to. */
  generators: readonly string[]
  /** Functions that a quest's metrics may name. */
  metrics: Readonly<Record<string, MetricSpec>>
  /** It cannot judge without verify.truth. */
  needsTruth?: true
  /**
   * The learner's own test figures: what they would believe without Verify. Null where there is nothing to measure. The judge
   * always hands in the quest; most harnesses do without.
   */
  testFigures(result: PortValue, metrics: readonly Metric[], quest?: Quest): Figures
  judgeSet(quest: Quest, hidden: HiddenCases, result: PortValue, test: Figures): Set
  /** Why a metric has no value, in words a learner can act on. */
  whyNull(metric: Metric, sets: readonly Set[]): string
  cases(quest: Quest, sets: readonly Set[]): CaseReport[]
  views(quest: Quest, sets: readonly Set[]): View[]
  /** Shares of lights lit in test and in use, for the replay of the trap. */
  replay?(result: PortValue, sets: readonly Set[]): { test: number; deployed: number }
  /** The trap as a short story, once it has fired, where lights on a ward would say nothing. */
  story?(quest: Quest, sets: readonly Set[]): NonNullable<Verdict['story']>
}

