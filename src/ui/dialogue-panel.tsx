import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { Button, IconButton } from '../kit/button.tsx'
import '../kit/card.css'
import { LiveRegion } from '../kit/live-region.tsx'
import type { DialogLine } from '../core/quest/schema.ts'
import './dialogue.css'
import { useGame } from './game.ts'
import { PersonPortrait, PlayerPortrait } from './person-portrait.tsx'
import { useTyped } from './use-typed.ts'
import { common } from './words/en.ts'
import { dialogue } from './words/en-hospital.ts'

interface DialoguePanelProps {
  person: { id: string; name: string; role: string; department?: string }
  lines: readonly DialogLine[]
  /** Shown with the last line: what can be done now. */
  children: ReactNode
  /** Beneath the last line: what is at stake, how long it takes. */
  after?: ReactNode
  onLeave?(): void
}

/** Somebody speaks, line by line. Enter or Space on the button goes on, Esc leaves. */
export function DialoguePanel({ person, lines, children, after, onLeave }: DialoguePanelProps) {
  const [at, setAt] = useState(0)
  const heading = useId()
  const line = lines[Math.min(at, lines.length - 1)]
  const typed = useTyped(line?.say ?? '', useGame(state => state.reducedMotion))
  const isLast = at >= lines.length - 1
  const panel = useRef<HTMLElement>(null)
  useFocusBack()
  const forward = useFocusWhen(`${person.id} ${at} ${isLast}`, panel)
  if (!line) return null
  const goOn = () => (typed.finished ? setAt(at + 1) : typed.finish())
  return (
    // Esc belongs to the whole panel, wherever focus is inside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={panel}
      className="dialogue card"
      aria-labelledby={heading}
      onKeyDown={event => event.key === 'Escape' && onLeave?.()}
    >
      <div className="dialogue-grid">
        <div className="dialogue-portrait">
          {line.who === 'player' ? <PlayerPortrait mood={line.mood} /> : <PersonPortrait {...person} mood={line.mood} />}
        </div>
        <div className="dialogue-words">
          <h2 id={heading} tabIndex={-1}>
            {line.who === 'player' ? dialogue.you : person.name}
            {line.who === 'npc' && <small>{person.role}</small>}
          </h2>
          {/* The unseen rest keeps the card from growing while it types. */}
          <p className="dialogue-line" aria-hidden="true">
            {typed.shown}
            <span className="dialogue-rest">{line.say.slice(typed.shown.length)}</span>
          </p>
          <LiveRegion text={line.say} />
        </div>
        {isLast && after && <div className="dialogue-after">{after}</div>}
        <footer className="dialogue-foot">
          {lines.length > 1 && <span className="dialogue-count">{dialogue.line(at + 1, lines.length)}</span>}
          {at > 0 && <Button icon="back" onClick={() => setAt(at - 1)}>{common.back}</Button>}
          {isLast ? children : <Button ref={forward} look="primary" iconAfter="next" onClick={goOn}>{common.next}</Button>}
        </footer>
      </div>
      {onLeave && <IconButton className="dialogue-close" icon="close" label={dialogue.later} onClick={onLeave} />}
    </section>
  )
}

/** When the talk is over, the focus is again where it began, if that is still there and nothing else has taken it. */
function useFocusBack() {
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
  }, [opener])
}

/** Focus goes to the button that leads on, or, at the end, to the first thing that can be done. */
function useFocusWhen(key: string, panel: RefObject<HTMLElement | null>) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const find = (selector: string) => panel.current?.querySelector<HTMLElement>(`.dialogue-foot ${selector}`)
    const first = button.current ?? find('.button-primary') ?? find('.button')
    first?.focus({ preventScroll: true })
  }, [key, panel])
  return button
}
