/**
 * The judge in module workers: two at most, each with one task. Stopping a task ends its worker at once, whatever it is
 * doing; so does the watchdog. A worker with nothing to do is let go after a while, with its memory.
 */
import { type Judge, type JudgeHooks, Stopped } from '../core/ports.ts'
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
/** The longest file that is read at all takes a second or two. */
const READ_MS = 20_000

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
  /** Has sent a sign of life for this task. */
  awake: boolean
  watchdog: ReturnType<typeof setTimeout> | undefined
  idle: ReturnType<typeof setTimeout> | undefined
}

const SAY_STOPPED = 'Stopped. Nothing was counted.'
const SAY_NO_WORKER = 'The judge could not be started in this browser. Load the page again; your work is saved.'
const SAY_BROKE = 'The judge broke off in the middle of this run, most likely for want of memory. Fewer rows, columns or trees may help. Nothing was counted.'
const sayTooLong = (ms: number) =>
  `This took longer than the ${Math.round(ms / 1000)} seconds that the quest allows, so it was stopped. Fewer columns, trees or nodes make it faster. Nothing was counted.`

export function judgePool(hire: () => JudgeWorker): Judge {
  const seats: Seat[] = []
  let queue: Task[] = []

  const dismiss = (seat: Seat) => {
    clearTimeout(seat.watchdog)
    clearTimeout(seat.idle)
    seat.worker.terminate()
    seats.splice(seats.indexOf(seat), 1)
  }
  const rest = (seat: Seat) => {
    clearTimeout(seat.watchdog)
    seat.task = null
    seat.idle = setTimeout(() => dismiss(seat), IDLE_MS)
    hand()
  }
  /** End the task with this error, and its worker with it. */
  const cut = (seat: Seat, error: Error) => {
    const { task } = seat
    seat.task = null
    dismiss(seat)
    task?.reject(error)
    hand()
  }
  const watch = (seat: Seat, ms: number, say: () => string) => {
    clearTimeout(seat.watchdog)
    seat.watchdog = setTimeout(() => cut(seat, new Error(say())), ms)
  }

  const hear = (seat: Seat, message: FromWorker) => {
    const { task } = seat
    if (!task || message.id !== task.message.id) return
    if (message.type === 'progress') {
      if (!seat.awake) {
        seat.awake = true
        watch(seat, task.budgetMs, () => sayTooLong(task.budgetMs))
      }
      task.onProgress?.(message.progress)
      return
    }
    rest(seat)
    if (message.type === 'failed') task.reject(new Error(message.say))
    else task.resolve(message)
  }

  const seatNew = (): Seat => {
    const seat: Seat = { worker: hire(), task: null, awake: false, watchdog: undefined, idle: undefined }
    seat.worker.onmessage = (event) => hear(seat, event.data)
    seat.worker.onerror = (event) => {
      event.preventDefault?.()
      cut(seat, new Error(seat.awake ? SAY_BROKE : SAY_NO_WORKER))
    }
    seats.push(seat)
    return seat
  }

  /** Give the oldest waiting task to a free worker, or to a new one. */
  const hand = () => {
    const task = queue[0]
    const seat = seats.find((free) => free.task === null) ?? (seats.length < MOST_WORKERS ? undefined : null)
    if (!task || seat === null) return
    queue = queue.slice(1)
    const taken = seat ?? seatNew()
    clearTimeout(taken.idle)
    taken.task = task
    taken.awake = false
    watch(taken, task.budgetMs + WAKE_MS, () => sayTooLong(task.budgetMs))
    taken.worker.postMessage(task.message)
  }

  const ask = (message: ToWorker, budgetMs: number, { signal, onProgress }: JudgeHooks = {}) =>
    new Promise<Result>((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Stopped(SAY_STOPPED))
        return
      }
      const task: Task = { message, budgetMs, onProgress, resolve, reject }
      signal?.addEventListener('abort', () => {
        const seat = seats.find((busy) => busy.task === task)
        if (seat) cut(seat, new Stopped(SAY_STOPPED))
        else if (queue.includes(task)) {
          queue = queue.filter((other) => other !== task)
          reject(new Stopped(SAY_STOPPED))
        }
      }, { once: true })
      queue.push(task)
      hand()
    })

  let asked = 0
  return {
    async run({ quest, solution, set }, hooks) {
      const result = await ask({ id: ++asked, kind: 'run', quest, solution, set }, quest.build.limits.msPerRun, hooks)
      return (result as Extract<Result, { kind: 'run' }>).report
    },
    async verify({ quest, solution, seeds }, hooks) {
      const message: ToWorker = { id: ++asked, kind: 'verify', quest, solution, ...(seeds ? { seeds } : {}) }
      const result = await ask(message, quest.verify.budget.ms, hooks)
      return (result as Extract<Result, { kind: 'verify' }>).verdict
    },
    async read(request) {
      const result = await ask({ id: ++asked, kind: 'read', ...request }, READ_MS)
      return (result as Extract<Result, { kind: 'read' }>).read
    },
    warm() {
      if (seats.length === 0) rest(seatNew())
    },
  }
}
