/** Two laboratories and three tests, small enough to know by heart: glucose in two units, creatinine without a unit, and a thing that fits nothing. */
import { Shape } from './shape.ts'

export const SHAPE = Shape.parse({
  title: '{site}: {code}',
  fields: ['site', 'code', 'value', 'unit', 'tags'],
  by: 'site', thing: 'code', amount: 'value', known: 'seen',
  wanted: {
    Result: {
      code: { type: 'code', label: 'House code', list: 'house', truth: 'rightCode', required: true },
      value: { type: 'number', label: 'Value', truth: 'rightValue' },
      unit: { type: 'code', label: 'Unit', list: 'ucum', truth: 'rightUnit' },
      flags: { type: 'codes', label: 'Flags', list: 'flag', truth: 'rightFlags', most: 2 },
    },
  },
  lists: { house: { GLU: 'Glucose', CRE: { say: 'Creatinine', usual: [50, 120], unit: 'umol/L' } }, flag: { high: 'High', old: 'Old', odd: 'Odd' } },
})

/** As a quest would describe them. */
export const RECORDS = {
  n: 40,
  catalogue: [
    { lab: 'hill', local: 'G', u: 'mmol/L', mid: 5, f: 1, to: 'GLU', hu: 'mmol/L', reviewed: 1 },
    { lab: 'quay', local: 'G', u: 'mg/dL', mid: 90, f: 18.0156, to: 'GLU', hu: 'mmol/L', reviewed: 0, times: 2 },
    { lab: 'quay', local: 'X', mid: 7, reviewed: 0 },
  ],
  columns: {
    site: { draw: 'formula', expr: 'lab' }, code: { draw: 'formula', expr: 'local' }, unit: { draw: 'formula', expr: 'u' }, value: { draw: 'lognormal', median: 'mid', sigma: 0.1, round: 1 },
    tags: { draw: 'formula', expr: "''" }, seen: { draw: 'formula', expr: 'reviewed' }, rightCode: { draw: 'formula', expr: 'to' }, rightUnit: { draw: 'formula', expr: 'hu' }, rightValue: { draw: 'formula', expr: 'value / f' },
    rightFlags: { draw: 'formula', expr: "''" },
  },
  shape: SHAPE,
}
