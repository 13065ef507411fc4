import type { Generator } from './generator.ts'
import { readmission } from './readmission.ts'

export const allGenerators: readonly Generator[] = [readmission]

export function generatorOf(id: string): Generator | undefined {
  return allGenerators.find((generator) => generator.id === id)
}
