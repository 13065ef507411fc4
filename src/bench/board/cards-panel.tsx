import type { BoardDossier } from '../../core/artefacts/board-dossier.ts'
import { cardOf } from '../../lab/governance/committee-spec.ts'
import { useCommittee } from './committee.ts'
import { words } from './words.ts'

interface CardsPanelProps {
  dossier: BoardDossier
  readOnly: boolean
  onChange(dossier: BoardDossier, label: string): void
}

/** A model card for each tool, to be filled in from its sheet and from what was answered. */
export function CardsPanel({ dossier, readOnly, onChange }: CardsPanelProps) {
  const committee = useCommittee()
  const set = (product: string, field: string, entry: string, label: string) => {
    const { [field]: _, ...others } = dossier.cards[product] ?? {}
    onChange({ ...dossier, cards: { ...dossier.cards, [product]: entry === '' ? others : { ...others, [field]: entry } } }, label)
  }
  return (
    <div className="board-papers">
      <p className="board-help">{words.cardsHelp}</p>
      <div className="board-cards">
        {Object.entries(committee.tools).map(([id, { name, ward, sheet }]) => (
          <section key={id} className="board-card" aria-label={name}>
            <h3>{name}</h3>
            <p className="board-ward">{ward}</p>
            <details open><summary>{words.sheet}</summary><p>{sheet}</p><Answers product={id} asked={dossier.asked} /></details>
            {cardOf(committee, id).map(field => (
              <label key={field.id} className="board-field">
                <span>{field.label}</span>
                <select className="select" value={dossier.cards[id]?.[field.id] ?? ''} disabled={readOnly} onChange={event => set(id, field.id, event.target.value, `${name}: ${field.label.toLowerCase()}`)}>
                  <option value="">{words.notFilled}</option>
                  {field.options.map(option => <option key={option.id} value={option.id}>{option.text}</option>)}
                </select>
              </label>
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

function Answers({ product, asked }: { product: string; asked: readonly string[] }) {
  const answers = Object.entries(useCommittee().questions).filter(([id, { tool }]) => asked.includes(id) && tool === product)
  return answers.map(([id, { answer }]) => <p key={id} className="board-answer">{answer}</p>)
}
