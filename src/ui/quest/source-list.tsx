import { Icon } from '../../kit/icon.tsx'
import { safeAddress } from '../../kit/markdown-blocks.ts'
import { learn } from '../words/en-quest.ts'
import { useSources } from './use-sources.ts'

const STATUS_WORDS: Record<string, string> = {
  m: learn.unchecked, 'to re-check': learn.unchecked, s: learn.second, secondary: learn.second,
}

/** Where the figures come from; how well a source was checked is said when it matters. */
export function SourceList({ keys, heading = false }: { keys: readonly string[] | undefined; heading?: boolean }) {
  const sources = useSources()
  if (!keys || keys.length === 0) return null
  return (
    <div className="sources">
      {heading ? <h3>{learn.sources}</h3> : <p className="sources-title"><Icon name="book" size={1} />{learn.sources}</p>}
      <ul>
        {keys.map(key => {
          const source = sources?.[key]
          const address = source?.address ? safeAddress(source.address.replace(/^http:/, 'https:')) : null
          const status = source?.status ? STATUS_WORDS[source.status] : undefined
          return (
            <li key={key}>
              {address ? <a href={address} target="_blank" rel="noreferrer noopener">{source?.title ?? key}</a> : (source?.title ?? key)}
              {status && <span> ({status})</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
