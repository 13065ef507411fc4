/** Messages that must not reach the portal, each about somebody who is in no other message. */
import type { Rng } from '../../../core/rng.ts'
import type { Person } from '../../data/town.ts'
import { v2Time } from './clock.ts'
import { type Defect, DEFECT_WORDS } from './feed-message.ts'
import { CHEMISTRY, drawValue, POTASSIUM } from './laboratory.ts'
import { eventLine, orderLine, patientLine, type ResultState, resultLine, type Visit, visitLine } from './lines.ts'
import { type Dialect, register, type Registered, SENDERS } from './senders.ts'
import { type Draft, draftOf } from './stay.ts'

export interface DefectPlan {
  rng: Rng
  person: Person
  dialect: Dialect
  minute: number
  serial: number
  defect: Defect
}

export function defectiveOf(plan: DefectPlan): Draft {
  const who = register(plan.person)
  const made = plan.defect === 'posted-wrong' || plan.defect === 'future-result' || plan.defect === 'no-value' ? badResult(plan, who) : badArrival(plan, who)
  return { ...made, title: `${plan.person.name}: ${DEFECT_WORDS[plan.defect]}`, wanted: [], defect: plan.defect, corrects: false, update: false }
}

const YEAR = 365 * 24 * 60

function badArrival({ rng, dialect, minute, serial, defect }: DefectPlan, who: Registered): Pick<Draft, 'minute' | 'write'> {
  const sender = SENDERS[dialect]
  const trigger = defect === 'left-before-arrival' ? 'A03' : 'A01'
  const birth = defect === 'future-birth' ? `20${rng.int(31, 69)}-0${rng.int(1, 9)}-1${rng.int(0, 9)}` : defect === 'no-such-day' ? `19${rng.int(40, 99)}-${rng.pick(['02-30', '04-31', '09-31', '11-31'])}` : who.birth
  const visit: Visit = {
    number: `V${serial}`, class: 'inpatient', ward: 'Ward 4', admitted: minute - 10, discharged: defect === 'left-before-arrival' ? minute - rng.int(2, 40) * 60 : null,
  }
  return draftOf(sender, `ADT^${trigger}`, minute, [
    eventLine(trigger, minute),
    patientLine(sender, who, { address: who.person.address, phone: who.phone ?? 'nothing', birth }),
    visitLine(sender, visit, defect === 'unknown-class' ? rng.pick(['Q', 'ZZ', '7']) : undefined),
  ])
}

function badResult({ rng, minute, serial, defect }: DefectPlan, who: Registered): Pick<Draft, 'minute' | 'write'> {
  const state: ResultState = defect === 'posted-wrong' ? 'W' : 'F'
  const value = defect === 'no-value' ? null : drawValue(rng, POTASSIUM)
  const measured = defect === 'future-result' ? minute + rng.int(1, 20) * YEAR : minute - 10
  return draftOf({ ...SENDERS.desk, application: 'LAB' }, 'ORU^R01', minute, [
    patientLine(SENDERS.desk, who, { address: 'nothing', phone: 'nothing', birth: who.birth }),
    orderLine(`L${serial}9`, CHEMISTRY, minute - 60, 'F'),
    resultLine(1, { analyte: POTASSIUM, value, state, measured: v2Time(measured), old: rng.bern(0.5) === 1 }),
  ])
}
