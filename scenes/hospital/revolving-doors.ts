/** The wards' revolving door: spins while too many come back, turns slowly once they do not. */
import type { FloorPicture } from '../kit/floor-picture.ts'

const FRAMES = 6
/** Frames are a sixth of a wing's way to the next: three wings a second when spinning. */
const FRAMES_A_SECOND = { spinning: 9, slow: 1.6 }

export class RevolvingDoors {
  slow = false
  private readonly floor: FloorPicture
  private turned = 0
  private shown = 0

  constructor(floor: FloorPicture) {
    this.floor = floor
  }

  step(seconds: number): void {
    this.turned = (this.turned + seconds * FRAMES_A_SECOND[this.slow ? 'slow' : 'spinning']) % FRAMES
    const frame = Math.floor(this.turned)
    if (frame === this.shown) return
    this.shown = frame
    for (const door of this.floor.turning) this.floor.turn(door, frame)
  }
}
