/** Columns of the appointment register: words, units, and when each is written. A quest may reword them. */
import type { ColumnMeta } from '../graph/ports.ts'

function number(name: string, label: string, availableAt: string, more: Partial<ColumnMeta> = {}): ColumnMeta {
  return { name, label, kind: 'number', availableAt, ...more }
}

function words(name: string, label: string, availableAt: string, more: Partial<ColumnMeta> = {}): ColumnMeta {
  return { name, label, kind: 'category', availableAt, ...more }
}

const flag = { unit: '0 or 1' }

/** `referral` is the day of booking; `arrival` the appointment itself. */
export const noshowColumns: readonly ColumnMeta[] = [
  words('pid', 'Patient number', 'referral', { role: 'id' }),
  words('name', 'Name', 'referral', { role: 'id' }),
  number('day', 'Clinic day', 'referral', { unit: 'day' }),
  number('slot', 'Place in the day', 'referral', { unit: '1 to 20' }),
  number('monday', 'On a Monday', 'referral', flag),
  number('leadDays', 'Days between booking and appointment', 'referral', { unit: 'days' }),
  number('missedBefore', 'Appointments missed, last 2 years', 'referral', { unit: 'appointments' }),
  number('newPatient', 'First visit', 'referral', flag),
  number('noPhone', 'No working phone number', 'referral', flag),
  number('age', 'Age', 'referral', { unit: 'years' }),
  words('sex', 'Sex', 'referral'),
  number('noCar', 'No car at home', 'referral', flag),
  number('distanceKm', 'Way to the hospital', 'referral', { unit: 'km' }),
  words('district', 'District', 'referral'),
  words('side', 'Side of town', 'referral', { role: 'group' }),
  number('missed', 'Missed, says the register', 'arrival', { ...flag, role: 'truth' }),
  words('missedWhy', 'What really happened', 'arrival', { role: 'truth' }),
]
