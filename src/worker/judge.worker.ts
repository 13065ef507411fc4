/** The judge off the main thread. It blocks while it works: whoever wants it stopped ends the worker. */
import { fetchNeeds } from '../lab/needs.ts'
import { answer, cannot } from './answer.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  const send = (message: FromWorker): void => scope.postMessage(message)
  // A sign of life first: what the quest needs may have to come over a slow line.
  send({ id: data.id, type: 'progress', progress: { phase: 'data', done: 0 } })
  const needed = data.kind === 'read' ? Promise.resolve() : fetchNeeds(data.quest, data.solution.artefacts)
  needed.then(
    () => answer(data, () => performance.now(), send),
    () => send(cannot(data.id, 'a part of the bench could not be fetched; it is kept after one visit with a network')),
  )
}
