/** Strips written by hand: triangles of 60 ms where a beat is wanted, at 200 samples a second. */
import type { Signal, Windows } from '../../graph/ports.ts'

export const RATE = 200

export function traceWith(seconds: number, beats: readonly number[], height = 1): Float32Array {
  const trace = new Float32Array(seconds * RATE)
  for (const second of beats) {
    const middle = Math.round(second * RATE)
    for (let i = -6; i <= 6; i++) trace[middle + i] = height * (1 - Math.abs(i) / 6)
  }
  return trace
}

export function signalOf(traces: readonly Float32Array[], more: Partial<Signal> = {}): Signal {
  return {
    type: 'Signal', subject: 'ecg', rate: RATE, traces,
    table: {
      type: 'Table', ids: traces.map((_, i) => `P000${i + 1}/1`),
      meta: [{ name: 'name', label: 'Name', kind: 'category', availableAt: 'arrival', role: 'id' }],
      columns: { name: { kind: 'category', values: traces.map((_, i) => `Person ${i + 1}`) } },
    },
    ...more,
  }
}

export function windowsOf(signal: Signal, beats: readonly (readonly number[])[]): Windows {
  return { type: 'Windows', signal, table: signal.table, beats: beats.map((times) => Float64Array.from(times)) }
}
