/** The judge off the main thread. It blocks while it works: whoever wants it stopped ends the worker. */
import { answer } from './answer.ts'
import type { ToWorker } from './protocol.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  answer(data, () => performance.now(), (message) => scope.postMessage(message))
}
