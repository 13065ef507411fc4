import { useAnnotate } from './annotate-context.ts'

/** Is it an identifier? One answer for each disagreement, of a note or of a picture. */
export function Answers({ id, legend, onSettle }: { id: string; legend: string; onSettle(answer: 'yes' | 'no'): void }) {
  const { annotations, readOnly, terms } = useAnnotate()
  const settled = annotations.settled[id]
  return (
    <fieldset className="annot-answers" disabled={readOnly}>
      <legend className="visually-hidden">{legend}</legend>
      {(['yes', 'no'] as const).map(answer => (
        <label key={answer} className={settled === answer ? 'annot-answer annot-chosen' : 'annot-answer'}>
          <input type="radio" name={id} checked={settled === answer} onChange={() => onSettle(answer)} />
          {terms[answer]}
        </label>
      ))}
    </fieldset>
  )
}
