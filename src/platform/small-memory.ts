/** localStorage where it may be used; elsewhere (private mode, blocked cookies) a map that lives as long as the page. */
export interface SmallMemory {
  read(key: string): string | null
  write(key: string, text: string): void
  forget(key: string): void
}

export function pageMemory(): SmallMemory {
  const map = new Map<string, string>()
  return {
    read: (key) => map.get(key) ?? null,
    write: (key, text) => void map.set(key, text),
    forget: (key) => void map.delete(key),
  }
}

/** Each call is guarded, for browsers throw at different moments: on access, on write when full, on read when blocked. */
export function browserMemory(open: () => Storage = () => localStorage): SmallMemory {
  const fallback = pageMemory()
  return {
    read(key) {
      try {
        return open().getItem(key)
      } catch {
        return fallback.read(key)
      }
    },
    write(key, text) {
      fallback.write(key, text)
      try {
        open().setItem(key, text)
      } catch { /* kept for this visit in the fallback */ }
    },
    forget(key) {
      fallback.forget(key)
      try {
        open().removeItem(key)
      } catch { /* nothing was there to forget */ }
    },
  }
}
