import type { ChunkPlan, PromptPack } from '../../core/artefacts/prompt-pack.ts'
import { cutPage, tokensIn } from '../../lab/language/passages.ts'
import { words } from './words.ts'

/** A page cut as the desk would cut it: the very function that Run uses. */
export function CutPreview({ specimen, plan }: { specimen: NonNullable<PromptPack['specimen']>; plan: ChunkPlan }) {
  const cuts = cutPage(specimen.title, specimen.text, plan)
  return (
    <details className="desk-preview" open>
      <summary>{words.preview(specimen.title, cuts.length)}</summary>
      <ol>
        {cuts.map(({ title, text, from }) => (
          <li key={from}>
            <p className="desk-cut-head">{title === '' ? <em>{words.lost}</em> : <strong>{title}</strong>}<small>{words.tokens(tokensIn(title) + tokensIn(text))}</small></p>
            <p className="desk-cut-text">{text.replaceAll(/^#+ /gm, '')}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
