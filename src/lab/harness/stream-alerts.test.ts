import { describe, expect, it } from 'vitest'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import { Quest as QuestShape } from '../../core/quest/schema.ts'
import { questSource } from '../../core/quest/quest.fixture.ts'
import type { HiddenCases } from '../data/quest-cases.ts'
import { streamOf, type WrittenStay } from '../stream/stream.fixture.ts'
import type { Alerts } from '../stream/stream-values.ts'
import { streamAlerts } from './stream-alerts.ts'

const METRICS = [
  { id: 'sens', fn: 'sensitivity' }, { id: 'near', fn: 'sensitivity', params: { within: 6 } }, { id: 'ppv', fn: 'ppv' }, { id: 'lead', fn: 'medianLead' },
  { id: 'alarms', fn: 'alarmsPer100BedDays' }, { id: 'urgent', fn: 'alarmsPer100BedDays', params: { urgent: true } }, { id: 'shift', fn: 'alarmsPerShift', params: { patients: 10, hours: 8 } },
  { id: 'rang', fn: 'alertedShare' }, { id: 'copd', fn: 'falseAlarmRatio', params: { by: 'copd', group: 1 } }, { id: 'groups', fn: 'falseAlarmRatio', params: { by: 'copd' } },
  { id: 'late', fn: 'firstAfter', params: { event: 'abx' } }, { id: 'gap', fn: 'testMinusDeployed', params: { of: 'sens' } },
].map((metric) => ({ label: metric.id, aggregate: 'mean', format: 'number', ...metric })) as Metric[]

const quest: Quest = {
  ...QuestShape.parse(questSource()),
  verify: { ...QuestShape.parse(questSource()).verify, harness: 'stream-alerts', truth: 'onset', metrics: METRICS },
}

/** Hours at which it rang, stay by stay; 2 marks an urgent one. */
function played(stays: WrittenStay[], rung: readonly (readonly [hour: number, tier: number])[][]): { whole: ReturnType<typeof streamOf>; alerts: Alerts } {
  const whole = streamOf(...stays)
  const moments = rung.flatMap((of, stay) => of.map(([hour, tier]) => ({ id: `S${stay + 1}`, hour, tier })))
  const set = {
    ids: moments.map(({ id, hour }) => `${id}@${hour}`), scores: new Float64Array(moments.length).fill(0.4), y: new Float64Array(moments.length), rings: Uint8Array.from(moments, ({ tier }) => tier),
    table: { type: 'Table' as const, ids: [], meta: [], columns: { stay: { kind: 'category' as const, values: moments.map(({ id }) => id) }, hour: { kind: 'number' as const, values: Float64Array.from(moments, ({ hour }) => hour) } } },
  }
  const nobodyKnows = { ...whole, events: {} }
  return { whole, alerts: { type: 'Alerts', probability: true, policy: { from: 0.3, persist: 1, holdsOver: false, lockoutHours: 0, resetAfter: 0, urgentFrom: 0.9 }, train: set, test: set, uses: ['hr'], stream: nobodyKnows } }
}

function judged(stays: WrittenStay[], rung: readonly (readonly [number, number])[][], test: Record<string, number | null> = {}) {
  const { whole, alerts } = played(stays, rung)
  const hidden: HiddenCases = { label: 'Ward 7', seed: 's', weight: 1, viewAt: 'stay', whole, seen: whole }
  return streamAlerts.judgeSet(quest, hidden, { type: 'Result', from: alerts }, test)
}

// Odd stays have no COPD, even ones do.
const STAYS: WrittenStay[] = [{ hours: 48, onset: 30, abx: 20 }, { hours: 48, onset: 40 }, { hours: 72, abx: 50 }, { hours: 72 }]
const set = judged(STAYS, [[[22, 1], [28, 2]], [[5, 1]], [[60, 1]], [[1, 1], [9, 1], [17, 1]]], { sens: 0.9 })

describe('alarms over hidden stays', () => {
  it('are held against what nobody could see at the bed', () => {
    expect(set.figures).toMatchObject({ sens: 0.5, near: 0.5, ppv: 0.25, lead: 8, rang: 1 })
    expect(set.figures['gap']).toBeCloseTo(0.4)
  })

  it('are counted for the days that beds are in use, and for those who must answer', () => {
    expect(set.figures['alarms']).toBeCloseTo((7 / 240) * 2400)
    expect(set.figures['urgent']).toBeCloseTo((1 / 240) * 2400)
    expect(set.figures['shift']).toBeCloseTo((7 / 240) * 80)
  })

  it('weigh false alarms of one group against everybody else', () => {
    expect(set.figures['copd']).toBeCloseTo(3)
    expect(set.figures['groups']).toBeCloseTo(3)
  })

  it('say when the drip was running already', () => expect(set.figures['late']).toBe(1))

  it('open stays like charts, with what rang and what happened drawn', () => {
    const cases = streamAlerts.cases(quest, [set])
    expect(cases.map(({ outcome }) => outcome)).toEqual(['missed', 'needless', 'needless', 'caught'])
    expect(cases[0]).toMatchObject({ title: expect.stringContaining('Person 2'), say: 'It rang long before, and was silent in the last 24 hours: onset at hour 40.' })
    expect(cases[3]).toMatchObject({ say: 'The alarm rang 8 hours before: onset at hour 30 of the stay.', exhibits: [{ kind: 'course', marks: expect.arrayContaining([{ at: 28, label: 'Urgent alarm', tone: 'right' }, { at: 30, label: 'Sepsis', tone: 'missed' }]) }] })
  })

  it('tell what the ward heard', () => {
    const [heard, early] = streamAlerts.views(quest, [set])
    expect(heard).toMatchObject({ view: 'bars', say: 'A nurse with 10 patients hears 2.3 alarms in a shift of 8 hours. Of 7 alarms, 2 rang in time for somebody.' })
    expect(early).toMatchObject({ view: 'bars', rows: expect.arrayContaining([{ label: '6 to 11 hours before', value: 1, tone: 'right' }, { label: 'Not at all', value: 1, tone: 'missed' }]) })
  })

  it('tell the trap by a chart on which the alarm comes after the treatment', () => {
    expect(streamAlerts.story?.(quest, [set])[0]).toMatchObject({ title: 'When it rang', exhibit: { kind: 'course', say: expect.stringContaining('Antibiotics given at hour 20. Alarm at hour 22.') } })
  })

  it('have no figure where nothing rang, and say why', () => {
    const silent = judged(STAYS, [[], [], [], []])
    expect(silent.figures).toMatchObject({ sens: 0, ppv: null, lead: null, alarms: 0, copd: null, late: null })
    expect(streamAlerts.whyNull(METRICS[2] as Metric, [silent])).toBe('Nothing rang, so there is no alarm to speak of.')
  })
})
