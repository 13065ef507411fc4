import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pageMemory } from './small-memory.ts'
import { leaseHold } from './tab-lease.ts'
import { lockHold } from './tab-lock.ts'
import { type Hold, type Role, tabs } from './tabs.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** BroadcastChannel of one browser, in one process. */
function street() {
  const houses = new Set<{ onmessage: ((event: MessageEvent) => void) | null }>()
  return () => {
    const me = { onmessage: null as ((event: MessageEvent) => void) | null }
    houses.add(me)
    return Object.assign(me, {
      postMessage: (data: unknown) => {
        for (const house of houses) if (house !== me) queueMicrotask(() => house.onmessage?.({ data: structuredClone(data) } as MessageEvent))
      },
      leave: () => houses.delete(me),
    }) as unknown as BroadcastChannel & { leave(): void }
  }
}

/** The lock manager of one browser: one name, a queue, and the right to steal. */
function locksmith(): LockManager {
  type Wait = { give(): void }
  let holder: { lose(): void } | null = null
  const line: Wait[] = []
  const passOn = () => {
    holder = null
    line.shift()?.give()
  }
  const request = (_name: string, options: LockOptions | LockGrantedCallback<unknown>, given?: LockGrantedCallback<unknown>) => {
    const callback = (given ?? options) as LockGrantedCallback<unknown>
    const { ifAvailable, steal, signal } = (given ? options : {}) as LockOptions
    return new Promise((resolve, reject) => {
      const hold = () => {
        const mine = { lose: () => reject(new DOMException('stolen', 'AbortError')) }
        holder = mine
        const done = Promise.resolve(callback({ name: 'n', mode: 'exclusive' }))
        void done.then((value) => {
          if (holder === mine) passOn()
          resolve(value)
        })
      }
      if (steal) {
        holder?.lose()
        hold()
      } else if (!holder) hold()
      else if (ifAvailable) resolve(callback(null))
      else {
        const wait = { give: hold }
        line.push(wait)
        signal?.addEventListener('abort', () => {
          line.splice(line.indexOf(wait), 1)
          reject(new DOMException('left the line', 'AbortError'))
        })
      }
    })
  }
  return { request, query: async () => ({}) } as LockManager
}

const kinds: [string, () => () => Hold][] = [
  ['Web Locks', () => {
    const locks = locksmith()
    return () => lockHold('game', locks)
  }],
  ['a lease', () => {
    const memory = pageMemory()
    return () => leaseHold('game', memory)
  }],
]

async function soon<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(100)
  return promise
}

test.each(kinds)('with %s the first tab writes and the second follows', async (_, kind) => {
  const hold = kind()
  const channel = street()
  expect(await soon(tabs('game', hold(), channel()).start())).toBe('writer')
  expect(await soon(tabs('game', hold(), channel()).start())).toBe('follower')
})

test.each(kinds)('with %s a tab takes over and the other one, after writing its last, follows', async (_, kind) => {
  const hold = kind()
  const channel = street()
  const first = tabs('game', hold(), channel())
  const second = tabs('game', hold(), channel())
  await soon(first.start())
  await soon(second.start())
  const order: string[] = []
  first.beforeYield(async () => void order.push('last words'))
  first.onRole((role) => order.push(`first ${role}`))
  second.onRole((role) => order.push(`second ${role}`))
  await soon(second.takeOver())
  expect([first.role(), second.role()]).toEqual<Role[]>(['follower', 'writer'])
  expect(order).toEqual(['last words', 'first follower', 'second writer'])
  // …and it stays so: the heartbeat does not give the pen back.
  await vi.advanceTimersByTimeAsync(10_000)
  expect([first.role(), second.role()]).toEqual<Role[]>(['follower', 'writer'])
})

test.each(kinds)('with %s the pen can be taken from a tab that no longer answers', async (_, kind) => {
  const hold = kind()
  const channel = street()
  const deaf = channel()
  const first = tabs('game', hold(), deaf)
  const second = tabs('game', hold(), channel())
  await soon(first.start())
  await soon(second.start())
  deaf.leave()
  const taken = second.takeOver()
  await vi.advanceTimersByTimeAsync(3000)
  await taken
  expect(second.role()).toBe('writer')
  await vi.advanceTimersByTimeAsync(3000)
  expect(first.role()).toBe('follower')
})

test.each(kinds)('with %s messages of one tab reach the other', async (_, kind) => {
  const hold = kind()
  const channel = street()
  const first = tabs('game', hold(), channel())
  const second = tabs('game', hold(), channel())
  const heard: unknown[] = []
  second.onMessage((message) => heard.push(message))
  first.post({ facts: [1] })
  await vi.advanceTimersByTimeAsync(1)
  expect(heard).toEqual([{ facts: [1] }])
})

test('a lease that is not renewed runs out, and a follower takes the pen', async () => {
  const memory = pageMemory()
  const follower = tabs('game', leaseHold('game', memory), street()())
  // A tab that was killed: its lease stands, nobody renews it.
  memory.write('game.writer', JSON.stringify({ tab: 'dead', until: Date.now() + 4500 }))
  expect(await soon(follower.start())).toBe('follower')
  await vi.advanceTimersByTimeAsync(7000)
  expect(follower.role()).toBe('writer')
})

test('a broken or absurd lease does not lock everybody out', async () => {
  for (const text of ['{"tab":', '[]', 'null', '{"tab":"x","until":1e99}', '{"tab":"x","until":"soon"}']) {
    const memory = pageMemory()
    memory.write('game.writer', text)
    expect(await soon(tabs('game', leaseHold('game', memory), street()()).start())).toBe('writer')
  }
})
