/**
 * The one source of chance. Integer arithmetic only until the last step, so that a seed gives the same patients in Node,
 * in a worker and on a server.
 *
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), its three words filled by splitmix32 from an FNV-1a hash of the seed.
 * Changing the order or number of draws anywhere in this file changes every patient: the calibrated goals would drift.
 */

const TWO_POW_32 = 4_294_967_296
/** Draws thrown away so that near-equal seeds part company. */
const WARM_UP = 12

/** FNV-1a over the first UTF-16 unit of each character; an unsigned 32-bit number. */
export function hashSeed(seed: string | number): number {
  let hash = 2_166_136_261
  for (const character of String(seed)) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619) >>> 0
  }
  return hash
}

/** Endless 32-bit words from one 32-bit word (splitmix32). */
function splitmix32(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x9e37_79b9) >>> 0
    let word = Math.imul(state ^ (state >>> 16), 0x21f0_aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a_2d97)
    return (word ^ (word >>> 15)) >>> 0
  }
}

export class Rng {
  private a: number
  private b: number
  private c: number
  private counter = 1
  /** The polar method makes two normals at a time; the second waits here. */
  private spareNormal: number | null = null

  constructor(seed: string | number) {
    const words = splitmix32(hashSeed(seed))
    this.a = words()
    this.b = words()
    this.c = words()
    for (let i = 0; i < WARM_UP; i++) this.uniform()
  }

  /** Uniform on [0, 1). */
  uniform(): number {
    const word = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + word) | 0
    return (word >>> 0) / TWO_POW_32
  }

  /** Normal with mean and standard deviation; Marsaglia's polar method. */
  normal(mean = 0, sd = 1): number {
    if (this.spareNormal !== null) {
      const spare = this.spareNormal
      this.spareNormal = null
      return mean + sd * spare
    }
    let u = 0
    let v = 0
    let square = 0
    do {
      u = 2 * this.uniform() - 1
      v = 2 * this.uniform() - 1
      square = u * u + v * v
    } while (square >= 1 || square === 0)
    const scale = Math.sqrt((-2 * Math.log(square)) / square)
    this.spareNormal = v * scale
    return mean + sd * u * scale
  }

  /** 1 with probability `p`, else 0. */
  bern(p: number): 0 | 1 {
    return this.uniform() < p ? 1 : 0
  }

  /** Whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1))
  }

  /** One of the items. Throws when there is none. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('pick needs at least one item')
    return items[Math.floor(this.uniform() * items.length)] as T
  }

  /** One of the items, as often as its weight says; weights need not add up to 1. Throws when there is none. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    const last = items.at(-1)
    if (last === undefined) throw new RangeError('weighted needs at least one item')
    let total = 0
    for (const [, weight] of items) total += weight
    let left = this.uniform() * total
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    return last[0]
  }

  /** Exponential waiting time with `rate` events per unit; mean 1 / rate. */
  exp(rate: number): number {
    return -Math.log(1 - this.uniform()) / rate
  }

  /** Gamma with mean `shape * scale`. Marsaglia & Tsang 2000; shapes below 1 by their boost. */
  gamma(shape: number, scale = 1): number {
    if (shape < 1) return this.gamma(shape + 1, scale) * this.uniform() ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      let x = 0
      let v = 0
      do {
        x = this.normal()
        v = 1 + c * x
      } while (v <= 0)
      v = v * v * v
      const u = this.uniform()
      if (u < 1 - 0.0331 * x ** 4 || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v * scale
    }
  }

  /** Count with the given mean: Knuth's product up to 30, the rounded normal above. */
  poisson(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(this.normal(mean, Math.sqrt(mean))))
    const limit = Math.exp(-mean)
    let count = 0
    let product = 1
    do {
      count++
      product *= this.uniform()
    } while (product > limit)
    return count - 1
  }

  /** Count whose variance is `mean + mean² / shape`: a Poisson whose mean is itself gamma. */
  negbin(mean: number, shape: number): number {
    return this.poisson(this.gamma(shape, mean / shape))
  }

  /** `sigma` is the standard deviation of the logarithm. */
  lognormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma))
  }

  /** Fisher–Yates, in place; the same array comes back. */
  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = Math.floor(this.uniform() * (i + 1))
      const kept = items[i] as T
      items[i] = items[j] as T
      items[j] = kept
    }
    return items
  }
}

/** `x` held between `low` and `high`. */
export function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x))
}

/** Logistic function: log-odds to probability. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}
