/** What is written about each strip of a patch, and when. */
import type { ColumnMeta } from '../graph/ports.ts'

export const ECG_COLUMNS: readonly ColumnMeta[] = [
  { name: 'pid', label: 'Patient number', kind: 'category', availableAt: 'arrival', role: 'id' },
  { name: 'name', label: 'Name', kind: 'category', availableAt: 'arrival', role: 'id' },
  { name: 'age', label: 'Age', unit: 'years', kind: 'number', availableAt: 'arrival' },
  { name: 'sex', label: 'Sex', kind: 'category', availableAt: 'arrival' },
  { name: 'af', label: 'Atrial fibrillation to be seen on the strip', unit: '0 or 1', kind: 'number', availableAt: 'arrival+7d', role: 'truth' },
  { name: 'rhythm', label: 'Rhythm, read by two people', kind: 'category', availableAt: 'arrival+7d', role: 'truth' },
  { name: 'off', label: 'Part of the strip with an electrode off', unit: '0 to 1', kind: 'number', availableAt: 'arrival+7d', role: 'truth' },
]
