// A thread does not inherit the loader that lets Node 20 read TypeScript, so its first file is plain JavaScript.
import { register } from 'tsx/esm/api'

register()
await import('./judge.worker.ts')
