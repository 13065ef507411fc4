/** Ways of looking back over a chart, as terms: "pulse" is its latest value, "delta(pulse)" its change from the own start. */

type Way = 'last' | 'delta' | 'mean' | 'slope' | 'since'

const ENDINGS: Readonly<Record<Way, string>> = { last: '', delta: 'Delta', mean: 'Mean', slope: 'Slope', since: 'Since' }
const SAID: Readonly<Record<Way, string>> = { last: '', delta: ', change', mean: ', mean', slope: ', slope', since: ', hours since' }

/** A column that looking back makes. */
export interface WindowColumn {
  name: string
  of: string
  way: Way
}

const TERM = /^(?:(delta|mean|slope|since)\(([A-Za-z][A-Za-z0-9]*)\)|([A-Za-z][A-Za-z0-9]*))$/

/** "delta(pulse)" makes the column "pulseDelta"; null for what is no such term. */
export function windowColumn(term: string): WindowColumn | null {
  const match = TERM.exec(term.replaceAll(' ', ''))
  if (!match) return null
  const way = (match[1] ?? 'last') as Way
  const of = (match[2] ?? match[3]) as string
  return { name: `${of}${ENDINGS[way]}`, of, way }
}

export function windowLabel({ way }: WindowColumn, label: string): string {
  return `${label}${SAID[way]}`
}
