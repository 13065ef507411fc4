/** What the card "Is it them, or is it the tool?" shows: two causes, two figures, and which cause moves which. */

/** Inner edges of ten equal parts of a standard normal. */
const DECILES = [-1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816]
const PSI_ALARM = 0.25
const RATIO_ALARM = 1.4
const PROMISED_AT_FIRST = 100

export interface DriftFigures {
  psi: number
  promised: number
  happened: number
  otherPeople: boolean
  brokenPromise: boolean
}

/** `people`: how much sicker they are, in standard deviations, 0 to 1. `tool`: how much of the risk the tool has stopped seeing, 0 to 1. */
export function driftFigures(people: number, tool: number): DriftFigures {
  const promised = PROMISED_AT_FIRST * (1 + people)
  const happened = promised * (1 + tool)
  const psi = psiOfShift(people)
  return { psi, promised: Math.round(promised), happened: Math.round(happened), otherPeople: psi > PSI_ALARM, brokenPromise: happened / promised > RATIO_ALARM }
}

/** Population stability index when a standard normal moves by `shift`. */
function psiOfShift(shift: number): number {
  const below = [0, ...DECILES.map(edge => normalShare(edge - shift)), 1]
  return below.slice(1).reduce((sum, share, bin) => {
    const now = Math.max(share - (below[bin] as number), 1e-6)
    return sum + (now - 0.1) * Math.log(now / 0.1)
  }, 0)
}

/** Share of a standard normal below z, to five decimals (Abramowitz and Stegun 26.2.16 and 7.1.26). */
export function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const erf = 1 - t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x)
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2
}
