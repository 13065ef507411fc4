import { describe, expect, it } from 'vitest'
import { type ClinicPlan, readClinicPlan, sessionEnd, slotStart } from './clinic-plan.ts'

const plan: ClinicPlan = { help: { share: 0.15, kind: 'need' }, extra: { way: 'slots', count: 0, slots: [2] } }
const said = (written: unknown) => {
  const read = readClinicPlan(written)
  return read.ok ? '' : read.say
}

describe('the plan of the clinic', () => {
  it('is read as it was written', () => {
    expect(readClinicPlan(plan)).toEqual({ ok: true, plan })
  })

  it('says what is wrong with one from elsewhere', () => {
    expect(said(undefined)).toContain('no plan yet')
    expect(said({ ...plan, help: { share: 4, kind: 'need' } })).toContain('help.share')
    expect(said({ ...plan, extra: { ...plan.extra, slots: [3, 3] } })).toContain('Place 3')
    expect(said({ ...plan, extra: { ...plan.extra, slots: [11] } })).toContain('extra.slots.0')
  })

  it('knows its clock: 20 minutes a place, 10 places, twice a day', () => {
    expect([slotStart(0, 1), slotStart(0, 2), slotStart(1, 1)]).toEqual([540, 560, 800])
    expect([sessionEnd(0), sessionEnd(1)]).toEqual([740, 1000])
  })
})
