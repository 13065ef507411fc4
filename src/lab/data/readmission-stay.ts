/**
 * One hospital stay, drawn in a fixed order: adding, dropping or moving a draw changes every patient after it and with them
 * the calibrated goals.
 *
 * Anchors: rate and columns of Donzé 2016 (source donze; 14.5% of 117,065 medical discharges readmitted), directions and sizes
 * of the HOSPITAL derivation (Donzé 2013) and of LACE (van Walraven 2010), multiplied by `signal`. The patient's
 * `frailty` is measured by nobody and caps what any model can reach.
 */
import { clamp, type Rng, sigmoid } from '../../core/rng.ts'
import type { Inpatient } from './inpatients.ts'

export interface StayParams {
  /** Strength of what can be known. 1.45 gives an honest AUROC of about 0.71. */
  signal: number
  /** Share of readmitted people whose transitional-care form is filed in the end. */
  leakSens: number
  /** Share of the others for whom it is filed too. */
  leakFpr: number
}

/** A person as they are, and this one stay. */
export interface Stay extends Omit<Inpatient, 'cancer' | 'weakKidneys' | 'frailty'> {
  month: number
  emergent: number
  los: number
  edVisits6m: number
  adm12m: number
  hb: number
  na: number
  creat: number
  oncology: number
  procedure: number
  meds: number
  dispo: 'home' | 'homecare' | 'snf' | 'ama'
  diedInHosp: number
  planned30: number
  readmit30: number
  readmitAny: number
  tcmFormFiled: number
  followupCalls30d: number
  episodeCharges: number
  /** Chance that readmit30 was drawn with. */
  risk: number
}

const BASE_LOG_ODDS = -3.69
/** 0.25 in the prototype, where illnesses were drawn anew for each patient and spread a little wider than in one town. */
const FRAILTY_WEIGHT = 0.27

export function drawStay(rng: Rng, who: Inpatient, params: StayParams): Stay {
  const before = drawBefore(rng, who)
  const during = drawDuring(rng, who, before)
  const risk = sigmoid(BASE_LOG_ODDS + params.signal * knowableLogOdds(who, before, during) + FRAILTY_WEIGHT * who.frailty)
  const diedInHosp = rng.bern(clamp(0.008 + 0.004 * who.charlson, 0, 0.08))
  const readmit30 = diedInHosp ? 0 : rng.bern(risk)
  const planned30 = diedInHosp ? 0 : rng.bern(before.oncology ? 0.18 : 0.02)
  const tcmFormFiled = rng.bern(readmit30 ? params.leakSens : params.leakFpr)
  const followupCalls30d = rng.poisson(readmit30 ? 1.2 : 0.7)
  const charges = rng.lognormal(chargesSoFar(during.los) * (readmit30 ? 1.31 : 1), 0.4)
  const month = rng.int(1, 24)
  const { pid, name, age, sex, deprivation, group, livesAlone, charlson } = who
  const { emergent, oncology, procedure, adm12m, edVisits6m } = before
  const { los, meds, dispo } = during
  // Written out, not spread: a cohort has thousands of stays, and objects of one shape are ten times as quick.
  return {
    pid, name, month, age, sex, deprivation, group, livesAlone, emergent, los, charlson, edVisits6m, adm12m,
    hb: Math.round(during.hb * 10) / 10,
    na: Math.round(during.na),
    creat: Math.round(during.creat * 100) / 100,
    oncology, procedure, meds, dispo, diedInHosp, planned30, readmit30,
    readmitAny: readmit30 || planned30 ? 1 : 0,
    tcmFormFiled, followupCalls30d,
    episodeCharges: Math.round(charges),
    risk,
  }
}

/** What the stay itself has cost by the day of discharge, in dollars. */
export function chargesSoFar(los: number): number {
  return 9000 * (1 + 0.12 * los)
}

/** People with cancer lie on the oncology ward three times in four, and nobody else does. */
const ONCOLOGY = 0.75

function drawBefore(rng: Rng, { charlson, cancer, frailty, deprivation }: Inpatient) {
  const emergent = rng.bern(clamp(0.66 + 0.03 * charlson, 0, 0.93))
  const oncology = rng.bern(cancer * ONCOLOGY)
  const procedure = rng.bern(emergent ? 0.24 : 0.58)
  const adm12m = Math.min(14, rng.negbin(0.55 * Math.exp(0.2 * charlson + 0.35 * frailty), 0.75))
  const edVisits6m = Math.min(12, rng.negbin(0.45 * Math.exp(0.1 * charlson + 0.35 * frailty + 0.1 * (deprivation - 3)), 0.6))
  return { emergent, oncology, procedure, adm12m, edVisits6m }
}

/** Weak kidneys show in the blood: median creatinine 1.5 mg/dL instead of 0.9. */
const CREATININE = [0.9, 1.5] as const

function drawDuring(rng: Rng, { age, charlson, weakKidneys, frailty }: Inpatient, { oncology }: { oncology: number }) {
  const los = Math.max(0, Math.round(rng.lognormal(3.6 * Math.exp(0.06 * charlson + 0.12 * frailty), 0.75)))
  const hb = clamp(rng.normal(12.9 - 0.16 * charlson - 0.9 * oncology - 0.01 * (age - 60), 1.7), 6, 18)
  const na = clamp(rng.normal(138.6 - 0.12 * charlson, 3.3), 118, 152)
  const creat = clamp(rng.lognormal(CREATININE[weakKidneys], 0.3), 0.4, 9)
  const meds = Math.max(0, Math.round(rng.normal(5 + 1.1 * charlson, 2.8)))
  const dispo = rng.weighted([['home', 0.62], ['homecare', 0.17 + 0.02 * charlson], ['snf', age > 75 ? 0.25 : 0.08], ['ama', 0.02]] as const)
  return { los, hb, na, creat, meds, dispo }
}

/** Blood results count as drawn, before they are rounded for the chart. */
function knowableLogOdds({ deprivation, charlson, livesAlone }: Inpatient, before: ReturnType<typeof drawBefore>, during: ReturnType<typeof drawDuring>): number {
  const { emergent, oncology, procedure, adm12m, edVisits6m } = before
  const { los, hb, na, creat, dispo } = during
  return 0.34 * (hb < 12 ? 1 : 0) + 0.55 * oncology + 0.26 * (na < 135 ? 1 : 0) + 0.12 * procedure + 0.4 * emergent
    + 0.42 * Math.log1p(adm12m) + 0.256 * Math.log1p(edVisits6m) + 0.25 * (los >= 5 ? 1 : 0) + 0.1 * Math.min(charlson, 5)
    + 0.1 * (creat > 1.5 ? 1 : 0) + 0.12 * livesAlone * (dispo === 'home' ? 1 : 0) + 0.9 * (dispo === 'ama' ? 1 : 0)
    + 0.06 * (deprivation - 3)
}
