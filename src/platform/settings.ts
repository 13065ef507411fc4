/** Choices of this browser (sound, text size, keys): kept apart from the save, for they belong to the device. */
import { browserMemory, type SmallMemory } from './small-memory.ts'

const KEY = 'st-turing.settings'

export interface SettingsStore<T extends object> {
  read(): T
  write(settings: T): void
}

/** Fields that are missing or of another type than in `defaults` fall back to it, so an old or broken text does no harm. */
export function settingsStore<T extends object>(defaults: T, memory: SmallMemory = browserMemory()): SettingsStore<T> {
  return {
    read() {
      try {
        return sameShape(defaults, JSON.parse(memory.read(KEY) ?? '{}'))
      } catch {
        return defaults
      }
    },
    write: (settings) => memory.write(KEY, JSON.stringify(settings)),
  }
}

function sameShape<T extends object>(defaults: T, found: unknown): T {
  if (typeof found !== 'object' || found === null) return defaults
  const entries = Object.entries(defaults).map(([key, fallback]) => {
    const value: unknown = Object.hasOwn(found, key) ? (found as Record<string, unknown>)[key] : undefined
    if (typeof value !== typeof fallback || value === null) return [key, fallback]
    return [key, typeof fallback === 'object' ? sameShape(fallback as object, value) : value]
  })
  return Object.fromEntries(entries) as T
}
