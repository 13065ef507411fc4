/** The player, drawn when the game starts, from the look that the learner chose. */
import type { PlayerSheet } from '../core/ports.ts'
import type { Appearance, Facing, Pose } from './people/appearance.ts'
import { person, WALK_FRAMES } from './people.ts'
import { idsFrom } from './solid/solid.ts'
import { wheelchairUser } from './wheelchair.ts'

export type SheetPart = 'all' | 'standing'

const CELL = { w: 56, h: 92, pivotX: 28, pivotY: 76 }
const FACINGS: readonly Facing[] = ['se', 'ne']

/**
 * One SVG with every frame ("se/idle", "ne/walk3"; sw and nw are these flipped) and where each is cut, in its pixels.
 * Turn it into a picture through a Blob URL. In a wheelchair the player is seated in all of them and pushes to move.
 * @param part Only how they stand is a tenth of the work: enough until they set off.
 */
export function playerSheet(look: Appearance, part: SheetPart = 'all', scale = 2): { svg: string; scale: number; frames: PlayerSheet['frames'] } {
  const standing: [string, Pose][] = [['idle', look.wheelchair ? 'sit' : 'idle']]
  const walking = Array.from({ length: WALK_FRAMES }, (_, i): [string, Pose] => [
    `walk${i}`,
    look.wheelchair ? { push: i / WALK_FRAMES } : i / WALK_FRAMES,
  ])
  const poses: [string, Pose][] = part === 'standing' ? standing : [...standing, ...walking, ['sit', 'sit']]
  const ids = idsFrom('u')
  const frames: PlayerSheet['frames'] = {}
  let art = ''
  FACINGS.forEach((facing, row) =>
    poses.forEach(([name, pose], column) => {
      const [x, y] = [column * CELL.w, row * CELL.h]
      const figure = look.wheelchair ? wheelchairUser(look, facing, pose, ids) : person(look, facing, pose, ids)
      art += `<g transform="translate(${x + CELL.pivotX} ${y + CELL.pivotY})">${figure}</g>`
      frames[`${facing}/${name}`] = {
        x: x * scale,
        y: y * scale,
        w: CELL.w * scale,
        h: CELL.h * scale,
        pivotX: CELL.pivotX * scale,
        pivotY: CELL.pivotY * scale,
      }
    }),
  )
  const [w, h] = [CELL.w * poses.length, CELL.h * FACINGS.length]
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${w * scale}" height="${h * scale}" viewBox="0 0 ${w} ${h}">${art}</svg>`,
    scale,
    frames,
  }
}
