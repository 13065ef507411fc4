import { useRules } from './rules-context.ts'
import { words } from './words.ts'

/** The pages that the rules are to follow, to be read while they are written. */
export function BookPanel() {
  const { table } = useRules()
  if (!table.book) return <p className="rules-quiet">{words.noBook}</p>
  return (
    <ol className="rules-book">
      {table.book.map(({ id, title, text }) => (
        <li key={id}>
          <h3 id={`rules-page-${id}`} tabIndex={-1}><span>{id}</span> {title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}
