/**
 * What a block is. One file per block under `blocks/<family>/`, listed in `blocks/catalogue.ts`; benches read the spec
 * (ports, words, parameter schema), the engine reads `fit` and `apply`.
 */
import type { z } from 'zod'
import type { ArtefactName } from '../../core/artefacts/shapes.ts'
import type { Json } from '../../core/quest/schema.ts'
import type { NodeReport, Progress } from '../../core/verdict.ts'
import type { PortType, PortValue } from './ports.ts'

export interface PortSpec {
  name: string
  label: string
  type: PortType
  /** An input that may stay unconnected. */
  optional?: boolean
  /** For an input of type "Any" that reads only some types, e.g. a ROC view: scores and decisions. */
  accepts?: readonly PortType[]
}

export type Family = 'source' | 'table' | 'model' | 'score' | 'signal' | 'image' | 'text' | 'interop' | 'link' | 'decide' | 'check' | 'operate' | 'view' | 'sink'

export interface BlockSpec {
  /** "ml.logistic"; a variant carries its kind after a colon: "score.points:lace". */
  id: string
  family: Family
  title: string
  /** One sentence on what it does, for the palette and for a screen reader. */
  summary: string
  /** For a source: what the generator must make for it to bring in. */
  cases?: PortType
  /** The only generators whose cases it understands; any that makes the type when left out. */
  casesOf?: readonly string[]
  inputs: readonly PortSpec[]
  outputs: readonly PortSpec[]
  /**
   * The artefact beside the graph that it reads; it is handed this one and no other. `namedBy` is a parameter that may name a
   * further artefact of the same shape.
   */
  reads?: { artefact: ArtefactName; namedBy?: string }
  /** Columns that it puts beside those that come in; "any" where whoever sets it names them. */
  adds?: readonly string[] | 'any'
  /** Parameters: every field has a title, a description, bounds and a default. Forms are made from it. */
  params: z.ZodObject
}

/** Name of the artefact that a node reads; null when it reads none. */
export function artefactRead({ reads }: BlockSpec, params: Readonly<Record<string, unknown>>): string | null {
  if (!reads) return null
  const named = reads.namedBy === undefined ? undefined : params[reads.namedBy]
  return typeof named === 'string' ? named : reads.artefact
}

/** Whether a source can bring in what that generator makes. */
export function bringsIn({ cases, casesOf }: BlockSpec, generator: { id: string; makes: PortType }): boolean {
  return cases === generator.makes && (casesOf === undefined || casesOf.includes(generator.id))
}

export interface RunContext {
  /** Named visible set of this run, e.g. "train". */
  set: string
  /** True while hidden cases are run through the frozen graph. */
  applying: boolean
  params: Record<string, unknown>
  /** Moment of decision, e.g. "discharge": views mark what is known by then. */
  viewAt: string
  /** The cases of a data set by its name; while applying, the hidden cases whatever the name. Only source blocks ask. */
  cases(name: string): PortValue
  /** What the learner made beside the graph, by name, as far as the block's spec says that it reads it. Data from outside: check it before use. */
  artefacts: Readonly<Record<string, Json>>
  /** Throws when the run was stopped or its memory budget is spent; long loops call it with their share done (0..1). */
  tick(done?: number): void
  problem(say: string, code?: string): never
}

/** Inputs by port name; an unconnected optional port is absent. */
export type Inputs = Record<string, PortValue>
export type Outputs = Record<string, PortValue>

export interface Block extends BlockSpec {
  /**
   * Learn from visible data. `state` is frozen afterwards and handed to `apply` for hidden cases, thresholds included.
   */
  fit(inputs: Inputs, context: RunContext): { outputs: Outputs; state: unknown }
  /** Use what was learned on cases never seen. A block that learns nothing leaves `apply` out and `fit` serves both. */
  apply?(inputs: Inputs, state: unknown, context: RunContext): Outputs
  /** What the learner may see of this node after a run. */
  report?(inputs: Inputs, outputs: Outputs, state: unknown): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'head' | 'views' | 'detail'>
}

export type OnProgress = (progress: Progress) => void
