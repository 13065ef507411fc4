/**
 * One tab writes, the others follow. With Web Locks the browser itself keeps the order; on plain HTTP they are missing
 * (no secure context), so there a lease in localStorage with a heartbeat does the same.
 */
import { leaseHold } from './tab-lease.ts'
import { lockHold } from './tab-lock.ts'

export type Role = 'writer' | 'follower'

/** How a tab comes to be the writer. */
export interface Hold {
  /** Settles once it is known whether this tab writes or follows; later changes go to `onRole`. */
  start(onRole: (role: Role) => void): Promise<Role>
  /** Become the writer, after asking; when nobody answers, by force. */
  seize(): Promise<void>
  /** Give the pen to whoever asked. */
  yield(): void
}

export interface Tabs {
  start(): Promise<Role>
  role(): Role
  onRole(listener: (role: Role) => void): () => void
  takeOver(): Promise<void>
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): () => void
  /** Called in the writing tab before it hands over: the last moment to write. */
  beforeYield(hook: () => Promise<void>): void
}

type Letter = { kind: 'please-yield' } | { kind: 'yielded' } | { kind: 'said'; message: unknown }

/** How long the writer may take to write its last facts before the pen is taken from it. */
const PATIENCE_MS = 1500

export function tabs(name: string, hold: Hold = chooseHold(name), channel: BroadcastChannel = new BroadcastChannel(name)): Tabs {
  const roleListeners = new Set<(role: Role) => void>()
  const messageListeners = new Set<(message: unknown) => void>()
  let role: Role = 'follower'
  let hook: () => Promise<void> = async () => {}
  let whenYielded = () => {}

  const become = (next: Role) => {
    if (next === role) return
    role = next
    for (const listener of roleListeners) listener(next)
  }

  const handOver = async () => {
    if (role !== 'writer') return
    await hook().catch(() => {})
    hold.yield()
    become('follower')
    channel.postMessage({ kind: 'yielded' } satisfies Letter)
  }

  channel.onmessage = (event: MessageEvent<Letter>) => {
    const letter = event.data
    if (letter.kind === 'please-yield') void handOver()
    else if (letter.kind === 'yielded') whenYielded()
    else for (const listener of messageListeners) listener(letter.message)
  }

  return {
    async start() {
      role = await hold.start(become)
      return role
    },
    role: () => role,
    onRole: (listener) => listen(roleListeners, listener),
    async takeOver() {
      if (role === 'writer') return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PATIENCE_MS)
        whenYielded = () => {
          clearTimeout(timer)
          resolve()
        }
        channel.postMessage({ kind: 'please-yield' } satisfies Letter)
      })
      await hold.seize()
      become('writer')
    },
    post: (message) => channel.postMessage({ kind: 'said', message } satisfies Letter),
    onMessage: (listener) => listen(messageListeners, listener),
    beforeYield: (next) => void (hook = next),
  }
}

/** Where there is no BroadcastChannel there is nobody to talk to: this tab writes. */
export function aloneTab(): Tabs {
  const never = () => () => {}
  return {
    start: async () => 'writer', role: () => 'writer', onRole: never, takeOver: async () => {}, post() {}, onMessage: never, beforeYield() {},
  }
}

function chooseHold(name: string): Hold {
  return globalThis.navigator?.locks ? lockHold(name, navigator.locks) : leaseHold(name)
}

function listen<T>(set: Set<T>, listener: T): () => void {
  set.add(listener)
  return () => void set.delete(listener)
}
