/** The judge in a thread of its own, so that a graph that never ends can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { judge } from '../lab/judge.ts'
import type { JudgeAnswer, JudgeJob } from './judge-thread.ts'

const { quest, solution, seeds } = workerData as JudgeJob

let answer: JudgeAnswer
try {
  answer = { ok: true, verdict: await judge({ quest, solution, ...(seeds ? { seeds } : {}) }) }
} catch (error) {
  answer = { ok: false, say: error instanceof Error ? error.message : String(error) }
}
parentPort?.postMessage(answer)
