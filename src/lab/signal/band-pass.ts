/**
 * A band-pass for traces: a high-pass and a low-pass, each a Butterworth filter of second order, run once forwards and once
 * backwards, so that nothing is shifted in time. Each pass leaves 1/√2 of a sine at its cut-off; both together leave half.
 */

/** y[n] = b0·x[n] + b1·x[n−1] + b2·x[n−2] − a1·y[n−1] − a2·y[n−2] */
export interface Biquad {
  b0: number
  b1: number
  b2: number
  a1: number
  a2: number
}

/** Bilinear transform with the cut-off pre-warped: K = tan(π·cut/rate), Q = 1/√2 (Oppenheim & Schafer, ch. 7). */
function warped(cutHz: number, rate: number): { k: number; k2: number; norm: number } {
  if (!(cutHz > 0 && cutHz < rate / 2)) throw new RangeError(`a cut-off lies between 0 and half the rate (${rate / 2} Hz), not at ${cutHz}`)
  const k = Math.tan((Math.PI * cutHz) / rate)
  const k2 = k * k
  return { k, k2, norm: 1 / (1 + Math.SQRT2 * k + k2) }
}

/** @throws RangeError for a cut-off at or above half the rate */
export function lowPass(cutHz: number, rate: number): Biquad {
  const { k, k2, norm } = warped(cutHz, rate)
  return { b0: k2 * norm, b1: 2 * k2 * norm, b2: k2 * norm, a1: 2 * (k2 - 1) * norm, a2: (1 - Math.SQRT2 * k + k2) * norm }
}

/** @throws RangeError for a cut-off at or above half the rate */
export function highPass(cutHz: number, rate: number): Biquad {
  const { k, k2, norm } = warped(cutHz, rate)
  return { b0: norm, b1: -2 * norm, b2: norm, a1: 2 * (k2 - 1) * norm, a2: (1 - Math.SQRT2 * k + k2) * norm }
}

/** Through the filter in place, from `start` in steps of `step`. Begins as if the first value had stood there for ever: no ringing. */
function pass(x: Float64Array, { b0, b1, b2, a1, a2 }: Biquad, start: number, step: 1 | -1): void {
  const first = x[start] ?? 0
  const settled = (first * (b0 + b1 + b2)) / (1 + a1 + a2)
  let z2 = b2 * first - a2 * settled
  let z1 = b1 * first - a1 * settled + z2
  for (let n = 0, at = start; n < x.length; n++, at += step) {
    const value = x[at] as number
    const out = b0 * value + z1
    z1 = b1 * value - a1 * out + z2
    z2 = b2 * value - a2 * out
    x[at] = out
  }
}

export interface Band {
  /** Samples a second. */
  rate: number
  /** Slower than this is taken away, in Hz: breathing, loose skin. */
  low: number
  /** Faster than this is taken away, in Hz: muscles, mains. */
  high: number
}

/** A new trace of the same length. @throws RangeError when the cut-offs do not lie in order below half the rate */
export function bandPass(trace: Float32Array, { rate, low, high }: Band): Float32Array {
  if (!(low < high)) throw new RangeError(`the lower cut-off (${low} Hz) must lie below the upper one (${high} Hz)`)
  const x = new Float64Array(trace)
  for (const filter of [highPass(low, rate), lowPass(high, rate)]) {
    pass(x, filter, 0, 1)
    pass(x, filter, x.length - 1, -1)
  }
  return new Float32Array(x)
}
