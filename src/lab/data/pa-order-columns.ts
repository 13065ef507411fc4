/** Columns of `pa.orders`. All is written as the order is signed; what the payer's book says is known a week later. */
import type { ColumnMeta } from '../graph/ports.ts'

const SIGNED = 'referral'

const column = (name: string, label: string, kind: ColumnMeta['kind'], more: Partial<ColumnMeta> = {}): ColumnMeta => ({ name, label, kind, availableAt: SIGNED, ...more })
const truth = (name: string, label: string): ColumnMeta => column(name, label, 'category', { availableAt: 'referral+7d', role: 'truth' })

export const paOrderColumns: readonly ColumnMeta[] = [
  column('pid', 'Patient number', 'category', { role: 'id' }),
  column('name', 'Name', 'category', { role: 'id' }),
  column('age', 'Age', 'number', { unit: 'years' }),
  column('sex', 'Sex', 'category'),
  column('signed', 'Signed on', 'category'),
  column('service', 'Service', 'category'),
  column('setting', 'Setting', 'category'),
  column('payer', 'Payer', 'category'),
  column('planYear', 'Plan year', 'number'),
  column('goldCard', 'Gold card', 'category'),
  column('redFlag', 'Red flag', 'category'),
  column('network', 'In network', 'category'),
  column('therapyWeeks', 'Weeks of therapy', 'number', { unit: 'weeks' }),
  column('stepsTried', 'Medicines tried', 'number'),
  column('visitsUsed', 'Visits used', 'number', { unit: 'visits' }),
  column('urgent', 'Urgent', 'category'),
  truth('pa', 'Permission needed'),
  truth('docs', 'Documents'),
  truth('policy', 'Page of the book'),
]
