/**
 * FHIRPath by the `fhirpath` package with its R4 model. The package is large, so it is fetched when a quest asks for it
 * (`loadFhirPath`); from then on reading and evaluating are synchronous, as the judge is.
 */
type Engine = typeof import('fhirpath')['default']
type Package = typeof import('fhirpath/fhir-context/r4')['default']

/** What the R4 model says, as far as it is asked here. The package's own types leave the insides open. */
export interface R4Model {
  /** "Patient.name" -> "HumanName"; an element with parts of its own is a "BackboneElement". */
  path2Type: Readonly<Record<string, string | { code: string }>>
  /** "Observation.value" -> "Quantity", "String"… */
  choiceTypePaths: Readonly<Record<string, readonly string[]>>
  pathsDefinedElsewhere: Readonly<Record<string, string>>
  /** "Age" -> "Quantity" */
  type2Parent: Readonly<Record<string, string>>
}

/** A part of an expression as the package reads it. Lines and columns count from 1. */
export interface AstNode {
  type: string
  text?: string
  start?: { line: number; column: number }
  length?: number
  children?: readonly AstNode[]
}

let loaded: { engine: Engine; model: Package } | null = null

export async function loadFhirPath(): Promise<void> {
  if (loaded) return
  const [engine, model] = await Promise.all([import('fhirpath'), import('fhirpath/fhir-context/r4')])
  loaded = { engine: engine.default, model: model.default }
}

export function isFhirPathLoaded(): boolean {
  return loaded !== null
}

/** @throws when nobody has fetched it */
export function fhirPathEngine(): { engine: Engine; model: Package } {
  if (!loaded) throw new Error('FHIRPath was not fetched before it was needed: see lab/needs.ts')
  return loaded
}

/** @throws when nobody has fetched it */
export function r4Model(): R4Model {
  return fhirPathEngine().model as unknown as R4Model
}

/** @throws whatever the package says against the text */
export function parseFhirPath(text: string): AstNode {
  return fhirPathEngine().engine.parse(text) as AstNode
}
