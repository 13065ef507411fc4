/** Summary figures of the generated years, with the literature beside them. A change here moves the quest's goals: calibrate again. */
import { describe, expect, it } from 'vitest'
import { risksOf } from '../governance/live-model.ts'
import { recalibrate } from '../governance/recalibration.ts'
import { houseCommittee } from '../governance/committee.fixture.ts'
import { CommitteeSpec, MONTHS } from '../governance/committee-spec.ts'
import { aucOf, interceptFor, scaleFor } from '../governance/population.ts'
import type { HospitalYear } from '../governance/year-values.ts'
import { boardTimeline } from './governance-year.ts'
import { faceOf } from './town.ts'

const WIDTH = 4
const calm = boardTimeline.generate('calm', houseCommittee({ changes: { units: null, coding: null, bus: null, vendor: { fault: false, reads: { shadow: 0.95, edge: 0.85, bedside: 0.12 } } } })).year
const hard = boardTimeline.generate('hard', houseCommittee({ jitter: 0 })).year

const of = (year: HospitalYear, id: string) => {
  const product = year.products.find((one) => one.id === id)
  if (!product) throw new Error(id)
  return product
}
/** Share with the outcome, in the months asked for. */
const rate = (year: HospitalYear, id: string, months: readonly number[]) => {
  const chosen = of(year, id).months.filter((_, i) => months.includes(i + 1))
  return chosen.reduce((sum, { y }) => sum + y.reduce<number>((all, one) => all + one, 0), 0) / chosen.reduce((sum, { n }) => sum + n, 0)
}
const SPRING = [1, 2, 3, 4, 5, 6, 7]

describe('a quiet year', () => {
  it.each([
    // Sepsis in 7% of hospital stays (wong).
    ['sepsis', 0.055, 0.085],
    // 14.5% of discharges came back avoidably (donze).
    ['readmit', 0.12, 0.165],
    // 23% of appointments missed, the mean of 105 studies (dantas).
    ['noshow', 0.21, 0.26],
    // Our own choice: one film in seven cannot wait.
    ['chest', 0.12, 0.17],
  ])('%s happens about as often as in the literature', (id, least, most) => {
    expect(rate(calm, id, SPRING)).toBeGreaterThan(least)
    expect(rate(calm, id, SPRING)).toBeLessThan(most)
  })

  it.each(Object.entries(CommitteeSpec.parse(houseCommittee()).tools).map(([id, { ages }]) => ({ id, ages })))('$id is about people of the town from $ages.0 to $ages.1 years, the youngest and the old among them', ({ id, ages: [youngest, oldest] }) => {
    const ages = of(calm, id).months.flatMap(({ people }) => [...people].map((i) => faceOf(i).age))
    expect(Math.min(...ages)).toBe(youngest)
    expect(Math.max(...ages)).toBeGreaterThan(90)
    expect(Math.max(...ages)).toBeLessThanOrEqual(oldest)
  })

  it('has models that keep their promises and raise a hand for one in five', () => {
    for (const product of calm.products) {
      const [first] = product.months
      if (!first) throw new Error('no month')
      const { ratio, slope } = recalibrate(risksOf(product.model, first.x), first.y)
      expect(ratio, product.id).toBeGreaterThan(0.75)
      expect(ratio, product.id).toBeLessThan(1.3)
      expect(slope, product.id).toBeGreaterThan(0.65)
      expect(product.model.alertRate, product.id).toBeCloseTo(0.2, 1)
    }
  })
})

describe('a hard year', () => {
  const change = (kind: string) => hard.changes.find(({ id }) => id === kind)

  it('has four faults, one for each product, and three changes that are none', () => {
    expect(hard.changes.filter(({ fault }) => fault).map(({ product, month }) => [product, month])).toEqual([['sepsis', 3], ['readmit', 4], ['chest', 7], ['noshow', 8]])
    expect(hard.changes.filter(({ fault }) => !fault).map(({ id }) => id)).toEqual(['flu', 'flu', 'rota'])
  })

  it('moves changes by no more than it is told', () => {
    for (let i = 0; i < 20; i++) {
      const { changes } = boardTimeline.generate(`moved-${i}`, houseCommittee({ jitter: 2 })).year
      expect(changes.every(({ month, until }) => month >= 1 && until <= MONTHS)).toBe(true)
    }
  }, 60_000)

  it('reads creatinine as next to nothing once the unit has changed', () => {
    const { x, n } = of(hard, 'sepsis').months[4] ?? { x: new Float64Array(), n: 0 }
    const first = Array.from({ length: n }, (_, row) => x[row * WIDTH] as number)
    expect(Math.max(...first)).toBeLessThan(-1.7)
  })

  it('makes the flu season sicker, and the east side miss more when the bus stops', () => {
    expect(rate(hard, 'chest', [10, 11, 12])).toBeGreaterThan(rate(hard, 'chest', SPRING) * 1.4)
    expect(change('flu')).toMatchObject({ month: 10, until: 12, fault: false })
    expect(rate(hard, 'noshow', [8, 9, 10, 11, 12])).toBeGreaterThan(rate(hard, 'noshow', [1, 2, 5, 6, 7]) * 1.12)
  })

  it('raises as many hands with the new version as with the old: nothing to see on a screen that counts', () => {
    const { model, update } = of(hard, 'chest')
    expect(update?.alertRate).toBeCloseTo(model.alertRate, 1)
  })

  it('is the same for the same seed', () => {
    expect(boardTimeline.generate('hard', houseCommittee({ jitter: 0 })).year.products[0]?.months[5]?.y).toEqual(hard.products[0]?.months[5]?.y)
  })
})

describe('a tool of another committee', () => {
  const asked = { weights: [1, 0.5], group: 0.3, share: 0.4, rate: 0.1 }

  it('has the outcome as often as the trainer says, and tells as well as they say', () => {
    const scale = scaleFor(asked, 0.8)
    const scaled = { ...asked, weights: asked.weights.map((one) => one * scale), group: asked.group * scale }
    expect(aucOf(scaled)).toBeCloseTo(0.8, 4)
    const { year } = boardTimeline.generate('other', houseCommittee({ changes: null as never, tools: { chest: null, sepsis: null, readmit: null, noshow: { rate: 0.1, auc: 0.8, monthly: 4000 } }, questions: null as never }))
    const [tool] = year.products
    const x = tool?.months[0]?.x
    expect(tool?.months.reduce((sum, { y }) => sum + y.reduce<number>((all, one) => all + one, 0), 0)).toBeGreaterThan(0.09 * 48_000)
    expect(x?.length).toBe(4000 * WIDTH)
  })

  it('tells nothing where nothing is measured', () => expect(aucOf({ weights: [0], group: 0, share: 0.5, rate: 0.3 })).toBeCloseTo(0.5, 6))
  it('has an intercept that gives the rate: half and half at 0', () => expect(interceptFor({ weights: [1], group: 0, share: 0.5, rate: 0.5 })).toBeCloseTo(0, 6))
})
