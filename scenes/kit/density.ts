/** Beyond three real pixels for one of CSS nobody sees a difference. */
const MAX_DENSITY = 3
const LOW_POWER_SHARE = 0.5

/** Real pixels for one CSS pixel. Low power paints a quarter of the pixels and lets the screen enlarge them. */
export function densityFor(devicePixelRatio: number, lowPower: boolean): number {
  return lowPower ? Math.min(devicePixelRatio, 1) * LOW_POWER_SHARE : Math.min(Math.max(devicePixelRatio, 0.5), MAX_DENSITY)
}
