/**
 * Two readmission scores that are added up with a pencil. A missing value earns no points.
 */

export interface LacePatient {
  /** Nights in hospital. */
  los: number
  /** 1 = came as an emergency. */
  emergent: number
  /** Charlson comorbidity points. */
  charlson: number
  /** Emergency visits in the six months before. */
  edVisits6m: number
}

/**
 * LACE, 0 to 19 points. Length of stay: under 1 day 0, 1 to 3 days a point each, 4 to 6 days 4, 7 to 13 days 5, 14 and more 7.
 * Acute admission 3. Comorbidity (Charlson): 0 to 3 as it is, 4 and more 5. Emergency visits: one each, 4 at most.
 * Source: van Walraven 2010, CMAJ 182:551; validated in British Columbia (source key lacep).
 */
export function lacePoints({ los, emergent, charlson, edVisits6m }: LacePatient): number {
  const stay = los < 1 ? 0 : los <= 3 ? Math.floor(los) : los <= 6 ? 4 : los <= 13 ? 5 : los >= 14 ? 7 : 0
  const illness = charlson >= 4 ? 5 : charlson
  return stay + 3 * known(emergent) + known(illness) + Math.min(4, known(edVisits6m))
}

export interface HospitalPatient {
  /** Haemoglobin at discharge, g/dL. */
  hb: number
  /** 1 = discharged from oncology. */
  oncology: number
  /** Sodium at discharge, mmol/L. */
  na: number
  /** 1 = any coded procedure during the stay. */
  procedure: number
  /** 1 = urgent admission. */
  emergent: number
  /** Hospital stays in the twelve months before. */
  adm12m: number
  /** Nights in hospital. */
  los: number
}

/**
 * HOSPITAL, 0 to 13 points. Haemoglobin under 12 g/dL 1, Oncology 2, Sodium under 135 mmol/L 1, Procedure 1, Index admission
 * urgent 1, stays in the year before: 0 or 1 none, 2 to 5 two, more five; Length of stay of 5 days and more 2.
 * Source: Donzé 2013, JAMA Intern Med 173:632; Donzé 2016 (source key donze), whose cut at 2 to 5 stays is used.
 */
export function hospitalPoints({ hb, oncology, na, procedure, emergent, adm12m, los }: HospitalPatient): number {
  const earlierStays = adm12m > 5 ? 5 : adm12m >= 2 ? 2 : 0
  return (hb < 12 ? 1 : 0) + 2 * known(oncology) + (na < 135 ? 1 : 0) + known(procedure) + known(emergent) + earlierStays + (los >= 5 ? 2 : 0)
}

function known(value: number): number {
  return Number.isNaN(value) ? 0 : value
}
