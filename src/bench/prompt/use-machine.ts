import { useEffect, useRef, useState } from 'react'
import { Stopped } from '../../core/ports.ts'
import type { TextEngine } from '../../core/text-engine.ts'
import type { LanguageRequest } from '../../lab/language/adapter.ts'
import { liveAdapter, type LiveAnswer } from '../../lab/language/live-adapter.ts'
import { words } from './words.ts'

export type Asking =
  | { is: 'idle' }
  | { is: 'asking' }
  /** The learner may let the browser fetch its model. */
  | { is: 'fetchable'; say: string }
  | { is: 'fetching'; share: number }
  | { is: 'answered'; answer: LiveAnswer }
  | { is: 'failed'; say: string }

export interface Machine {
  /** Null until it is known which one is switched on. */
  engine: TextEngine | null
  asking: Asking
  ask(): void
  fetch(): void
  stop(): void
}

/** One question at a time to the real model that is switched on. What was heard belongs to `request`: with another one it is forgotten. */
export function useMachine(textEngine: (() => Promise<TextEngine | null>) | undefined, request: LanguageRequest): Machine {
  const [engine, setEngine] = useState<TextEngine | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking>({ is: 'idle' })
  const [stop, setStop] = useState<AbortController | null>(null)
  const now = useRef<AbortController | null>(null)

  useEffect(() => {
    let here = true
    const found = (one: TextEngine | null, problem: string | null) => {
      if (!here) return
      setEngine(one)
      setTrouble(problem)
    }
    textEngine?.().then((one) => found(one, null), (error: unknown) => found(null, inWords(error)))
    return () => { here = false }
  }, [textEngine])
  useEffect(() => () => {
    now.current?.abort()
    now.current = null
    setAsking({ is: 'idle' })
  }, [request])

  /** What comes after it was stopped, or of an earlier question, is dropped. */
  const work = (first: Asking, job: (signal: AbortController['signal'], tell: (asking: Asking) => void) => Promise<Asking>) => {
    const mine = new AbortController()
    now.current = mine
    setStop(mine)
    const tell = (next: Asking) => { if (now.current === mine) setAsking(next) }
    setAsking(first)
    job(mine.signal, tell).then(tell, (error: unknown) => tell({ is: 'failed', say: inWords(error) }))
  }
  return {
    engine,
    asking: trouble === null ? asking : { is: 'failed', say: trouble },
    ask: () => engine && work({ is: 'asking' }, async (signal) => {
      const state = await engine.ready()
      if (state.is === 'fetchable') return state
      if (state.is === 'missing') return { is: 'failed', say: state.say }
      return { is: 'answered', answer: await liveAdapter(engine).generate(request, signal) }
    }),
    fetch: () => engine && work({ is: 'fetching', share: 0 }, async (signal, tell) => {
      await engine.fetch?.((share) => tell({ is: 'fetching', share }), signal)
      return { is: 'idle' }
    }),
    stop: () => stop?.abort(),
  }
}

function inWords(error: unknown): string {
  if (error instanceof Stopped) return words.machine.stopped
  return error instanceof Error ? error.message : String(error)
}
