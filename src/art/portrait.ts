/** The bust one speaks to: 200 by 200, from the same record as the sprite on the map. */
import { lighten, type Hex } from './colour.ts'
import { circle } from './decals.ts'
import type { Appearance } from './people/appearance.ts'
import { drawBust } from './portrait/clothes.ts'
import { drawGlasses, drawPortraitHead } from './portrait/face.ts'
import { hairBehind, hairInFront } from './portrait/hair.ts'
import { brighter, darker, type Mood, type Paint } from './portrait/paint.ts'

export type { Mood } from './portrait/paint.ts'

/**
 * An <svg> as text, hidden from screen readers: the name beside it says who it is.
 * Names inside are made from what is drawn, so that several portraits live on one page; two equal ones share equal names.
 * @param id Overrides the name, for a caller with one of its own (React's `useId`).
 */
export function portrait(
  look: Appearance,
  mood: Mood = 'neutral',
  background: Hex = '#dcedf5',
  id = nameOf(look, mood, background),
): string {
  const cloth = look.cloth ?? look.hair
  const fill = (name: string): string => `url(#${id}${name})`
  const paint: Paint = {
    look,
    mood,
    cloth,
    skinFill: fill('s'),
    hairFill: fill('h'),
    clothFill: fill('c'),
    topFill: fill('t'),
    coatFill: fill('k'),
  }
  const gradients = [
    ['s', look.skin],
    ['h', look.hair],
    ['c', cloth],
    ['t', look.top],
    ['k', look.coat ?? '#ffffff'],
  ]
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" aria-hidden="true" focusable="false"><defs>' +
    gradients.map(([name, colour]) => diagonal(id + name!, colour!)).join('') +
    `<clipPath id="${id}p"><rect width="200" height="200" rx="36"/></clipPath>` +
    `<radialGradient id="${id}b" cx=".3" cy=".2" r="1"><stop stop-color="${lighten(background, 0.05)}"/><stop offset="1" stop-color="${lighten(background, -0.05)}"/></radialGradient></defs>` +
    `<g clip-path="url(#${id}p)"><rect width="200" height="200" fill="url(#${id}b)"/>` +
    circle(158, 44, 70, '#fff', 'opacity=".22"') +
    circle(30, 180, 60, '#fff', 'opacity=".14"') +
    hairBehind(paint) +
    drawBust(paint) +
    drawPortraitHead(paint) +
    hairInFront(paint) +
    (look.glasses ? drawGlasses() : '') +
    '</g></svg>'
  )
}

const diagonal = (id: string, colour: Hex): string =>
  `<linearGradient id="${id}" x1=".1" y1="0" x2=".9" y2="1"><stop stop-color="${brighter(colour)}"/><stop offset=".55" stop-color="${colour}"/><stop offset="1" stop-color="${darker(colour)}"/></linearGradient>`

/** FNV-1a of everything that changes the picture. */
function nameOf(...what: unknown[]): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(what)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0
  return `f${hash.toString(36)}`
}
