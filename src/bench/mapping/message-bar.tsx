import { IconButton } from '../../kit/button.tsx'
import { useMapping } from './mapping-context.ts'
import { words } from './words.ts'

/** Which message is on show, and how many still come out wrong. */
export function MessageBar() {
  const { live, index, show, sides } = useMapping()
  const { messages } = live
  const wrong = messages.filter(one => one.wrong > 0).length
  const after = [...messages.keys()].map(step => (index + 1 + step) % messages.length).find(i => (messages[i]?.wrong ?? 0) > 0)
  return (
    <div className="mapping-message">
      <IconButton icon="chevron-left" small label={sides.words.before} disabled={index === 0} onClick={() => show(index - 1)} />
      <label>
        <span className="visually-hidden">{sides.words.message}</span>
        <select className="select" value={index} onChange={event => show(Number(event.target.value))}>
          {messages.map(({ sample, wrong: n }, i) => (
            <option key={sample.id} value={i}>{`${sample.defect ? '! ' : n > 0 ? '✕ ' : '✓ '}${i + 1}. ${sample.title}${n > 0 ? ` (${words.wrongCount(n)})` : ''}`}</option>
          ))}
        </select>
      </label>
      <IconButton icon="chevron-right" small label={sides.words.next} disabled={index >= messages.length - 1} onClick={() => show(index + 1)} />
      <button type="button" className="button button-soft button-small" disabled={after === undefined} onClick={() => after !== undefined && show(after)}><span>{words.nextWrong}</span></button>
      <output className="mapping-wrong">{sides.words.wrongIn(wrong, messages.length)}</output>
    </div>
  )
}
