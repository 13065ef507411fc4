import type { Desk, Payer } from '../../lab/payer/spec.ts'
import { Choice } from './choice.tsx'
import { useMapping } from './mapping-context.ts'
import { said } from './records-words.ts'

interface DeskPanelProps {
  payer: Payer
  desk: Desk
  set(name: keyof Desk, value: string): void
}

/** How the desk works that sends the requests, and what the payer has published about how it answers. */
export function DeskPanel({ payer, desk, set }: DeskPanelProps) {
  const { readOnly } = useMapping()
  const { clocks, desk: hands, reading, rounds, rules } = payer
  return (
    <div className="mapping-later">
      <p>{said.deskHelp(hands.people, hands.from, hands.to, hands.look)}</p>
      <Choice label={said.blanks} choices={said.blanksChoices} value={desk.blanks} disabled={readOnly} onChange={blanks => set('blanks', blanks)} />
      <Choice label={said.first} choices={said.firstChoices} value={desk.first} disabled={readOnly} onChange={first => set('first', first)} />
      <section className="mapping-payer">
        <h3>{said.payer}</h3>
        <p>{said.payerHelp(clocks.standard, clocks.expedited, reading.people, reading.minutes, rounds)}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by keys */}
        <section className="mapping-answer" aria-label={said.rules} tabIndex={0}>
          <table>
            <thead><tr>{said.ruleColumns.map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
            <tbody>
              {rules.map(({ id, when, answer, say, sees }) => (
                <tr key={id}><td><code>{when}</code></td><td>{said.answers[answer]}</td><td>{say}{sees === undefined ? '' : ` ${said.byPerson}`}</td></tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
    </div>
  )
}
