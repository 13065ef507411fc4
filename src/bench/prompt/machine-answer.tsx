import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { LiveRegion } from '../../kit/live-region.tsx'
import { Meter } from '../../kit/meter.tsx'
import { Note } from '../../kit/note.tsx'
import type { Machine } from './use-machine.ts'
import { words } from './words.ts'

const { machine: say } = words

interface MachineAnswerProps {
  machine: Machine
  /** Statements of its answer, as the card shows them. */
  children: ReactNode
}

/** The same question to a real model, beside the simulated answer: what spoke is said in its first line. */
export function MachineAnswer({ machine: { engine, asking, ask, fetch, stop }, children }: MachineAnswerProps) {
  const busy = asking.is === 'asking' || asking.is === 'fetching'
  const answer = asking.is === 'answered' ? asking.answer : null
  return (
    <section className="desk-machine" aria-label={say.title}>
      {!busy && <Button icon="talk" disabled={!engine} onClick={ask}>{say.ask}</Button>}
      <p className="desk-help">{say.help}</p>
      {engine?.sentTo && <Note tone="warning">{say.away(engine.sentTo)}</Note>}
      {busy && (
        <div className="desk-asking">
          <p className="desk-help">{asking.is === 'asking' ? say.asking(engine?.title ?? '') : say.fetching}</p>
          <Meter label={asking.is === 'asking' ? say.asking(engine?.title ?? '') : say.fetching} share={asking.is === 'fetching' ? asking.share : null} tone="blue" progress />
          <Button icon="stop" look="danger" small onClick={stop}>{say.stop}</Button>
        </div>
      )}
      {asking.is === 'fetchable' && <Note tone="info"><p>{asking.say}</p><Button icon="download" onClick={fetch}>{say.fetch}</Button></Note>}
      {asking.is === 'failed' && <Note tone="warning">{asking.say}</Note>}
      {answer && (
        <div className="desk-said desk-said-machine">
          <p className="desk-who desk-who-machine">{say.who(engine?.title ?? '')}</p>
          {answer.claims.length === 0 ? <p className="desk-refusal">{say.silent}</p> : children}
          <p className="desk-help">{say.cost(answer)}</p>
        </div>
      )}
      <LiveRegion text={answer ? say.heard : asking.is === 'failed' || asking.is === 'fetchable' ? asking.say : ''} />
    </section>
  )
}
