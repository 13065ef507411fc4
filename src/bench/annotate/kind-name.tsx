import type { Kind } from '../../core/artefacts/annotations.ts'
import { kindLabel } from '../../lab/deid/kinds.ts'
import { useAnnotate } from './annotate-context.ts'
import { words } from './words.ts'

/** A spot in the colour of a kind; its word stands beside it wherever it is shown. */
export function KindSwatch({ kind }: { kind: Kind }) {
  const { archive: { kinds } } = useAnnotate()
  return <i aria-hidden="true" className={`annot-kind annot-kind-${kinds.find(({ id }) => id === kind)?.colour ?? 'grey'}`} />
}

export function KindName({ kind }: { kind: Kind }) {
  const { archive: { kinds } } = useAnnotate()
  return <span className="annot-kind-name"><KindSwatch kind={kind} />{kindLabel(kinds, kind)}</span>
}

/** What the quest wants marked, and what it means. */
export function KindList() {
  const { archive: { kinds } } = useAnnotate()
  return (
    <section aria-label={words.whatToMark}>
      <h3>{words.whatToMark}</h3>
      <ul className="annot-kinds">
        {kinds.map(({ id, about }) => <li key={id}><KindName kind={id} />{about && <span className="annot-quiet">{about}</span>}</li>)}
      </ul>
    </section>
  )
}
