/** The log as the running game holds it: what is on disk, and what is on its way there. */
import type { Fact, FactBody } from '../core/log/facts.ts'
import type { Clock, FactStore } from '../core/ports.ts'

export type Saved = 'saved' | 'saving' | 'waiting'

export interface Log {
  facts(): readonly Fact[]
  /** Taken in at once; on disk a moment later. */
  record(bodies: FactBody[]): void
  /** Resolves when everything recorded so far is on disk, or known not to get there. */
  settled(): Promise<void>
  saved(): Saved
  /** The disk holds something else now (import, erased). */
  restart(facts: readonly Fact[]): void
}

interface OnItsWay { facts: Fact[] }

export interface LogParts {
  store: FactStore
  clock: Clock
  facts: readonly Fact[]
  /** False when nothing can be kept: then nothing is ever called saved. */
  keeps: boolean
  /** The list of facts has grown, or the way to disk has changed. */
  onChange(saved: Saved): void
  /** A fact was refused (another tab took the pen): what is in memory is no longer what is on disk. */
  onRefused(why: string): void
}

/**
 * Facts on their way carry numbers of their own ("pending-lx2:1"): the disk gives the real ones. They are replaced in place,
 * so nothing that is shown jumps.
 */
export function openLog({ store, clock, facts, keeps, onChange, onRefused }: LogParts): Log {
  let kept: Fact[] = [...facts]
  let underWay: OnItsWay[] = []
  let provisional = 0
  /** No two pages call a fact on its way the same: an export while the disk is full takes these names along. */
  const pending = `pending-${clock.now().toString(36)}`
  let last: Promise<void> = Promise.resolve()
  /** Those who wait for the disk, to be told when it is known not to take anything. */
  const patient = new Set<() => void>()
  let stuck = !keeps
  let all: Fact[] | null = null

  const saved = (): Saved => (stuck ? 'waiting' : underWay.length === 0 ? 'saved' : 'saving')
  const changed = () => {
    all = null
    onChange(saved())
  }
  store.onForeign((news) => {
    kept = [...kept, ...news]
    changed()
  })
  store.onState((state) => {
    stuck = state.kind === 'full' || state.kind === 'memory-only'
    if (stuck) for (const goOn of patient) goOn()
    onChange(saved())
  })

  return {
    saved,
    facts: () => (all ??= [...kept, ...underWay.flatMap((group) => group.facts)]),
    record(bodies) {
      // Behind everything that is there, as the disk will stamp it too.
      const before = underWay.at(-1)?.facts.at(-1) ?? kept.at(-1)
      const at = Math.max(clock.now(), (before?.at ?? 0) + 1)
      const group: OnItsWay = { facts: bodies.map((body) => ({ ...body, deviceId: pending, seq: ++provisional, at }) as Fact) }
      underWay.push(group)
      changed()
      const leave = () => { underWay = underWay.filter((other) => other !== group) }
      last = store.append(bodies).then((written) => {
        leave()
        kept = [...kept, ...written]
        changed()
      }, (error: unknown) => {
        leave()
        changed()
        onRefused(error instanceof Error ? error.message : String(error))
      })
    },
    settled: () => new Promise((resolve) => {
      if (stuck) return resolve()
      const goOn = () => {
        patient.delete(goOn)
        resolve()
      }
      patient.add(goOn)
      void last.then(goOn)
    }),
    restart(instead) {
      kept = [...instead]
      underWay = []
      changed()
    },
  }
}
