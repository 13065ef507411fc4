import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Aside } from '../core/ports.ts'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { useActions, useGame } from './game.ts'
import './kept-saves.css'
import { settings as words } from './words/en.ts'

type Outcome = { tone: 'good' | 'bad'; say: string } | null

/** Saves set aside on this machine, newest first: to take out as a file, or to play on from. `quiet`: nothing where there are none. */
export function KeptSaves({ quiet = false }: { quiet?: boolean }) {
  const { setAside, openAside, forgetAside, download } = useActions()
  const [saves, setSaves] = useState<Aside[]>([])
  const [outcome, setOutcome] = useState<Outcome>(null)
  const look = useCallback(() => setAside().then(found => setSaves(found.toSorted((a, b) => b.at - a.at)), () => undefined), [setAside])
  // Another save may take the place of this one while the list is open.
  const player = useGame(state => state.career.player)
  useEffect(() => void look(), [look, player])
  const open = async ({ key }: Aside) => {
    try {
      setOutcome({ tone: 'good', say: await openAside(key) })
    } catch (problem) {
      setOutcome({ tone: 'bad', say: problem instanceof Error ? problem.message : String(problem) })
    }
  }
  const remove = async (save: Aside) => {
    try {
      await forgetAside(save.key)
      setOutcome({ tone: 'good', say: words.asideRemoved(nameOf(save)) })
      title.current?.focus()
      await look()
    } catch (problem) {
      setOutcome({ tone: 'bad', say: problem instanceof Error ? problem.message : String(problem) })
    }
  }
  const heading = useId()
  const title = useRef<HTMLHeadingElement>(null)
  if (quiet && saves.length === 0 && !outcome) return null
  return (
    <section aria-labelledby={heading} className="save-aside">
      <h3 id={heading} ref={title} tabIndex={-1}>{words.asideTitle}</h3>
      <output>{outcome && <Note tone={outcome.tone}>{outcome.say}</Note>}</output>
      {saves.length === 0 && <p className="field-help">{words.asideNone}</p>}
      <ul>
        {saves.map(save => (
          <li key={save.key}>
            <span><strong>{save.player ?? words.asideNobody}</strong><small>{detailsOf(save)}</small></span>
            <Button small icon="run" aria-label={`${words.asideOpen}: ${nameOf(save)}`} onClick={() => void open(save)}>{words.asideOpen}</Button>
            <Button small look="plain" icon="download" aria-label={`${words.asideDownload}: ${nameOf(save)}`} onClick={() => download(`${save.key}.json`, save.text)}>{words.asideDownload}</Button>
            <RemoveForGood whose={nameOf(save)} onRemove={() => void remove(save)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was pressed is gone: its place takes the focus. */
const takeFocus = (element: HTMLElement | null) => element?.focus()

/** Asks once more in its own place, since nothing brings the save back. */
function RemoveForGood({ whose, onRemove }: { whose: string; onRemove: () => void }) {
  const [step, setStep] = useState<'offer' | 'sure?' | 'kept'>('offer')
  if (step !== 'sure?') return <Button small look="plain" icon="trash" ref={step === 'kept' ? takeFocus : undefined} aria-label={`${words.asideRemove}: ${whose}`} onClick={() => setStep('sure?')}>{words.asideRemove}</Button>
  return (
    <span className="save-aside-sure">
      <Button small look="danger" icon="trash" ref={takeFocus} aria-label={`${words.asideRemoveYes}: ${whose}`} onClick={onRemove}>{words.asideRemoveYes}</Button>
      <Button small look="plain" aria-label={`${words.asideRemoveNo}: ${whose}`} onClick={() => setStep('kept')}>{words.asideRemoveNo}</Button>
    </span>
  )
}

const dateOf = ({ at }: Aside) => new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })

function nameOf(save: Aside): string {
  return `${save.player ?? words.asideNobody}, ${dateOf(save)}`
}

function detailsOf(save: Aside): string {
  const why = save.why === undefined || save.why === 'replaced' ? [] : [words.asideWhy[save.why]]
  return [words.asideItem(dateOf(save), Math.ceil(save.text.length / 1024)), ...why].join('. ')
}
