/** The player as the map needs them: drawn from their look, in one picture that the browser itself holds. */
import type { Look } from '../core/log/facts.ts'
import type { PlayerSheet } from '../core/ports.ts'
import { lookOfPlayer } from '../art/cast.ts'
import { playerSheet as draw, type SheetPart } from '../art/player-sheet.ts'

/** The sheet and the address of its picture; the address lives until the next look is drawn. */
export function playerSheet(look: Look, part: SheetPart): PlayerSheet {
  const { svg, scale, frames } = draw(lookOfPlayer(look), part)
  if (last) URL.revokeObjectURL(last)
  last = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  return { url: last, scale, frames, wheels: look.wheelchair }
}

let last: string | null = null
