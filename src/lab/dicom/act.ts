/** The actions of PS3.15 on a whole release: one map of UIDs for all files, one pseudonym for each patient. */
import type { Annotations, TagAction } from '../../core/artefacts/annotations.ts'
import { hashSeed } from '../../core/rng.ts'
import { attributeAt, PRIVATE } from './attributes.ts'
import { type DataSet, type Element, isPrivate, textAt } from './element.ts'
import type { FilmInstance, FilmStudy } from './study.ts'
import { TAG } from './tags.ts'
import { uidFrom } from './uid.ts'

/** The same code for the same patient on every surface: "R-7F3A19". */
export function pseudonymOf(patient: string): string {
  return `R-${(hashSeed(`release/${patient}`) >>> 8).toString(16).toUpperCase().padStart(6, '0')}`
}

/** Headers as they would leave. Pixels are not touched here. */
export function actOnHeaders(studies: readonly FilmStudy[], tags: Annotations['tags']): FilmStudy[] {
  return studies.map((study) => ({
    ...study,
    instances: study.instances.map((instance) => ({ ...instance, set: actOn(instance.set, tags, { patient: study.patient, telling: tellingIn(instance.set) }) })),
  }))
}

interface About {
  patient: string
  /** Values that must not be left in cleaned text. */
  telling: readonly string[]
}

function tellingIn(set: DataSet): string[] {
  return [TAG.PatientName, TAG.PatientID].flatMap((tag) => textAt(set, tag).split(/[\^ ]/)).filter((part) => part.length > 1)
}

function actOn(set: DataSet, tags: Annotations['tags'], about: About): DataSet {
  return set.flatMap((element): Element[] => {
    if (element.vr === 'SQ') return [{ ...element, value: (element.value as readonly DataSet[]).map((item) => actOn(item, tags, about)) }]
    const keyword = isPrivate(element.tag) ? PRIVATE : attributeAt(element.tag)?.keyword
    const action = keyword !== undefined && Object.hasOwn(tags, keyword) ? tags[keyword] : undefined
    return acted(element, action ?? 'K', about)
  })
}

function acted(element: Element, action: TagAction, { patient, telling }: About): Element[] {
  const { vr, value } = element
  if (action === 'K' || typeof value !== 'string') return [element]
  switch (action) {
    case 'X': return []
    case 'Z': return [{ ...element, value: '' }]
    case 'D': return [{ ...element, value: dummyOf(element, patient) }]
    case 'U': return [{ ...element, value: vr === 'UI' ? uidFrom(`release/${value}`) : value }]
    case 'C': return [{ ...element, value: vr === 'LO' || vr === 'LT' ? telling.reduce((text, part) => text.replaceAll(part, '…'), value) : value }]
  }
}

function dummyOf({ tag, vr }: Element, patient: string): string {
  if (tag === TAG.PatientName) return `${pseudonymOf(patient)}^`
  if (tag === TAG.PatientID) return pseudonymOf(patient)
  const dummies: Partial<Record<Element['vr'], string>> = { PN: 'NOBODY^', DA: '19000101', TM: '000000', CS: 'O', AS: '000Y', DS: '0', UI: '2.25.0' }
  return dummies[vr] ?? 'NONE'
}

/** Paint over what each machine burns in. What the header says of it is written with the file. */
export function paintFilms(studies: readonly FilmStudy[], films: Annotations['films']): FilmStudy[] {
  return studies.map((study) => {
    const marks = Object.hasOwn(films, study.machine) ? films[study.machine] : undefined
    const painted = marks && marks.boxes.length + marks.strokes.length > 0 ? marks : null
    return { ...study, instances: study.instances.map((instance): FilmInstance => ({ ...instance, painted })) }
  })
}
