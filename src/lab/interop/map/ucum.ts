/**
 * Units that our laboratory reports, as UCUM writes them (Unified Code for Units of Measure, case-sensitive codes). UCUM spells
 * millimole "mmol" and litre "L" or "l"; FHIR's examples use "L", so we do.
 */
const CODES = ['mmol/L', 'umol/L', 'mg/dL', 'g/dL', 'g/L', 'mg/L', 'ng/L', '%', '10*9/L', '10*12/L', 'mm/h', 'U/L', 'fL', 'mL/min/{1.73_m2}', '1'] as const

/** Spellings that can only mean one thing. "mg%" is not among them: an old habit, and a person has to say what it stands for. */
const SPELLINGS: Readonly<Record<string, string>> = { 'mcmol/l': 'umol/L', 'x10^9/l': '10*9/L', 'x10e9/l': '10*9/L', 'gm/dl': 'g/dL', 'iu/l': 'U/L', 'mm/hr': 'mm/h' }

const byLower = new Map(CODES.map((code) => [code.toLowerCase(), code]))

/** UCUM code of a unit as it was written, or null when it is not one we can be sure of. */
export function ucumOf(written: string): string | null {
  const lower = written.trim().toLowerCase()
  return byLower.get(lower) ?? (Object.hasOwn(SPELLINGS, lower) ? (SPELLINGS[lower] ?? null) : null)
}

export function isUcum(code: string): boolean {
  return (CODES as readonly string[]).includes(code)
}
