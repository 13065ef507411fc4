import { useMemo, useState } from 'react'
import { ACTIONS, type TagAction } from '../../core/artefacts/annotations.ts'
import { actOnHeaders } from '../../lab/dicom/act.ts'
import { type Attribute, ATTRIBUTES, PRIVATE } from '../../lab/dicom/attributes.ts'
import { MACHINE_WORDS } from '../../lab/dicom/burn.ts'
import { type HeaderLine, headerLines } from '../../lab/dicom/judge-header.ts'
import { useAnnotate } from './annotate-context.ts'
import { words } from './words.ts'

const GROUPS: readonly Attribute['group'][] = [...new Set(ATTRIBUTES.map(({ group }) => group))]

/** Every attribute of a film's header with what it holds, what is to happen, and what would leave. */
export function HeadersPanel() {
  const { archive, annotations, highlight } = useAnnotate()
  const [at, setAt] = useState(0)
  const film = archive.films[Math.min(at, archive.films.length - 1)]
  const lines = useMemo(() => {
    const [after] = film ? actOnHeaders([film], annotations.tags) : []
    // The second file: it also points to the first.
    const [was, is] = [film?.instances[1], after?.instances[1]]
    return new Map((was && is ? headerLines(was.set, is.set) : []).map(line => [line.keyword, line]))
  }, [film, annotations.tags])
  return (
    <section className={highlight === 'node:header' ? 'annot-side annot-pointed' : 'annot-side'} aria-label={words.headers}>
      <h3>{words.headers}</h3>
      <label className="annot-film-choice">
        <span>{words.film}</span>
        <select className="select" value={at} onChange={event => setAt(Number(event.target.value))}>
          {archive.films.map(({ id, machine }, i) => <option key={id} value={i}>{id}, {MACHINE_WORDS[machine]}</option>)}
        </select>
      </label>
      <p className="annot-quiet">{words.headersHelp} {words.training}</p>
      {GROUPS.map(group => <Group key={group} group={group} lines={lines} />)}
      <table className="annot-tags">
        <caption className="visually-hidden">{words.private}</caption>
        <Head />
        <tbody><Row keyword={PRIVATE} label={words.private} line={lines.get(PRIVATE)} profile="X" /></tbody>
      </table>
    </section>
  )
}

function Head() {
  return <thead><tr><th scope="col">{words.attribute}</th><th scope="col">{words.now}</th><th scope="col">{words.standard}</th><th scope="col">{words.action}</th><th scope="col">{words.after}</th></tr></thead>
}

function Group({ group, lines }: { group: Attribute['group']; lines: ReadonlyMap<string, HeaderLine> }) {
  const { annotations, change, readOnly } = useAnnotate()
  const rows = ATTRIBUTES.filter(one => one.group === group)
  const all = new Set(rows.map(({ keyword }) => annotations.tags[keyword] ?? 'K'))
  const setAll = (action: TagAction) => change({ tags: { ...annotations.tags, ...Object.fromEntries(rows.map(({ keyword }) => [keyword, action])) } }, words.editing.tags)
  return (
    <section className="annot-group" aria-label={group}>
      <div className="annot-group-head">
        <h4>{group}</h4>
        <label>
          <span>{words.wholeGroup(group)}</span>
          <select className="select" value={all.size === 1 ? [...all][0] : ''} disabled={readOnly} onChange={event => event.target.value !== '' && setAll(event.target.value as TagAction)}>
            <option value="">{words.choose}</option>
            {ACTIONS.map(action => <option key={action} value={action}>{words.actions[action]}</option>)}
          </select>
        </label>
      </div>
      <table className="annot-tags">
        <caption className="visually-hidden">{group}</caption>
        <Head />
        <tbody>{rows.map(({ keyword, label, profile }) => <Row key={keyword} keyword={keyword} label={label} line={lines.get(keyword)} profile={profile} />)}</tbody>
      </table>
    </section>
  )
}

function Row({ keyword, label, line, profile }: { keyword: string; label: string; line: HeaderLine | undefined; profile: string }) {
  const { annotations, change, readOnly } = useAnnotate()
  const changed = line !== undefined && line.after !== line.before
  return (
    <tr>
      <th scope="row"><code>{keyword}</code><small>{label}</small></th>
      <td data-label={words.now}>{line?.before ?? '–'}</td>
      <td data-label={words.standard}><code>{profile === '-' ? '–' : profile}</code></td>
      <td>
        <select className="select" aria-label={keyword} value={annotations.tags[keyword] ?? 'K'} disabled={readOnly} onChange={event => change({ tags: { ...annotations.tags, [keyword]: event.target.value as TagAction } }, words.editing.tag)}>
          {ACTIONS.map(action => <option key={action} value={action}>{words.actions[action]}</option>)}
        </select>
      </td>
      <td data-label={words.after} className={changed ? 'annot-changed' : ''}>{line ? line.after === null ? words.gone : line.after === '' ? words.empty : line.after : '–'}</td>
    </tr>
  )
}
