/** Moments of the feed: minutes since its first morning. The hospital's clock is UTC. */

const FIRST_MORNING = Date.UTC(2025, 2, 3, 6, 0)

/** 202503030600 */
export function v2Time(minute: number): string {
  return isoTime(minute).replace(/[-T:]/g, '').slice(0, 12)
}

/** 2025-03-03T06:00:00+00:00 */
export function isoTime(minute: number): string {
  return `${new Date(FIRST_MORNING + minute * 60_000).toISOString().slice(0, 19)}+00:00`
}
