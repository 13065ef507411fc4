/** Lines of the messages, as each sender writes them. */
import { CITY } from '../../data/town.ts'
import { composite, type Field, plain, type Segment, V2_NULL } from '../v2/message.ts'
import { v2Time } from './clock.ts'
import { type Analyte, flagOf, type Panel, rangeOf, type Value } from './laboratory.ts'
import { type Class, nameFor, type Registered, type Sender } from './senders.ts'

/** What a message says about a detail: its value, nothing at all, or "delete it". */
export type Said<T> = T | 'nothing' | 'delete'

export function header(application: string, event: string, minute: number, control: string): Segment {
  const [code = '', trigger = ''] = event.split('^')
  return {
    name: 'MSH', fields: [
      plain('|'), plain('^~\\&'), plain(application), plain('ST-TURING'), plain('PORTAL'), plain('ST-TURING'), plain(v2Time(minute)), plain(''),
      composite(code, trigger, structureOf(code, trigger)), plain(control), plain('P'), plain('2.5.1'),
    ],
  }
}

/** A08 has the structure of A01 (HL7 v2.5.1, table 0354). */
function structureOf(code: string, trigger: string): string {
  return code === 'ORU' ? 'ORU_R01' : `ADT_${trigger === 'A08' ? 'A01' : trigger}`
}

export function eventLine(trigger: string, minute: number): Segment {
  return { name: 'EVN', fields: [plain(trigger), plain(v2Time(minute))] }
}

export interface PersonSaid {
  address: Said<string>
  phone: Said<string>
  /** As it goes into PID-7; a defect may put nonsense here. */
  birth: string
}

export function patientLine(sender: Sender, who: Registered, said: PersonSaid): Segment {
  const own = parts(who.record, '', '', 'STT', 'MR')
  const national = parts(who.national, '', '', 'NAT', 'NI')
  const { given, family } = who.person
  const legal = parts(nameFor(sender, family), nameFor(sender, given), '', '', '', '', 'L')
  const former = who.formerName === null ? [] : [parts(nameFor(sender, who.formerName), nameFor(sender, given), '', '', '', '', 'M')]
  return {
    name: 'PID', fields: [
      plain('1'), plain(''), sender.nationalFirst ? [national, own] : [own, national], plain(''),
      sender.nationalFirst ? [...former, legal] : [legal, ...former], plain(''), plain(said.birth.replaceAll('-', '')), plain(sender.sex[who.gender]),
      plain(''), plain(''), addressField(said.address), plain(''), phoneField(said.phone, who.otherPhone),
    ],
  }
}

function parts(...texts: string[]): string[][] {
  return texts.map((text) => [text])
}

function addressField(said: Said<string>): Field {
  if (said === 'delete') return plain(V2_NULL)
  return said === 'nothing' ? plain('') : composite(said, '', CITY, '', '', '', 'H')
}

/** The mobile of somebody else at home stands first: who takes the first repetition rings the wrong person. */
function phoneField(said: Said<string>, other: string | null): Field {
  if (said === 'delete') return plain(V2_NULL)
  if (said === 'nothing') return plain('')
  return [...(other === null ? [] : [parts(other, 'ORN', 'CP')]), parts(said, 'PRN', 'PH')]
}

export interface Visit {
  number: string
  class: Class
  ward: string
  admitted: number
  discharged: number | null
}

/** `classCode` is given by a defect; otherwise it is the sender's own code. */
export function visitLine(sender: Sender, visit: Visit, classCode = sender.classes[visit.class]): Segment {
  const fields: Field[] = Array.from({ length: 45 }, () => plain(''))
  fields[0] = plain('1')
  fields[1] = plain(classCode)
  fields[2] = composite(visit.ward, 'A', '1')
  fields[18] = composite(visit.number)
  fields[43] = plain(v2Time(visit.admitted))
  fields[44] = plain(visit.discharged === null ? '' : v2Time(visit.discharged))
  return { name: 'PV1', fields }
}

export type ResultState = 'P' | 'F' | 'C' | 'W' | 'X'

export function orderLine(order: string, panel: Panel, taken: number, state: string): Segment {
  const fields: Field[] = Array.from({ length: 25 }, () => plain(''))
  fields[0] = plain('1')
  fields[2] = composite(order, 'LAB')
  fields[3] = composite(panel.loinc, panel.name, 'LN')
  fields[6] = plain(v2Time(taken))
  fields[24] = plain(state)
  return { name: 'OBR', fields }
}

export interface ResultSaid {
  analyte: Analyte
  /** Null: nothing stands in OBX-5. */
  value: Value | null
  state: ResultState
  measured: string
  /** The laboratory's own code first, LOINC second; and old unit spellings. */
  old: boolean
}

export function resultLine(n: number, { analyte, value, state, measured, old }: ResultSaid): Segment {
  const coded = old ? composite(analyte.local, analyte.name, 'L', analyte.loinc, analyte.name, 'LN') : composite(analyte.loinc, analyte.name, 'LN')
  const unit = (old ? analyte.oldUnit : analyte.unit) ?? ''
  return {
    name: 'OBX', fields: [
      plain(String(n)), plain(analyte.kind), coded, plain(''), valueField(value), plain(unit), plain(rangeOf(analyte)),
      plain(value ? (flagOf(analyte, value) ?? '') : ''), plain(''), plain(''), plain(state), plain(''), plain(''), plain(measured),
    ],
  }
}

function valueField(value: Value | null): Field {
  if (!value) return plain('')
  return value.kind === 'CWE' ? composite(value.code, value.text, 'L') : plain(value.text)
}
