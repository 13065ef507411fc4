/** Old saves are brought forward step by step, each step from one version to the next. A step is never changed once released. */
import type { Json } from '../../quest/schema.ts'

export const SAVE_VERSION = 1

export type SaveObject = { [key: string]: Json }

/** Step n brings a save from version n to n + 1. Version 1 is the first, so there is none yet. */
const STEPS: Readonly<Record<number, (save: SaveObject) => SaveObject>> = {}

/**
 * A save of any earlier version as one of this version; null when a step is missing. `steps` is for tests.
 */
export function migrate(save: SaveObject, from: number, to: number = SAVE_VERSION, steps: typeof STEPS = STEPS): SaveObject | null {
  let current = save
  for (let version = from; version < to; version += 1) {
    const step = steps[version]
    if (!step) return null
    current = { ...step(current), version: version + 1 }
  }
  return current
}
