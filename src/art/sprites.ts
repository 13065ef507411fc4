/** Which frames a plan needs, and how each is drawn. */
import { CAST, type PersonId } from './cast.ts'
import { drawFurniture } from './objects/catalogue.ts'
import { FURNITURE, furnitureFrame, type Department, type Furniture, type Plan, type Point } from './plan.ts'
import type { Appearance, Facing, Pose } from './people/appearance.ts'
import { person, personShadow, WALK_FRAMES } from './people.ts'
import { idsFrom } from './solid/solid.ts'
import { drawWall, wallFrame } from './walls.ts'
import { wheelchairUser } from './wheelchair.ts'

export interface Sprite {
  frame: string
  part: 'near' | 'far'
  /** SVG about the pivot, 1x. */
  draw(): string
}

/** Department a point lies in: a room's, else the garden's or the street's. */
export function departmentAt(plan: Plan, [x, y]: Point): Department {
  const inside = plan.rooms.find(({ rect: [rx, ry, w, d] }) => x >= rx && x < rx + w && y >= ry && y < ry + d)
  if (inside) return inside.department
  return x >= plan.size[0] ? 'street' : 'garden'
}

const TABLET_BEARERS: readonly PersonId[] = ['joan-malik', 'sam-okafor', 'mei-tan']

/** Every frame once, near ones first, in the order of their names. */
export function spritesOf(plan: Plan, near: readonly Department[] = plan.near): Sprite[] {
  const found = new Map<string, Sprite>()
  const offer = (frame: string, isNear: boolean, draw: () => string): void => {
    const known = found.get(frame)
    if (!known) found.set(frame, { frame, part: isNear ? 'near' : 'far', draw })
    else if (isNear) known.part = 'near'
  }
  const isNear = (department: Department | undefined): boolean => department !== undefined && near.includes(department)
  for (const wall of plan.walls)
    offer(wallFrame(wall), isNear(wall.department), () => drawWall(wall.kind, wall.axis, wall.department).body())
  for (const piece of plan.furniture) offerFurniture(plan, piece, isNear, offer)
  for (const [id, look] of Object.entries(CAST)) {
    const place = plan.people?.find((standing) => standing.id === id)
    const first = place !== undefined && isNear(departmentAt(plan, place.at))
    for (const [facing, pose, name] of posesOf(id, look))
      offer(`npc/${id}/${facing}/${name}`, first && name !== 'tablet', () =>
        drawPerson(look, facing, pose, `${id}${facing}${name}`, name === 'tablet'),
      )
  }
  offer('sh/person', true, () => personShadow())
  const rank = (sprite: Sprite): string => `${sprite.part === 'near' ? 0 : 1}${sprite.frame}`
  return [...found.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

function offerFurniture(
  plan: Plan,
  piece: Furniture,
  isNear: (d: Department) => boolean,
  offer: (frame: string, near: boolean, draw: () => string) => void,
): void {
  const near = isNear(departmentAt(plan, [piece.at[0] + 0.5, piece.at[1] + 0.5]))
  const moving = piece.name === 'revolvingDoor' ? FURNITURE.revolvingDoor.variants : [piece.variant]
  for (const variant of moving) {
    const turned = { name: piece.name, rot: piece.rot, ...(variant === undefined ? {} : { variant }) }
    // A door starts at its first moment; the others are needed once it turns.
    offer(furnitureFrame(turned), near && (variant === moving[0] || moving.length === 1), () => drawFurniture(turned).body())
  }
}

/** The named stand and face us; the nameless walk. */
function posesOf(id: string, look: Appearance): [Facing, Pose, string][] {
  const standing: [Facing, Pose, string][] = [['se', 'idle', 'idle']]
  if (TABLET_BEARERS.includes(id as PersonId)) standing.push(['se', 'idle', 'tablet'])
  if (!id.startsWith('amb-')) return standing
  const walking = (['se', 'ne'] as const).flatMap((facing) =>
    Array.from({ length: WALK_FRAMES }, (_, i): [Facing, Pose, string] => [
      facing,
      look.wheelchair ? { push: i / WALK_FRAMES } : i / WALK_FRAMES,
      `walk${i}`,
    ]),
  )
  return [...standing, ['ne', 'idle', 'idle'], ...walking]
}

function drawPerson(look: Appearance, facing: Facing, pose: Pose, id: string, withTablet: boolean): string {
  const ids = idsFrom(id)
  if (look.wheelchair) return wheelchairUser(look, facing, pose === 'idle' ? 'sit' : pose, ids)
  return person(withTablet ? { ...look, tablet: true } : look, facing, pose, ids)
}
