/** Columns of the readmission cohort: words, units, and when each is written. A quest may reword them. */
import type { ColumnMeta } from '../graph/ports.ts'

function number(name: string, label: string, availableAt: string, more: Partial<ColumnMeta> = {}): ColumnMeta {
  return { name, label, kind: 'number', availableAt, ...more }
}

function words(name: string, label: string, availableAt: string, more: Partial<ColumnMeta> = {}): ColumnMeta {
  return { name, label, kind: 'category', availableAt, ...more }
}

const flag = { unit: '0 or 1' }
const truth = { ...flag, role: 'truth' } as const

export const readmissionColumns: readonly ColumnMeta[] = [
  words('pid', 'Patient number', 'admission', { role: 'id' }),
  words('name', 'Name', 'admission', { role: 'id' }),
  number('month', 'Month of discharge', 'discharge', { unit: '1 to 24' }),
  number('age', 'Age', 'admission', { unit: 'years' }),
  words('sex', 'Sex', 'admission'),
  number('deprivation', 'Hardship of the neighbourhood', 'admission', { unit: '1 to 5' }),
  words('group', 'Language group', 'admission', { role: 'group' }),
  number('livesAlone', 'Lives alone', 'admission', flag),
  number('emergent', 'Came as an emergency', 'admission', flag),
  number('los', 'Nights in hospital', 'discharge', { unit: 'nights' }),
  number('charlson', 'Other illnesses (Charlson)', 'discharge', { unit: 'points' }),
  number('edVisits6m', 'Emergency visits, last 6 months', 'admission', { unit: 'visits' }),
  number('adm12m', 'Hospital stays, last 12 months', 'admission', { unit: 'stays' }),
  number('hb', 'Haemoglobin, last before leaving', 'discharge', { unit: 'g/dL' }),
  number('na', 'Sodium, last before leaving', 'discharge', { unit: 'mmol/L' }),
  number('creat', 'Creatinine, last before leaving', 'discharge', { unit: 'mg/dL' }),
  number('oncology', 'Oncology ward', 'discharge', flag),
  number('procedure', 'Had a procedure this stay', 'discharge', flag),
  number('meds', 'Medicines to take home', 'discharge', { unit: 'medicines' }),
  words('dispo', 'Going to', 'discharge'),
  number('diedInHosp', 'Died in hospital', 'discharge', flag),
  number('planned30', 'Planned return in 30 days', 'discharge+30d', truth),
  number('readmit30', 'Unplanned readmission in 30 days', 'discharge+30d', truth),
  number('readmitAny', 'Any readmission in 30 days', 'discharge+30d', truth),
  number('tcmFormFiled', 'Transitional-care form filed', 'discharge+21d', flag),
  number('followupCalls30d', 'Follow-up calls in 30 days', 'discharge+30d', { unit: 'calls' }),
  number('episodeCharges', 'Charges of the 90-day episode', 'discharge+90d', { unit: 'dollars' }),
]
