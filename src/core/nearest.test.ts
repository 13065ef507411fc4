import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const names = ['status', 'subject', 'code', 'valueQuantity', 'birthDate', 'end']

describe('did you mean', () => {
  it.each([
    ['staus', 'status'], ['stauts', 'status'], ['STATUS', 'status'], ['birthdate', 'birthDate'], ['birtDat', 'birthDate'], ['cod', 'code'], ['ednd', 'end'], ['birth', 'birthDate'], ['sub', 'subject'],
  ])('%s means %s', (written, meant) => expect(nearest(written, names)).toBe(meant))

  it.each(['gender', 'x', '', 'qqqqqq', 'effective'])('%s is near to nothing', (written) => expect(nearest(written, names)).toBeNull())

  it('forgives one slip anywhere in any name of four letters or more', () => {
    const longer = names.filter(({ length }) => length > 3)
    fc.assert(fc.property(fc.constantFrom(...longer), fc.nat(), fc.constantFrom('out', 'in', 'swap'), (name, place, how) => {
      const at = place % (name.length - 1)
      const slip = how === 'out' ? name.slice(0, at) + name.slice(at + 1) : how === 'in' ? `${name.slice(0, at)}z${name.slice(at)}` : name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
      expect(nearest(slip, longer)).toBe(name)
    }))
  })
})
