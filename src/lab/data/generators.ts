import type { PortValue } from '../graph/ports.ts'
import type { Generator } from './generator.ts'
import { boardTimeline } from './governance-year.ts'
import { chestFilms } from './chest-films.ts'
import { writtenDialogues } from './dialogues/written-dialogues.ts'
import { ecgPatch } from './ecg-patch.ts'
import { flowSynthetic } from './flow-synthetic.ts'
import { noshow } from './noshow.ts'
import { paOrders } from './pa-orders.ts'
import { hl7Messages } from './hl7-messages.ts'
import { notesPhi } from './notes-phi.ts'
import { ragFormulary } from './rag-formulary.ts'
import { writtenPages } from './rag-pages/written-pages.ts'
import { readmission } from './readmission.ts'
import { picturesDrawn } from './pictures-drawn.ts'
import { offersWritten } from './offers-written.ts'
import { recordsWritten } from './records-written.ts'
import { retina } from './retina.ts'
import { syntheticStream } from './streams/stream-synthetic.ts'
import { syntheticTrace } from './traces/trace-synthetic.ts'
import { registry } from './registry/registry.ts'
import { syntheticTable } from './synthetic/synthetic-table.ts'
import { notesWritten } from './notes-written.ts'
import { staysWritten } from './stays-written.ts'

/** Whatever it makes: its value is only ever handed back to it or to a block that checks the type. */
export type AnyGenerator = Generator<PortValue>

export const allGenerators = [
  readmission,
  retina,
  chestFilms,
  paOrders,
  hl7Messages,
  ragFormulary,
  noshow,
  notesPhi,
  boardTimeline,
  ecgPatch,
  syntheticTable,
  notesWritten,
  writtenPages,
  writtenDialogues,
  syntheticStream,
  syntheticTrace,
  registry,
  picturesDrawn,
  recordsWritten,
  offersWritten,
  flowSynthetic,
  staysWritten,
] as unknown as readonly AnyGenerator[]

export function generatorOf(id: string): AnyGenerator | undefined {
  return allGenerators.find((generator) => generator.id === id)
}
