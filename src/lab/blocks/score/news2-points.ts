/** The National Early Warning Score, added up as on the chart of the ward. */

export interface Observations {
  /** Breaths a minute. */
  rr: number
  /** Oxygen saturation, %. */
  spo2: number
  /** 1 = on extra oxygen. */
  o2: number
  /** Systolic blood pressure, mmHg. */
  sbp: number
  /** Beats a minute. */
  hr: number
  /** 1 = newly confused, or answers to voice or pain only, or not at all. */
  cvpu: number
  /** Degrees Celsius. */
  temp: number
}

/**
 * NEWS2, 0 to 20 points. Scale 2 for saturation is for people whose target is 88 to 92% (hypercapnic respiratory failure): there
 * 93% and more earns points only on oxygen. What nobody measured earns none.
 * Source: Royal College of Physicians, National Early Warning Score (NEWS) 2, 2017 (source key news).
 */
export function news2Points(seen: Observations, scale2: boolean): number {
  return breathing(seen.rr) + (scale2 ? saturation2(seen) : saturation1(seen.spo2)) + (seen.o2 === 1 ? 2 : 0)
    + pressure(seen.sbp) + pulse(seen.hr) + (seen.cvpu === 1 ? 3 : 0) + temperature(seen.temp)
}

const breathing = (rr: number) => (rr <= 8 ? 3 : rr <= 11 ? 1 : rr <= 20 ? 0 : rr <= 24 ? 2 : rr > 24 ? 3 : 0)
const saturation1 = (spo2: number) => (spo2 <= 91 ? 3 : spo2 <= 93 ? 2 : spo2 <= 95 ? 1 : 0)

function saturation2({ spo2, o2 }: Observations): number {
  if (spo2 <= 92) return spo2 <= 83 ? 3 : spo2 <= 85 ? 2 : spo2 <= 87 ? 1 : 0
  if (o2 !== 1) return 0
  return spo2 <= 94 ? 1 : spo2 <= 96 ? 2 : spo2 > 96 ? 3 : 0
}

const pressure = (sbp: number) => (sbp <= 90 ? 3 : sbp <= 100 ? 2 : sbp <= 110 ? 1 : sbp >= 220 ? 3 : 0)
const pulse = (hr: number) => (hr <= 40 ? 3 : hr <= 50 ? 1 : hr <= 90 ? 0 : hr <= 110 ? 1 : hr <= 130 ? 2 : hr > 130 ? 3 : 0)
const temperature = (temp: number) => (temp <= 35 ? 3 : temp <= 36 ? 1 : temp <= 38 ? 0 : temp <= 39 ? 1 : temp > 39 ? 2 : 0)
