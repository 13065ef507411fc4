/**
 * The artefact `mapTable`: from fields of HL7 v2 messages to elements of FHIR resources, or from fields to elements that a quest
 * describes itself, row by row. What a row means when it runs is in `lab/interop/map/`; here is the shape alone.
 */
import { z } from 'zod'

export const TRANSFORMS = ['text', 'name', 'date', 'dateTime', 'number', 'ucum', 'concat', 'patient', 'encounter', 'comma', 'dayFirst', 'monthFirst', 'convert', 'person'] as const
export type Transform = (typeof TRANSFORMS)[number]

/** Said instead of a value: a person has to look at it. */
export const ASK = '?'

export const PICKS = ['newest', 'agreed'] as const

export const Conversion = z.strictObject({
  from: z.string().max(160).describe('a field that holds the unit, or a unit in quotes: "mg/dL" with quotes inside'),
  to: z.string().max(40).describe('unit that is wanted, in UCUM: mmol/L'),
  gramsPerMole: z.number().positive().max(1e6).optional().describe('of the substance, between mass and amount'),
})

export const MapRow = z.strictObject({
  id: z.string().min(1).max(40),
  from: z.string().max(160).describe('"PID-3.1", several joined by +, or a text in quotes that is put in as it is'),
  when: z.string().max(200).default('').describe('"PID-3.5 = MR", "OBX-2 in ST, TX", "OBX-5 present"; joined by "and"; empty: always'),
  to: z.string().max(160).describe('"Patient.name[0].family"'),
  transform: z.enum(TRANSFORMS).default('text').describe('how the value is written in FHIR'),
  extract: z.string().max(200).optional().describe('a regular expression: only the part that fits it goes on (the first bracket, if it has one); a value that it does not fit is left out'),
  pick: z.enum(PICKS).optional().describe('where the row reads facts and several fit: "newest" (when left out), or "agreed": only if they all say the same, else a person looks'),
  link: z.boolean().optional().describe('the paper that the fact stands in goes along as evidence'),
  convert: Conversion.optional().describe('for the transform "convert": units between which a number is worked out'),
  valueMap: z.record(z.string().max(80), z.string().max(160)).optional().describe('what a value becomes; one that is not named is left out, unless "*" says otherwise ("*": "*" lets it through as it is); where a quest describes its records, "?" leaves it to a person'),
})
export type MapRow = z.infer<typeof MapRow>

export const Updates = z.strictObject({
  empty: z.enum(['keep', 'remove']).default('keep').describe('what an empty field in a later message does to what is already known'),
  quotes: z.enum(['remove', 'keep', 'text']).default('remove').describe('what a field of two double quotes does'),
})
export type Updates = z.infer<typeof Updates>

export const MapTable = z.strictObject({
  rows: z.array(MapRow).max(120),
  updates: Updates.default({ empty: 'keep', quotes: 'remove' }),
})
export type MapTable = z.infer<typeof MapTable>

export type ReadMapTable = { ok: true; table: MapTable } | { ok: false; say: string }

/** A map from outside: a file, a save, a learner's hand. Says the first thing that is wrong with its shape. */
export function readMapTable(written: unknown): ReadMapTable {
  if (written === undefined || written === null) return { ok: false, say: 'There is no map here yet. Add a row.' }
  const read = MapTable.safeParse(written)
  if (!read.success) {
    const [issue] = read.error.issues
    return { ok: false, say: `The map cannot be read: ${issue?.path.join('.') || 'its form'}: ${issue?.message ?? 'not as expected'}.` }
  }
  const ids = read.data.rows.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  return twice === undefined ? { ok: true, table: read.data } : { ok: false, say: `Two rows of the map are called "${twice}".` }
}
