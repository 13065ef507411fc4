/** How a morning of so many chairs goes when so many are booked and each stays away with the same chance: binomial. Pure. */
export interface SharedChairs {
  /** Chairs that stay empty, on average. */
  empty: number
  /** People who come and find no chair of their own, on average. */
  waiting: number
  /** Share of mornings on which somebody must wait, 0 to 1. */
  crowded: number
}

/** `away`: chance of each booked person to stay away, 0 to 1. */
export function sharedChairs(chairs: number, booked: number, away: number): SharedChairs {
  const counts: SharedChairs = { empty: 0, waiting: 0, crowded: 0 }
  // Chance that exactly k come, from k = 0 up.
  let chance = away ** booked
  for (let k = 0; k <= booked; k++) {
    counts.empty += chance * Math.max(0, chairs - k)
    counts.waiting += chance * Math.max(0, k - chairs)
    if (k > chairs) counts.crowded += chance
    chance *= away === 0 ? 0 : ((booked - k) / (k + 1)) * ((1 - away) / away)
    if (away === 0 && k === booked - 1) chance = 1
  }
  return counts
}
