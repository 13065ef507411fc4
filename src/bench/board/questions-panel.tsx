import { type BoardDossier, MOST_CLAUSES, MOST_QUESTIONS } from '../../core/artefacts/board-dossier.ts'
import { Button } from '../../kit/button.tsx'
import { Note } from '../../kit/note.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useCommittee } from './committee.ts'
import { words } from './words.ts'

interface PanelProps {
  dossier: BoardDossier
  readOnly: boolean
  onChange(dossier: BoardDossier, label: string): void
}

/** Up to six questions; what is answered can be read from then on. */
export function QuestionsPanel({ dossier, readOnly, onChange }: PanelProps) {
  const { asked } = dossier
  const full = asked.length >= MOST_QUESTIONS
  return (
    <div className="board-papers">
      <p className="board-help">{words.questionsHelp(MOST_QUESTIONS)}</p>
      {full && <Note tone="info">{words.noMore(MOST_QUESTIONS)}</Note>}
      <ul className="board-questions">
        {Object.entries(useCommittee().questions).map(([id, { ask, answer }]) => {
          const done = asked.includes(id)
          return (
            <li key={id} className={done ? 'board-asked' : ''}>
              <p><strong>{ask}</strong></p>
              {done && <p className="board-answer">{answer}</p>}
              {done
                ? <Button small look="plain" disabled={readOnly} aria-label={`${words.takeBack}: ${ask}`} onClick={() => onChange({ ...dossier, asked: asked.filter(one => one !== id) }, `take back: ${ask}`)}>{words.takeBack}</Button>
                : <Button small icon="talk" disabled={readOnly || full} aria-label={`${words.ask}: ${ask}`} onClick={() => onChange({ ...dossier, asked: [...asked, id] }, `ask: ${ask}`)}>{words.ask}</Button>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What the vendor of the bought tool has to sign. */
export function ContractPanel({ dossier, readOnly, onChange }: PanelProps) {
  const { contract } = dossier
  const set = (id: string, title: string, on: boolean) => onChange({ ...dossier, contract: on ? [...contract, id] : contract.filter(one => one !== id) }, `clause: ${title.toLowerCase()}`)
  return (
    <div className="board-papers">
      <p className="board-help">{words.contractHelp(MOST_CLAUSES)}</p>
      <div className="board-clauses">
        {Object.entries(useCommittee().clauses).map(([id, { title, about }]) => (
          <Switch key={id} label={title} help={about} checked={contract.includes(id)} disabled={readOnly || (!contract.includes(id) && contract.length >= MOST_CLAUSES)} onChange={on => set(id, title, on)} />
        ))}
      </div>
    </div>
  )
}
