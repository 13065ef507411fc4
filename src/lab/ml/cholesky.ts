/** Pivots below this are lifted, so that columns that repeat each other do not end the fit. */
const SMALLEST_PIVOT = 1e-12

/**
 * Solves A · s = b for a symmetric positive matrix: `a` is `size` x `size`, lower triangle given; both arguments are
 * overwritten, `b` with the answer. Cholesky factor, then forward and back substitution.
 */
export function solveInPlace(a: Float64Array, b: Float64Array, size: number): void {
  factorInPlace(a, size)
  solveFactored(a, b, size)
}

/** The Cholesky factor in the place of `a`, for more than one `b`. */
export function factorInPlace(a: Float64Array, size: number): void {
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = a[j * size + k] as number
      for (let m = 0; m < k; m++) sum -= (a[j * size + m] as number) * (a[k * size + m] as number)
      a[j * size + k] = j === k ? Math.sqrt(Math.max(sum, SMALLEST_PIVOT)) : sum / (a[k * size + k] as number)
    }
  }
}

/** `b` is overwritten with the answer. */
export function solveFactored(a: Float64Array, b: Float64Array, size: number): void {
  for (let j = 0; j < size; j++) {
    let sum = b[j] as number
    for (let m = 0; m < j; m++) sum -= (a[j * size + m] as number) * (b[m] as number)
    b[j] = sum / (a[j * size + j] as number)
  }
  for (let j = size - 1; j >= 0; j--) {
    let sum = b[j] as number
    for (let m = j + 1; m < size; m++) sum -= (a[m * size + j] as number) * (b[m] as number)
    b[j] = sum / (a[j * size + j] as number)
  }
}

/** Lower factor L with L · Lᵀ = A, row-major; null where the matrix is not positive. `a` is left as it is. */
export function choleskyFactor(a: Float64Array, size: number): Float64Array | null {
  const l = new Float64Array(size * size)
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = a[j * size + k] as number
      for (let m = 0; m < k; m++) sum -= (l[j * size + m] as number) * (l[k * size + m] as number)
      if (j === k && sum <= SMALLEST_PIVOT) return null
      l[j * size + k] = j === k ? Math.sqrt(sum) : sum / (l[k * size + k] as number)
    }
  }
  return l
}
