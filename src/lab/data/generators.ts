import type { PortValue } from '../graph/ports.ts'
import type { Generator } from './generator.ts'
import { boardTimeline } from './governance-year.ts'
import { chestFilms } from './chest-films.ts'
import { ecgPatch } from './ecg-patch.ts'
import { flowSynthetic } from './flow-synthetic.ts'
import { noshow } from './noshow.ts'
import { paOrders } from './pa-orders.ts'
import { hl7Messages } from './hl7-messages.ts'
import { notesPhi } from './notes-phi.ts'
import { ragFormulary } from './rag-formulary.ts'
import { readmission } from './readmission.ts'
import { retina } from './retina.ts'
import { syntheticTable } from './synthetic/synthetic-table.ts'

/** Whatever it makes: its value is only ever handed back to it or to a block that checks the type. */
export type AnyGenerator = Generator<PortValue>

export const allGenerators: readonly AnyGenerator[] = [readmission as unknown as AnyGenerator, retina as unknown as AnyGenerator, chestFilms as unknown as AnyGenerator, paOrders as unknown as AnyGenerator, hl7Messages as unknown as AnyGenerator, ragFormulary as unknown as AnyGenerator, noshow as unknown as AnyGenerator, notesPhi as unknown as AnyGenerator, boardTimeline as unknown as AnyGenerator, ecgPatch as unknown as AnyGenerator, syntheticTable as unknown as AnyGenerator, flowSynthetic as unknown as AnyGenerator]

export function generatorOf(id: string): AnyGenerator | undefined {
  return allGenerators.find((generator) => generator.id === id)
}
