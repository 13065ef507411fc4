import { describe, expect, it } from 'vitest'
import { converted, readUnit } from './unit.ts'

const carry = (value: number, from: string, to: string, gramsPerMole: number | null = null) => {
  const [a, b] = [readUnit(from), readUnit(to)]
  if (!a || !b) throw new Error(`${from} or ${to} is not read`)
  return converted(value, a, b, gramsPerMole)
}

describe('a value in another unit', () => {
  // Molar masses: glucose 180.156 g/mol, creatinine 113.12 g/mol.
  it.each<[number, string, string, number | null, number]>([
    [90, 'mg/dL', 'mmol/L', 180.156, 4.9957],
    [5, 'mmol/L', 'mg/dL', 180.156, 90.078],
    [1, 'mg/dL', 'umol/L', 113.12, 88.4017],
    [13.5, 'g/dL', 'g/L', null, 135],
    [250, '10*9/L', '10*3/uL', null, 250],
    [37, 'Cel', 'K', null, 310.15],
    [310.15, 'K', 'Cel', null, 37],
    [120, 'mm[Hg]', 'kPa', null, 15.9987],
    [2, 'h', 'min', null, 120],
    [150, '[lb_av]', 'kg', null, 68.0389],
    [0.4, '1', '%', null, 40],
    [60, 'mL/min/{1.73_m2}', 'mL/min', null, 60],
    [3, 'U/L', 'mU/mL', null, 3],
  ])('%d %s is so many %s', (value, from, to, molar, wanted) => expect(carry(value, from, to, molar)).toBeCloseTo(wanted, 3))

  it('is nothing where the two do not measure the same', () => {
    expect(carry(1, 'g/L', 'mmol/L')).toBeNull()
    expect(carry(1, 'g', 'mmol/L', 180)).toBeNull()
    expect(carry(1, 'U/L', 'mmol/L', 180)).toBeNull()
  })

  it('comes back to itself', () => expect(carry(carry(7.3, 'mg/dL', 'umol/L', 113.12) ?? 0, 'umol/L', 'mg/dL', 113.12)).toBeCloseTo(7.3, 9))

  it.each(['', 'mg%', 'cups', 'mg/', 'Mx', 'x10'])('is not read from "%s"', (code) => expect(readUnit(code)).toBeNull())
  it('takes a spelling that can only mean one thing', () => expect(carry(1, 'MG/DL', 'mg/dL')).toBe(1))
})
