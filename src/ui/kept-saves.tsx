import { useCallback, useEffect, useId, useState } from 'react'
import type { Aside } from '../core/ports.ts'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { useActions, useGame } from './game.ts'
import './kept-saves.css'
import { settings as words } from './words/en.ts'

type Outcome = { tone: 'good' | 'bad'; say: string } | null

/** Saves set aside on this machine, newest first: to take out as a file, or to play on from. `quiet`: nothing where there are none. */
export function KeptSaves({ quiet = false }: { quiet?: boolean }) {
  const { setAside, openAside, download } = useActions()
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
  const heading = useId()
  if (quiet && saves.length === 0 && !outcome) return null
  return (
    <section aria-labelledby={heading} className="save-aside">
      <h3 id={heading}>{words.asideTitle}</h3>
      <output>{outcome && <Note tone={outcome.tone}>{outcome.say}</Note>}</output>
      {saves.length === 0 && <p className="field-help">{words.asideNone}</p>}
      <ul>
        {saves.map(save => (
          <li key={save.key}>
            <span><strong>{save.player ?? words.asideNobody}</strong><small>{detailsOf(save)}</small></span>
            <Button small icon="run" aria-label={`${words.asideOpen}: ${nameOf(save)}`} onClick={() => void open(save)}>{words.asideOpen}</Button>
            <Button small look="plain" icon="download" aria-label={`${words.asideDownload}: ${nameOf(save)}`} onClick={() => download(`${save.key}.json`, save.text)}>{words.asideDownload}</Button>
          </li>
        ))}
      </ul>
    </section>
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
