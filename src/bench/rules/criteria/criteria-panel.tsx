import type { Atom, PlanLine } from '../../../core/artefacts/match-plan.ts'
import { Button, IconButton } from '../../../kit/button.tsx'
import type { Criterion, Offer } from '../../../lab/match/pool.ts'
import { useCriteria } from './criteria-context.ts'
import { said } from './criteria-words.ts'
import { Pick, Write } from './pick.tsx'

const kinds = (['inclusion', 'exclusion'] as const).map(id => ({ id, say: said.kinds[id] }))
const joins = (['all', 'any'] as const).map(id => ({ id, say: said.joins[id] }))

/** The criteria of one offer: the sentence as it is listed, and the atoms it is split into. */
export function CriteriaPanel() {
  const { plan, pool, offer: at, readOnly, change } = useCriteria()
  const offer = pool.offers[at]
  if (!offer) return null
  const lines = plan.offers[offer.id] ?? []
  const put = (next: readonly PlanLine[], label: string, gesture?: string) => change({ ...plan, offers: { ...plan.offers, [offer.id]: [...next] } }, label, gesture)
  const own = lines.filter(({ id }) => !offer.criteria.some(one => one.id === id))
  const first = plan.questions[0]?.id ?? ''
  const fresh = () => { for (let n = 1; ; n++) if (!lines.some(({ id }) => id === `own-${n}`)) return `own-${n}` }
  const editor = (line: PlanLine) => (
    <LineEditor
      line={line} offer={offer} disabled={readOnly}
      onChange={(next, gesture) => put(lines.map(one => (one.id === next.id ? next : one)), `${said.editing.line} ${next.id}`, gesture)}
      onRemove={() => put(lines.filter(({ id }) => id !== line.id), `${said.editing.removed} ${line.id}`)}
    />
  )
  return (
    <div className="criteria-panel">
      <OfferPick />
      <p className="criteria-about">{offer.about}</p>
      <ol className="criteria-lines">
        {offer.criteria.map((criterion) => {
          const line = lines.find(({ id }) => id === criterion.id)
          return (
            <li key={criterion.id} className="criteria-card">
              <Listed criterion={criterion} />
              {line
                ? editor(line)
                : <div className="criteria-row"><span className="rules-quiet">{said.noLine}</span><Button small icon="plus" disabled={readOnly} onClick={() => put([...lines, { id: criterion.id, kind: criterion.kind, join: 'all', atoms: [{ ask: first, is: 'yes' }] }], `${said.editing.added} ${criterion.id}`)}>{said.startLine}</Button></div>}
            </li>
          )
        })}
        {own.map(line => <li key={line.id} className="criteria-card"><h3>{said.ownLine}</h3>{editor(line)}</li>)}
      </ol>
      <Button small icon="plus" disabled={readOnly || lines.length >= 20} onClick={() => put([...lines, { id: fresh(), kind: 'inclusion', say: said.ownLine, join: 'all', atoms: [{ ask: first, is: 'yes' }] }], `${said.editing.added} ${said.ownLine}`)}>{said.addLine}</Button>
    </div>
  )
}

/** The offer that is looked at, here and beside. */
export function OfferPick() {
  const { pool, offer, setOffer } = useCriteria()
  return <Pick label={said.offer} value={String(offer)} options={pool.offers.map(({ title }, i) => ({ id: String(i), say: title }))} onPick={at => setOffer(Number(at))} />
}

function Listed({ criterion: { kind, say } }: { criterion: Criterion }) {
  return <h3><span className={`criteria-sort criteria-sort-${kind}`}>{kind}</span> {say}</h3>
}

interface LineEditorProps {
  line: PlanLine
  offer: Offer
  disabled: boolean
  onChange(line: PlanLine, gesture?: string): void
  onRemove(): void
}

function LineEditor({ line, offer, disabled, onChange, onRemove }: LineEditorProps) {
  const { plan, highlight } = useCriteria()
  const { atoms } = line
  const isOwn = !offer.criteria.some(({ id }) => id === line.id)
  const put = (at: number, next: Atom, gesture?: string) => onChange({ ...line, atoms: atoms.map((one, k) => (k === at ? next : one)) }, gesture)
  const days = (at: number, text: string) => {
    const { within: _old, ...bare } = atoms[at] as Atom
    const within = Number(text)
    if (text.trim() === '') put(at, bare, `${line.id} within ${at}`)
    else if (Number.isInteger(within) && within >= 1 && within <= 20_000) put(at, { ...bare, within }, `${line.id} within ${at}`)
  }
  return (
    <div className={highlight === `node:${line.id}` ? 'criteria-line rules-pointed' : 'criteria-line'}>
      {isOwn && <Write needed label={said.ownWords} value={line.say ?? ''} disabled={disabled} onWrite={say => onChange({ ...line, say: say.slice(0, 300) }, `${line.id} say`)} />}
      {atoms.map((atom, i) => {
        const asked = plan.questions.find(({ id }) => id === atom.ask)
        return (
          // Atoms have no names; their place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className="criteria-row">
            <Pick label={said.atomAsk} value={atom.ask} options={plan.questions.map(({ id, label }) => ({ id, say: label }))} disabled={disabled} onPick={ask => put(i, { ...atom, ask })} />
            <Write small label={`${said.atomIs}${asked?.unit ? ` (${asked.unit})` : ''}`} value={atom.is} disabled={disabled} onWrite={is => put(i, { ...atom, is: is.slice(0, 120) }, `${line.id} is ${i}`)} />
            <Write small label={said.atomWithin} value={atom.within === undefined ? '' : String(atom.within)} disabled={disabled} onWrite={text => days(i, text)} />
            <IconButton icon="trash" small label={said.removeAtom} disabled={disabled} onClick={() => onChange({ ...line, atoms: atoms.filter((_, k) => k !== i) })} />
          </div>
        )
      })}
      <div className="criteria-row">
        <Pick label={said.lineKind} value={line.kind} options={kinds} disabled={disabled} onPick={kind => onChange({ ...line, kind })} />
        {atoms.length > 1 && <Pick label={said.join} value={line.join} options={joins} disabled={disabled} onPick={join => onChange({ ...line, join })} />}
        <Button small look="plain" icon="plus" disabled={disabled || atoms.length >= 6} onClick={() => onChange({ ...line, atoms: [...atoms, { ask: plan.questions[0]?.id ?? '', is: 'yes' }] })}>{said.addAtom}</Button>
        <Button small look="plain" icon="trash" disabled={disabled} onClick={onRemove}>{said.removeLine}</Button>
      </div>
    </div>
  )
}
