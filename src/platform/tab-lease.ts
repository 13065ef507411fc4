import { randomName } from './chance.ts'
import { browserMemory, type SmallMemory } from './small-memory.ts'
import type { Hold, Role } from './tabs.ts'

const BEAT_MS = 1000
/** A hidden tab's timers may be slowed to once a second; four missed beats mean that it is gone. */
const LEASE_MS = 4500

interface Lease { tab: string; until: number }

/**
 * The writer renews a lease in localStorage. Two tabs that write in the same instant are told apart by reading again after
 * a moment; should both still believe they hold the pen, the store's own transactions keep the log whole.
 */
export function leaseHold(name: string, memory: SmallMemory = browserMemory(), now: () => number = Date.now): Hold {
  const key = `${name}.writer`
  const me = randomName(12)
  let role: Role = 'follower'
  let tell: (role: Role) => void = () => {}

  const read = (): Lease | null => {
    try {
      const lease: unknown = JSON.parse(memory.read(key) ?? 'null')
      return typeof lease === 'object' && lease !== null && 'tab' in lease && 'until' in lease ? lease as Lease : null
    } catch {
      return null
    }
  }
  const free = () => {
    const lease = read()
    return lease === null || lease.tab === me || !(lease.until > now()) || lease.until > now() + 10 * LEASE_MS
  }
  const sign = () => memory.write(key, JSON.stringify({ tab: me, until: now() + LEASE_MS } satisfies Lease))
  const claim = async (): Promise<boolean> => {
    sign()
    await new Promise((resolve) => setTimeout(resolve, 60))
    return read()?.tab === me
  }
  const become = (next: Role) => {
    if (next === role) return
    role = next
    tell(next)
  }
  const beat = async () => {
    if (role === 'writer') {
      if (free()) sign()
      else become('follower')
    } else if (free() && await claim()) {
      become('writer')
    }
  }

  return {
    async start(onRole) {
      role = free() && await claim() ? 'writer' : 'follower'
      tell = onRole
      setInterval(() => void beat(), BEAT_MS)
      globalThis.addEventListener?.('pagehide', () => {
        if (role === 'writer') memory.forget(key)
      })
      return role
    },
    async seize() {
      sign()
      role = 'writer'
    },
    yield() {
      role = 'follower'
      // The lease is left to run out or be signed over: dropping it would invite a third tab.
    },
  }
}
