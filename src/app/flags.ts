/** Modes for debugging and measuring, as URL flags, so that every mode is a link. */
export interface Flags {
  /** `?motion=0`: nothing moves on its own. */
  still: boolean
  /** `?map=0`: the list alone. */
  mapOff: boolean
  /** `?quest=<url>`: play this file (made by `npm run -s quest -- play`). */
  questUrl: string | null
  /** `?walkers=100`: people on the floor, for measuring. */
  walkers: number | null
  /** `?lowpower=1`: draw at half resolution. */
  lowPower: boolean
  /** `?debug`: the running game as `stTuring` in the console, and the map's stage on its element. */
  debug: boolean
}

const MAX_WALKERS = 500

export function readFlags(search: string): Flags {
  const query = new URLSearchParams(search)
  const walkers = Number.parseInt(query.get('walkers') ?? '', 10)
  return {
    still: query.get('motion') === '0',
    mapOff: query.get('map') === '0',
    questUrl: query.get('quest'),
    walkers: Number.isNaN(walkers) ? null : Math.min(MAX_WALKERS, Math.max(0, walkers)),
    lowPower: query.get('lowpower') === '1',
    debug: query.has('debug'),
  }
}
