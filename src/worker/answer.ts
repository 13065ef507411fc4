/** One task from the pool to the judge and back, without knowing what a worker is. */
import { parseQuest } from '../core/quest/parse.ts'
import type { Progress } from '../core/verdict.ts'
import { judge, runVisible } from '../lab/judge.ts'
import { labKnows } from '../lab/quest-check.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

/** Progress more often than this only costs the main thread. */
const PROGRESS_EVERY_MS = 40

/** Always ends with one result or one failure. `now` is a steady clock in milliseconds. */
export function answer(task: ToWorker, now: () => number, send: (message: FromWorker) => void): void {
  const { id } = task
  const onProgress = sparse(now, (progress) => send({ id, type: 'progress', progress }))
  onProgress({ phase: 'data', done: 0 })
  try {
    switch (task.kind) {
      case 'run': send({ id, type: 'result', kind: 'run', report: runVisible({ quest: task.quest, solution: task.solution, set: task.set }, { now, onProgress }) }); break
      case 'verify': send({ id, type: 'result', kind: 'verify', verdict: judge({ quest: task.quest, solution: task.solution, seeds: task.seeds }, { now, onProgress }) }); break
      case 'read': send({ id, type: 'result', kind: 'read', read: parseQuest(task.text, task.file, task.sources ? { ...labKnows, sources: new Set(task.sources) } : labKnows) }); break
    }
  } catch (error) {
    send(cannot(id, error instanceof Error ? error.message : String(error)))
  }
}

export function cannot(id: number, why: string): FromWorker {
  return { id, type: 'failed', say: `The judge could not do this: ${why}. Nothing was counted.` }
}

/** The first goes through at once, then one at a time. */
function sparse(now: () => number, send: (progress: Progress) => void): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY
  return (progress) => {
    if (now() - last < PROGRESS_EVERY_MS) return
    last = now()
    send(progress)
  }
}
