/**
 * The judge in module workers: two at most, each with one task. Stopping a task ends its worker at once, whatever it is
 * doing; so does the watchdog. A worker with nothing to do is let go after a while, with its memory.
 */
import { type AbortSignalLike, type Judge, type JudgeHooks, Stopped } from '../core/ports.ts'
import type { Quest } from '../core/quest/schema.ts'
import type { Progress } from '../core/verdict.ts'
import type { FromWorker, ToWorker } from '../worker/protocol.ts'

/** The part of Worker that is used here; a test hands in one of its own. */
export interface JudgeWorker {
  postMessage(message: ToWorker): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const MOST_WORKERS = 2
const IDLE_MS = 10_000
/** A worker must fetch and read its code before the quest's own budget begins to count. */
const WAKE_MS = 20_000

type Result = Extract<FromWorker, { type: 'result' }>

interface Task {
  message: ToWorker
  budgetMs: number
  onProgress: ((progress: Progress) => void) | undefined
  resolve(result: Result): void
  reject(error: Error): void
}

interface Seat {
  worker: JudgeWorker
  task: Task | null
  watchdog: ReturnType<typeof setTimeout> | undefined
  idle: ReturnType<typeof setTimeout> | undefined
}
