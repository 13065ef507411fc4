/** What the fields that our old systems send are called, in words. Names follow HL7 v2.5.1, chapters 2, 3 and 7. */

export const SEGMENT_NAMES: Readonly<Record<string, string>> = {
  MSH: 'Message header: who sends what, and when', EVN: 'Event: what happened', PID: 'Patient identification', PV1: 'Patient visit',
  OBR: 'Observation request: the test that was ordered', OBX: 'Observation: one result', NTE: 'Note',
}

interface FieldName {
  name: string
  parts?: readonly string[]
}

const IDENTIFIER = ['number', 'check digit', 'check scheme', 'given out by', 'kind of number']
const CODED = ['code', 'words', 'code system', 'other code', 'other words', 'other code system']

const FIELD_NAMES: Readonly<Record<string, Readonly<Record<number, FieldName>>>> = {
  MSH: {
    1: { name: 'Field separator' }, 2: { name: 'Encoding characters' }, 3: { name: 'Sending application' }, 4: { name: 'Sending facility' }, 5: { name: 'Receiving application' },
    6: { name: 'Receiving facility' }, 7: { name: 'Time of the message' }, 9: { name: 'Message type', parts: ['message code', 'event', 'structure'] }, 10: { name: 'Message number' },
    11: { name: 'Processing' }, 12: { name: 'Version' },
  },
  EVN: { 1: { name: 'Event' }, 2: { name: 'Recorded at' } },
  PID: {
    1: { name: 'Line number' }, 3: { name: 'Patient numbers', parts: IDENTIFIER },
    5: { name: 'Patient name', parts: ['family name', 'given name', 'further names', 'suffix', 'prefix', 'degree', 'kind of name'] },
    7: { name: 'Date of birth' }, 8: { name: 'Sex, as the office records it' },
    11: { name: 'Address', parts: ['street', 'second line', 'town', 'region', 'post code', 'country', 'kind of address'] },
    13: { name: 'Telephone', parts: ['number', 'use', 'equipment'] },
  },
  PV1: {
    1: { name: 'Line number' }, 2: { name: 'Patient class' }, 3: { name: 'Where the patient is', parts: ['ward', 'room', 'bed'] }, 19: { name: 'Visit number', parts: IDENTIFIER },
    44: { name: 'Admitted at' }, 45: { name: 'Discharged at' },
  },
  OBR: {
    1: { name: 'Line number' }, 3: { name: 'Laboratory number', parts: ['number', 'given out by'] }, 4: { name: 'Test that was ordered', parts: CODED },
    7: { name: 'Sample taken at' }, 25: { name: 'State of the report' },
  },
  OBX: {
    1: { name: 'Line number' }, 2: { name: 'Kind of value (NM number, ST text, CWE code)' }, 3: { name: 'What was measured', parts: CODED }, 5: { name: 'Value', parts: CODED },
    6: { name: 'Unit', parts: ['unit'] }, 7: { name: 'Usual range' }, 8: { name: 'High, low or normal' }, 11: { name: 'State of the result' }, 14: { name: 'Measured at' },
  },
}

/** "PID-3.1" -> "Patient numbers: number"; a field we have no name for is just its place. */
export function fieldName(segment: string, field: number, component?: number): string {
  const found = FIELD_NAMES[segment]?.[field]
  if (!found) return `${segment}-${field}`
  const part = component === undefined ? undefined : found.parts?.[component - 1]
  return part ? `${found.name}: ${part}` : found.name
}

/** Every path that a map may begin with, with its name, for completion. */
export function namedPaths(): { path: string; name: string }[] {
  return Object.entries(FIELD_NAMES).flatMap(([segment, fields]) => Object.entries(fields).flatMap(([n, { name, parts = [] }]) => [
    { path: `${segment}-${n}`, name },
    ...parts.map((part, i) => ({ path: `${segment}-${n}.${i + 1}`, name: `${name}: ${part}` })),
  ]))
}
