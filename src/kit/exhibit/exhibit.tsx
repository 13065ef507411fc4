import type { Exhibit as ExhibitData } from '../../core/verdict.ts'
import { Button } from '../button.tsx'
import { download } from '../download.ts'
import { Note } from '../note.tsx'
import { Course } from './course.tsx'
import './exhibit.css'
import { MarkedText } from './marked-text.tsx'
import { Picture } from './picture.tsx'
import { Strip } from './strip.tsx'
import { Talk } from './talk.tsx'
import { Trace } from './trace.tsx'

const NOTE_TONES = { info: 'info', warning: 'warning', critical: 'bad' } as const

/** A thing shown rather than told: a film, a trace, a note, a message, a card, what was wanted beside what came. */
export function Exhibit({ exhibit }: { exhibit: ExhibitData }) {
  return (
    <figure className={exhibit.kind === 'picture' ? 'exhibit' : 'exhibit exhibit-wide'}>
      <figcaption>{exhibit.caption}</figcaption>
      <Shown exhibit={exhibit} />
    </figure>
  )
}

function Shown({ exhibit }: { exhibit: ExhibitData }) {
  switch (exhibit.kind) {
    case 'picture': return <Picture picture={exhibit} />
    case 'trace': return <Trace trace={exhibit} />
    case 'course': return exhibit.moments ? <Strip course={exhibit} moments={exhibit.moments} /> : <Course course={exhibit} />
    case 'text': return <p className={exhibit.mono ? 'exhibit-text exhibit-mono' : 'exhibit-text'}><MarkedText {...exhibit} /></p>
    case 'talk': return <Talk talk={exhibit} />
    case 'diff': return <DiffTable exhibit={exhibit} />
    case 'card': return <Note tone={NOTE_TONES[exhibit.indicator]}><strong>{exhibit.summary}</strong><p>{exhibit.detail}</p></Note>
    case 'file': return <div><Button icon="download" onClick={() => download(exhibit.name, exhibit.bytes, exhibit.mime)}>Download {shortName(exhibit.name)} ({Math.ceil(exhibit.bytes.length / 1024)} kB)</Button></div>
  }
}

/** Long names in the middle: "2.25.2141…0288.dcm". */
function shortName(name: string): string {
  return name.length > 24 ? `${name.slice(0, 9)}…${name.slice(-8)}` : name
}

function DiffTable({ exhibit }: { exhibit: Extract<ExhibitData, { kind: 'diff' }> }) {
  const [first, second, ok] = exhibit.heads ?? ['Should be', 'Yours', 'Right?']
  return (
    <div className={exhibit.heads ? 'exhibit-diff exhibit-pair' : 'exhibit-diff'}>
      <table>
        <thead><tr><th scope="col">Where</th><th scope="col">{first}</th><th scope="col">{second}</th><th scope="col">{ok}</th></tr></thead>
        <tbody>
          {exhibit.rows.map(row => (
            <tr key={row.path} className={row.ok ? undefined : 'exhibit-diff-wrong'}>
              <th scope="row">{row.path}</th>
              <td>{row.wanted ?? '–'}</td>
              <td>{row.got ?? '–'}</td>
              <td>{row.ok ? '✓ yes' : '✕ no'}{row.note && `: ${row.note}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
