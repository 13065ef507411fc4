import type { Hold, Role } from './tabs.ts'

/** The writer holds an exclusive Web Lock for as long as it lives; a waiting tab gets it the moment the writer closes. */
export function lockHold(name: string, locks: LockManager): Hold {
  let letGo = () => {}
  let tell: (role: Role) => void = () => {}
  let line = new AbortController()

  /** Hold the lock until `letGo` is called. */
  const keep = (onGranted: () => void) => {
    onGranted()
    return new Promise<void>((resolve) => { letGo = resolve })
  }
  const waitInLine = () => {
    line = new AbortController()
    const { signal } = line
    locks.request(name, { signal }, () => keep(() => tell('writer')))
      .catch(() => { if (!signal.aborted) lost() })
  }
  /** Another tab took the lock by force: follow, and wait in line again. */
  const lost = () => {
    tell('follower')
    waitInLine()
  }

  return {
    start(onRole) {
      tell = onRole
      return new Promise((resolve) => {
        locks.request(name, { ifAvailable: true }, (lock) => {
          resolve(lock ? 'writer' : 'follower')
          if (!lock) waitInLine()
          return lock ? keep(() => {}) : undefined
        }).catch(lost)
      })
    },
    seize() {
      line.abort()
      return new Promise((resolve) => {
        locks.request(name, { steal: true }, () => keep(resolve)).catch(lost)
      })
    },
    yield() {
      letGo()
      waitInLine()
    },
  }
}
