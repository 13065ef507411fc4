/** The judge in a thread of its own, so that a graph that never ends can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { judge } from '../lab/judge.ts'
import { fetchNeeds } from '../lab/needs.ts'
import type { JudgeAnswer, JudgeJob } from './judge-thread.ts'
import { proofProblems } from './proof.ts'

const now = (): number => performance.now()

function work(job: JudgeJob): unknown {
  if (job.job === 'proof') return proofProblems(job.quest, job.text, job.file, now)
  return judge({ quest: job.quest, solution: job.solution, seeds: job.seeds }, { now })
}

/** What cannot be read needs nothing; whoever reads it next says why. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

let answer: JudgeAnswer<unknown>
try {
  const job = workerData as JudgeJob
  await fetchNeeds(job.quest, job.job === 'proof' ? [job.quest.build, asJson(job.text)] : job.solution.artefacts)
  answer = { ok: true, done: work(job) }
} catch (error) {
  answer = { ok: false, say: error instanceof Error ? error.message : String(error) }
}
parentPort?.postMessage(answer)
