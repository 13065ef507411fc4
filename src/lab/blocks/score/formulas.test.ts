import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hospitalPoints, lacePoints } from './formulas.ts'

const lowLace = { los: 0, emergent: 0, charlson: 0, edVisits6m: 0 }
const lowHospital = { hb: 14, oncology: 0, na: 140, procedure: 0, emergent: 0, adm12m: 0, los: 1 }

describe('LACE, added up by hand from van Walraven 2010', () => {
  it.each([
    [{ los: 0 }, 0], [{ los: 1 }, 1], [{ los: 2 }, 2], [{ los: 3 }, 3], [{ los: 4 }, 4], [{ los: 6 }, 4], [{ los: 7 }, 5], [{ los: 13 }, 5], [{ los: 14 }, 7], [{ los: 90 }, 7],
    [{ emergent: 1 }, 3],
    [{ charlson: 1 }, 1], [{ charlson: 3 }, 3], [{ charlson: 4 }, 5], [{ charlson: 12 }, 5],
    [{ edVisits6m: 1 }, 1], [{ edVisits6m: 4 }, 4], [{ edVisits6m: 9 }, 4],
    // Five nights after an emergency, two illnesses, one visit: 4 + 3 + 2 + 1.
    [{ los: 5, emergent: 1, charlson: 2, edVisits6m: 1 }, 10],
    [{ los: 30, emergent: 1, charlson: 9, edVisits6m: 9 }, 19],
  ])('%o is %d points', (patient, points) => {
    expect(lacePoints({ ...lowLace, ...patient })).toBe(points)
  })
})

describe('HOSPITAL, added up by hand from Donzé 2013 and 2016', () => {
  it.each([
    [{ hb: 12 }, 0], [{ hb: 11.9 }, 1], [{ oncology: 1 }, 2], [{ na: 135 }, 0], [{ na: 134 }, 1], [{ procedure: 1 }, 1], [{ emergent: 1 }, 1],
    [{ adm12m: 1 }, 0], [{ adm12m: 2 }, 2], [{ adm12m: 5 }, 2], [{ adm12m: 6 }, 5], [{ los: 4 }, 0], [{ los: 5 }, 2],
    // Anaemic, urgent, three stays last year, six nights: 1 + 1 + 2 + 2.
    [{ hb: 10.2, emergent: 1, adm12m: 3, los: 6 }, 6],
    [{ hb: 8, oncology: 1, na: 130, procedure: 1, emergent: 1, adm12m: 9, los: 9 }, 13],
  ])('%o is %d points', (patient, points) => {
    expect(hospitalPoints({ ...lowHospital, ...patient })).toBe(points)
  })
})

it('missing values earn nothing and break nothing', () => {
  const number = fc.oneof(fc.constant(Number.NaN), fc.nat(40))
  fc.assert(fc.property(fc.tuple(number, number, number, number, number, number, number), ([a, b, c, d, e, f, g]) => {
    const lace = lacePoints({ los: a, emergent: b! > 20 ? 1 : 0, charlson: c, edVisits6m: d })
    expect(lace >= 0 && lace <= 19).toBe(true)
    const hospital = hospitalPoints({ hb: e, oncology: 0, na: f, procedure: 0, emergent: 1, adm12m: g, los: a })
    expect(hospital >= 1 && hospital <= 13).toBe(true)
  }))
})
