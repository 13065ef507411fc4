/** Facts for tests: one device, a second between each. */
import type { Fact, FactBody, Look } from './facts.ts'

export const sampleLook: Look = {
  skin: '#c08457', hair: '#3d2b1f', style: 'short', cloth: '#2f7fc6', top: '#22a197', legs: '#24477a', coat: true, glasses: false, wheelchair: false,
}

export function asFacts(bodies: readonly FactBody[], deviceId = 'ward-laptop', startAt = 1_700_000_000_000): Fact[] {
  return bodies.map((body, seq) => ({ ...body, deviceId, seq, at: startAt + seq * 1000 }))
}
