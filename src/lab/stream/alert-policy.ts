/** When an alarm rings: pure, moment by moment, with nothing but the moments before. */

export interface AlertPolicy {
  /** It rings at this score or above. */
  from: number
  /** Only when so many moments in a row are there. */
  persist: number
  /** A moment without a score neither counts among those in a row nor breaks them; else it breaks them. */
  holdsOver: boolean
  /** Hours of silence after an alarm. */
  lockoutHours: number
  /** So many moments in a row below the line end the silence; one without a score is no such moment. 0: nothing ends it early. */
  resetAfter: number
  /** At this score or above it is urgent, and an urgent one breaks the silence after one that was not. Null: all are alike. */
  urgentFrom: number | null
}

interface Moments {
  /** Which stay each moment belongs to. */
  stay: readonly string[]
  /** Hours from the start of the stay. */
  hour: Float64Array
  scores: Float64Array
}

/** By moment: 0 silence, 1 an alarm, 2 an urgent one. The order of the rows does not matter. */
export function ringsOf(moments: Moments, policy: AlertPolicy): Uint8Array {
  const rings = new Uint8Array(moments.stay.length)
  for (const rows of byStay(moments)) {
    let [inARow, calm, lastAt, lastTier] = [0, 0, Number.NEGATIVE_INFINITY, 0]
    for (const row of rows) {
      const [score, hour] = [moments.scores[row] as number, moments.hour[row] as number]
      if (Number.isNaN(score) && policy.holdsOver) continue
      inARow = score >= policy.from ? inARow + 1 : 0
      calm = score < policy.from ? calm + 1 : Number.isNaN(score) ? calm : 0
      if (policy.resetAfter > 0 && calm >= policy.resetAfter) [lastAt, lastTier] = [Number.NEGATIVE_INFINITY, 0]
      if (inARow < policy.persist) continue
      const tier = policy.urgentFrom !== null && score >= policy.urgentFrom ? 2 : 1
      if (hour - lastAt < policy.lockoutHours && tier <= lastTier) continue
      rings[row] = tier
      lastAt = hour
      lastTier = tier
    }
  }
  return rings
}

/** Rows of each stay, its hours rising. */
function byStay({ stay, hour }: Moments): Iterable<number[]> {
  const rows = new Map<string, number[]>()
  stay.forEach((id, row) => {
    const of = rows.get(id)
    if (of) of.push(row)
    else rows.set(id, [row])
  })
  for (const of of rows.values()) of.sort((a, b) => (hour[a] as number) - (hour[b] as number))
  return rows.values()
}
