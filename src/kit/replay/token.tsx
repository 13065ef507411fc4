import type { EventLog } from '../../core/event-log.ts'
import { classNames } from '../class-names.ts'

/** A person or a film as a small disc; its kind by colour and by sign. */
export function Token({ kind, chosen, marked, hollow, title }: { kind: EventLog['kinds'][number]; chosen?: boolean; marked?: boolean; hollow?: boolean; title?: string }) {
  return (
    <span className={classNames('replay-token', `replay-${kind.tone}`, chosen && 'replay-chosen', marked && 'replay-marked', hollow && 'replay-hollow')} {...(title ? { title } : {})}>
      {kind.sign}
    </span>
  )
}
