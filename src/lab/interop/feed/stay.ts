/** One person's stay as the messages tell it: they come, something changes, blood is taken, most go home. */
import type { Rng } from '../../../core/rng.ts'
import { writeMessage } from '../v2/message.ts'
import type { Segment } from '../v2/message.ts'
import { isoTime, v2Time } from './clock.ts'
import type { FeedMessage } from './feed-message.ts'
import { type Analyte, CHEMISTRY, drawValue, numeric, type Panel, PANELS, POTASSIUM, type Value } from './laboratory.ts'
import { eventLine, header, orderLine, patientLine, type ResultState, resultLine, type Said, visitLine } from './lines.ts'
import { type Dialect, register, type Registered, type Sender, SENDERS } from './senders.ts'
import type { Person } from '../../data/town.ts'
import { type Known, patientTruth, reportTruth, resultTruth, visitTruth } from './truth.ts'

export interface StayPlan {
  rng: Rng
  person: Person
  dialect: Dialect
  /** Minute of arrival. */
  from: number
  /** Numbers of visits and orders, never given twice. */
  serial: number
  /** The potassium that is corrected from 4.1 to 7.1. */
  potassiumStory: boolean
}

const WARDS = ['A&E', 'Ward 4', 'Ward 7', 'Day Unit', 'Eye Clinic'] as const
const HOUR = 60

/** A message before it is numbered and put in order. */
export type Draft = Omit<FeedMessage, 'id' | 'sentAt' | 'raw'> & { minute: number; write(id: string): { sentAt: string; raw: string } }

export function stayOf(plan: StayPlan): Draft[] {
  return new Stay(plan).tell()
}

class Stay {
  private readonly plan: StayPlan
  private readonly sender: Sender
  private readonly who: Registered
  private readonly known: Known
  private readonly visit: Parameters<typeof visitLine>[1]
  private readonly events: { minute: number; happen: () => void }[] = []
  private readonly drafts: Draft[] = []

  constructor(plan: StayPlan) {
    const { rng, person, dialect, from, serial } = plan
    this.plan = plan
    this.sender = SENDERS[dialect]
    this.who = register(person)
    this.known = { address: person.address, phone: this.who.phone }
    this.visit = { number: `V${serial}`, class: rng.weighted([['inpatient', 6], ['emergency', 3], ['outpatient', 2]]), ward: rng.pick(WARDS), admitted: from, discharged: null }
  }

  /** What happens is planned first and told in the order of time: a message knows what was known when it was sent. */
  tell(): Draft[] {
    const { rng, from, potassiumStory } = this.plan
    this.at(from, () => this.arrive())
    if (rng.bern(0.75)) this.planUpdate(from + rng.int(40, 4 * HOUR))
    const panels = potassiumStory ? [CHEMISTRY] : rng.shuffle([...PANELS]).slice(0, rng.int(1, 2))
    panels.forEach((panel, i) => this.planOrder(panel, i, from + rng.int(30, 90) + i * 20))
    if (rng.bern(0.6)) this.planUpdate(from + rng.int(9 * HOUR, 20 * HOUR))
    if (rng.bern(0.65)) this.planLeave(from + rng.int(22 * HOUR, 60 * HOUR))
    for (const { happen } of this.events.sort((a, b) => a.minute - b.minute)) happen()
    return this.drafts
  }

  private at(minute: number, happen: () => void): void {
    this.events.push({ minute, happen })
  }

  private planUpdate(minute: number): void {
    this.at(minute, () => this.update(minute))
  }

  private planLeave(minute: number): void {
    this.at(minute, () => this.leave(minute))
  }

  private arrive(): void {
    this.adt('A01', 'Arrival', this.visit.admitted, this.known.address ?? 'nothing', this.known.phone ?? 'nothing')
  }

  /** What changed is sent; what did not is left empty; what is to be forgotten is sent as two quotes. */
  private update(minute: number): void {
    const { rng, person } = this.plan
    const kind = rng.weighted([[this.known.phone === null ? 'phone told' : 'phone gone', 3], ['address gone', 1], ['moved ward', 3]])
    let address: Said<string> = 'nothing'
    let phone: Said<string> = 'nothing'
    if (kind === 'phone gone') [phone, this.known.phone] = ['delete', null]
    if (kind === 'address gone') [address, this.known.address] = ['delete', null]
    if (kind === 'phone told') phone = this.known.phone = person.phone
    if (kind === 'moved ward') this.visit.ward = rng.pick(WARDS)
    this.adt('A08', `Update for ${person.name}`, minute, address, phone)
  }

