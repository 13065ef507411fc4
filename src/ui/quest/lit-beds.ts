/** Beds in the order their lights come on: spread over the ward, and the same for every share, so that fewer lit beds are a part of more. */
function order(beds: number): number[] {
  const step = coprimeNear(beds * 0.382, beds)
  return Array.from({ length: beds }, (_, n) => (n * step + 1) % beds)
}

function coprimeNear(wish: number, beds: number): number {
  for (let step = Math.max(1, Math.round(wish)); ; step++) if (gcd(step, beds) === 1) return step
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

/** Which of `beds` are lit when a `share` (0..1) of people is on the list, to the nearest bed. */
export function litBeds(share: number, beds: number): Set<number> {
  const clean = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
  return new Set(order(beds).slice(0, Math.round(clean * beds)))
}
