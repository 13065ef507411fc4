/**
 * What our laboratory measures: codes, usual ranges and how values fall. Codes and names are from LOINC (loinc.org, free with
 * attribution, see the quest's sources); ranges are common adult ones, rounded, for training only.
 */
import type { Rng } from '../../../core/rng.ts'

export interface Analyte {
  loinc: string
  name: string
  /** The laboratory's own code from before LOINC. */
  local: string
  kind: 'NM' | 'ST' | 'CWE'
  /** UCUM. */
  unit?: string
  /** How the old analysers spell the unit. */
  oldUnit?: string
  low?: number
  high?: number
  decimals?: number
}

export interface Panel {
  loinc: string
  name: string
  analytes: readonly Analyte[]
}

export const POTASSIUM: Analyte = { loinc: '2823-3', name: 'Potassium', local: 'K', kind: 'NM', unit: 'mmol/L', oldUnit: 'mmol/l', low: 3.5, high: 5.1, decimals: 1 }

export const CHEMISTRY: Panel = {
  loinc: '51990-0', name: 'Basic chemistry', analytes: [
    POTASSIUM,
    { loinc: '2951-2', name: 'Sodium', local: 'NA', kind: 'NM', unit: 'mmol/L', oldUnit: 'mmol/l', low: 136, high: 145, decimals: 0 },
    { loinc: '2160-0', name: 'Creatinine', local: 'CREA', kind: 'NM', unit: 'mg/dL', oldUnit: 'mg%', low: 0.6, high: 1.2, decimals: 2 },
    { loinc: '2345-7', name: 'Glucose', local: 'GLU', kind: 'NM', unit: 'mg/dL', oldUnit: 'mg%', low: 70, high: 140, decimals: 0 },
    { loinc: '1988-5', name: 'C-reactive protein', local: 'CRP', kind: 'NM', unit: 'mg/L', oldUnit: 'mg/l', low: 0, high: 5, decimals: 1 },
  ],
}

const BLOOD_COUNT: Panel = {
  loinc: '58410-2', name: 'Blood count', analytes: [
    { loinc: '718-7', name: 'Haemoglobin', local: 'HB', kind: 'NM', unit: 'g/dL', oldUnit: 'g/dl', low: 12, high: 16, decimals: 1 },
    { loinc: '6690-2', name: 'White cells', local: 'WBC', kind: 'NM', unit: '10*9/L', oldUnit: 'x10^9/l', low: 4, high: 11, decimals: 1 },
  ],
}

const URINE: Panel = {
  loinc: '24356-8', name: 'Urine', analytes: [
    { loinc: '5802-4', name: 'Nitrite in urine', local: 'UNIT', kind: 'CWE' },
    { loinc: '630-4', name: 'Bacteria in urine culture', local: 'UCUL', kind: 'ST' },
  ],
}

export const PANELS: readonly Panel[] = [CHEMISTRY, BLOOD_COUNT, URINE]

/** Answers of the urine strip, from the laboratory's own short list. */
const STRIP = [['POS', 'Positive'], ['NEG', 'Negative']] as const
/** With the characters that a message may not hold as they are. */
const CULTURES = ['No growth', 'E. coli & Proteus, mixed growth', 'Skin flora | repeat if symptoms go on', 'Klebsiella, 10^5 per mL'] as const

export type Value = { kind: 'NM'; value: number; text: string } | { kind: 'ST'; text: string } | { kind: 'CWE'; code: string; text: string }
export type Flag = 'N' | 'L' | 'H'

export function drawValue(rng: Rng, analyte: Analyte): Value {
  if (analyte.kind === 'CWE') {
    const [code, text] = rng.pick(STRIP)
    return { kind: 'CWE', code, text }
  }
  if (analyte.kind === 'ST') return { kind: 'ST', text: rng.pick(CULTURES) }
  const { low = 0, high = 1 } = analyte
  const spread = (high - low) / 2
  return numeric(analyte, Math.max(0.1, (low + high) / 2 + rng.normal(0, spread * 0.75)))
}

export function numeric({ decimals = 1 }: Analyte, value: number): Value {
  const text = value.toFixed(decimals)
  return { kind: 'NM', value: Number(text), text }
}

export function flagOf({ low, high }: Analyte, value: Value): Flag | null {
  if (value.kind !== 'NM' || low === undefined || high === undefined) return null
  return value.value < low ? 'L' : value.value > high ? 'H' : 'N'
}

export function rangeOf({ low, high }: Analyte): string {
  return low === undefined || high === undefined ? '' : `${low}-${high}`
}