  private leave(minute: number): void {
    this.visit.discharged = minute - 5
    this.adt('A03', 'Discharge', minute, 'nothing', 'nothing')
  }

  private adt(trigger: 'A01' | 'A03' | 'A08', what: string, minute: number, address: Said<string>, phone: Said<string>): void {
    const { sender, who } = this
    const visit = { ...this.visit }
    const lines = [eventLine(trigger, minute), patientLine(sender, who, { address, phone, birth: who.birth }), visitLine(sender, visit)]
    this.drafts.push({
      ...draftOf(sender, `ADT^${trigger}`, minute, lines),
      title: what.includes(' for ') ? what : `${what} of ${who.person.name}`,
      wanted: [patientTruth(who, this.known), visitTruth(who.record, visit)],
      defect: null, corrects: false, update: trigger !== 'A01',
    })
  }

  /** First preliminary, then final, sometimes corrected; a sample that could not be measured says so. */
  private planOrder(panel: Panel, n: number, taken: number): void {
    const { rng, serial, potassiumStory } = this.plan
    const order = `L${serial}${n}`
    const results = panel.analytes.slice(0, potassiumStory ? 2 : rng.int(1, panel.analytes.length)).map((analyte) => ({ analyte, value: this.firstValue(analyte), missed: !potassiumStory && rng.bern(0.06) === 1 }))
    const old = rng.bern(0.5) === 1
    const plan = (state: 'P' | 'F' | 'C', minute: number): void => this.at(minute, () => this.results({ order, panel, taken, state, minute, old, results }))
    if (potassiumStory || rng.bern(0.5)) plan('P', taken + 25)
    plan('F', taken + 80)
    const wrong = results.find(({ analyte, missed }) => analyte.kind === 'NM' && !missed)
    if (wrong && (potassiumStory || rng.bern(0.25))) {
      const right = potassiumStory ? numeric(POTASSIUM, 7.1) : numeric(wrong.analyte, (wrong.value.kind === 'NM' ? wrong.value.value : 1) * 1.35)
      this.at(taken + 4 * HOUR - 1, () => {
        wrong.value = right
      })
      plan('C', taken + 4 * HOUR)
    }
  }

  private firstValue(analyte: Analyte): Value {
    return this.plan.potassiumStory && analyte === POTASSIUM ? numeric(POTASSIUM, 4.1) : drawValue(this.plan.rng, analyte)
  }

  private results({ order, panel, taken, state, minute, old, results }: Telling): void {
    const { who } = this
    const record = who.record
    const said = results.map(({ analyte, value, missed }) => {
      const how: ResultState = missed ? 'X' : state
      return { analyte, value: missed ? null : value, state: how, measured: minute - 10 }
    })
    const lines = [
      patientLine(SENDERS.desk, who, { address: 'nothing', phone: 'nothing', birth: who.birth }), orderLine(order, panel, taken, state),
      ...said.map((one, i) => resultLine(i + 1, { ...one, old, measured: v2Time(one.measured) })),
    ]
    this.drafts.push({
      ...draftOf({ ...SENDERS.desk, application: 'LAB' }, 'ORU^R01', minute, lines),
      title: `${STATE_WORDS[state]} results of ${who.person.name}`,
      wanted: [patientTruth(who, this.known), reportTruth(record, order, panel, taken, state), ...said.map((one, i) => resultTruth(record, `${order}-${i + 1}`, one))],
      defect: null, corrects: state === 'C', update: true,
    })
  }
}

const STATE_WORDS = { P: 'Preliminary', F: 'Final', C: 'Corrected' } as const

interface Telling {
  order: string
  panel: Panel
  taken: number
  state: 'P' | 'F' | 'C'
  minute: number
  old: boolean
  results: readonly { analyte: Analyte; value: Value; missed: boolean }[]
}

export function draftOf(sender: Sender, event: string, minute: number, lines: readonly Segment[]): Pick<Draft, 'minute' | 'write'> {
  return {
    minute,
    write: (id) => ({
      sentAt: isoTime(minute),
      raw: writeMessage({ delimiters: sender.delimiters, segments: [header(sender.application, event, minute, id), ...lines] }),
    }),
  }
}
