/** Stays written by hand: a reading for every hour that is named. */
import type { Stream } from './stream-values.ts'

type Readings = readonly (readonly [hour: number, value: number])[]

export interface WrittenStay {
  hours: number
  hr?: Readings
  /** Known two hours after it was measured. */
  lactate?: Readings
  onset?: number
  abx?: number
  /** When the antibiotics are filed; at once when left out. */
  abxFiled?: number
}

export function streamOf(...stays: WrittenStay[]): Stream {
  const [from, hour, hr, lactate] = [[0], [] as number[], [] as number[], [] as number[]]
  for (const stay of stays) {
    const at = [...new Set([...(stay.hr ?? []), ...(stay.lactate ?? [])].map(([time]) => time))].sort((a, b) => a - b)
    for (const time of at) {
      hour.push(time)
      hr.push(stay.hr?.find(([one]) => one === time)?.[1] ?? Number.NaN)
      lactate.push(stay.lactate?.find(([one]) => one === time)?.[1] ?? Number.NaN)
    }
    from.push(hour.length)
  }
  const numbers = (of: (stay: WrittenStay) => number | undefined) => Float64Array.from(stays, (stay) => of(stay) ?? Number.NaN)
  const event = (at: Float64Array, filed = at) => ({ at, filed, known: filed })
  const meta = (name: string, label: string) => ({ name, label, kind: 'number' as const, availableAt: 'stay' })
  return {
    type: 'Stream',
    table: {
      type: 'Table', ids: stays.map((_, i) => `S${i + 1}`), meta: [{ name: 'name', label: 'Name', kind: 'category', availableAt: 'stay', role: 'id' }],
      columns: { name: { kind: 'category', values: stays.map((_, i) => `Person ${i + 1}`) }, copd: { kind: 'number', values: Float64Array.from(stays, (_, i) => i % 2) } },
    },
    hours: numbers(({ hours }) => hours), start: new Float64Array(stays.length),
    meta: [{ ...meta('hr', 'Pulse'), unit: '/min' }, meta('lactate', 'Lactate'), { ...meta('onset', 'Sepsis'), role: 'truth' }, meta('abx', 'Antibiotics given')],
    from: Int32Array.from(from), hour: Float64Array.from(hour), charted: { hr: Float64Array.from(hr), lactate: Float64Array.from(lactate) }, late: { hr: 0, lactate: 2 },
    events: { onset: event(numbers(({ onset }) => onset)), abx: event(numbers(({ abx }) => abx), numbers(({ abx, abxFiled = abx }) => abxFiled)) },
  }
}
