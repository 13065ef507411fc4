/** The same picture in fewer bytes. Nothing moves by more than a tenth of a unit. */

/** Shades that the eye cannot tell apart become one. */
const STEP = 8

const coarse = (colour: string): string =>
  `#${[1, 3, 5]
    .map((i) =>
      Math.min(255, Math.round(Number.parseInt(colour.slice(i, i + 2), 16) / STEP) * STEP)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Coordinates lie on a grid of a fifth of a unit. */
const GRID = 5

const shortNumber = (text: string): string => {
  const rounded = Number((Math.round(Number(text) * GRID) / GRID).toFixed(1)) || 0
  return String(rounded).replace(/^(-?)0\./, '$1.')
}

/** Coordinates to a tenth, polygons to relative paths, neighbours of one colour joined. */
export function shorten(svg: string): string {
  const polygons = withoutDarkening(svg)
    .replace(/#[0-9a-f]{6}/g, coarse)
    .replace(
      /<polygon points="([^"]+)" fill="(#[0-9a-f]{6})" stroke="\2"[^>]*\/>/g,
      (_, list: string, colour: string) => `<path d="${relative(list)}" fill="${colour}" stroke="${colour}"/>`,
    )
  const joined = joinNeighbours(polygons)
  const bare = joined.replace(/<polygon points="([^"]+)"/g, (_, list: string) => `<path d="${relative(list)}"`)
  return withStrokeDefault(
    bare.replace(
      /( d="| points=")([^"]+)"/g,
      (_, name: string, list: string) => `${name}${list.replace(/-?\d*\.\d+/g, shortNumber)}"`,
    ),
  ).replace(/ opacity="1"/g, '')
}

/** "x,y x,y" to a closed path of relative steps; rounding errors do not add up. */
function relative(list: string): string {
  let [fromX, fromY] = [0, 0]
  const steps = list.split(' ').map((pair, i) => {
    const [x, y] = pair.split(',').map((n) => Math.round(Number(n) * GRID)) as [number, number]
    const step = [x - fromX, y - fromY].map((n) => shortNumber(String(n / GRID)))
    ;[fromX, fromY] = [x, y]
    return `${i ? '' : 'M'}${pairOf(step as [string, string])}`
  })
  return `${steps[0]}l${steps.slice(1).join(' ').replace(/ -/g, '-')}z`
}

const pairOf = ([x, y]: [string, string]): string => (y.startsWith('-') ? x + y : `${x} ${y}`)

function joinNeighbours(svg: string): string {
  const pair = /<path d="([^"]+)" fill="(#[0-9a-f]{6})" stroke="\2"\/><path d="([^"]+)" fill="\2" stroke="\2"\/>/g
  let before = ''
  let after = svg
  while (before !== after) {
    before = after
    after = before.replace(pair, '<path d="$1$3" fill="$2" stroke="$2"/>')
  }
  return after
}

/** The shade at the foot of boxes: felt in a room, missed by nobody in a vignette, and a gradient for each face. */
const withoutDarkening = (svg: string): string =>
  svg.replace(
    /<linearGradient id="([^"]+)" gradientUnits="userSpaceOnUse"[^>]*><stop offset=".35" stop-color="#1d2f5c".*?<\/linearGradient><polygon points="[^"]*" fill="url\(#\1\)"\/>/g,
    '',
  )

/** A hair of stroke closes the seams between faces: said once, for all; inherited, so that it stays inside this picture. */
const withStrokeDefault = (svg: string): string => svg.replace('<svg ', '<svg stroke-width=".4" ')
