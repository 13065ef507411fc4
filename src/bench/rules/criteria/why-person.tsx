import { useMemo } from 'react'
import { Exhibit } from '../../../kit/exhibit/exhibit.tsx'
import { Icon } from '../../../kit/icon.tsx'
import { Files, type LineWhy, whyLine } from '../../../lab/match/match-people.ts'
import { toldAt } from '../../../lab/match/pool.ts'
import { markOf } from '../../../lab/match/three-valued.ts'
import { atomWords, lineWords, markWord, measured, truthWord } from '../../../lab/match/why-words.ts'
import { textOfField, titleOf } from '../../../lab/records/field-text.ts'
import { useCriteria } from './criteria-context.ts'
import { said } from './criteria-words.ts'

/** One person and one offer: line by line what it says, on what evidence, and what the file could tell; and the file itself. */
export function WhyPerson({ row }: { row: number }) {
  const { pool, live: { compiled }, offer: at } = useCriteria()
  const whys = useMemo(() => {
    const files = new Files(compiled, pool)
    return (compiled.offers[at] ?? []).map(line => whyLine(line, compiled, files, row))
  }, [compiled, pool, at, row])
  const offer = pool.offers[at]
  const used = whys.flatMap(({ atoms }) => atoms.flatMap(({ answer: { evidence }, question }) => (evidence && 'letter' in evidence.at ? [{ ...evidence.at, label: question.label }] : [])))
  return (
    <section className="criteria-why" aria-label={said.why}>
      <h3>{said.why}: {titleOf(pool.table, pool.title, row)}, {offer?.title}</h3>
      <ul className="criteria-reasons">{whys.map(why => <Reason key={why.line.id} why={why} row={row} />)}</ul>
      <h4>{said.file}</h4>
      <dl className="rules-facts">
        {pool.table.meta.filter(({ role }) => role !== 'id').map(({ name, label, unit }) => {
          const text = textOfField(pool.table, name, row)
          return <div key={name} className={text === '' ? 'rules-fact-missing' : ''}><dt>{label}</dt><dd>{text === '' ? said.nothing : measured(text, unit)}</dd></div>
        })}
      </dl>
      {(pool.letters[row] ?? []).map(({ id, title, day, text }, i) => {
        const spans = used.filter(({ letter }) => letter === i).sort((a, b) => a.from - b.from).map(({ from, to, label }) => ({ from, to, label, tone: 'note' as const }))
        return <Exhibit key={id} exhibit={{ kind: 'text', caption: `${title}${day === '' ? '' : `, ${day}`}`, text, spans }} />
      })}
    </section>
  )
}

function Reason({ why, row }: { why: LineWhy; row: number }) {
  const { pool, offer: at } = useCriteria()
  const criterion = pool.offers[at]?.criteria.find(({ id }) => id === why.line.id)
  const truth = pool.truth?.criteria[at]?.find(({ id }) => id === why.line.id)
  const told = truth ? toldAt(truth, row) : null
  const wrong = truth !== undefined && !truth.silent && told !== markOf(why.truth)
  const opens = why.truth === null ? 'unknown' : why.truth === (why.line.kind === 'inclusion') ? 'open' : 'shut'
  return (
    <li className={`criteria-reason criteria-${opens}`}>
      <p><span className={`criteria-sort criteria-sort-${why.line.kind}`}>{why.line.kind}</span> {criterion?.say ?? why.line.say ?? why.line.id}</p>
      <p><strong>{truthWord(why.truth)}</strong>{wrong && told !== null && <span className="criteria-wrong"><Icon name="warning" size={1} /> {said.tells(markWord(told))}</span>}</p>
      <p className="criteria-evidence">{why.atoms.map(atomWords).join(why.line.join === 'any' ? ' or ' : ' and ')}. {lineWords(why, pool, row)}.</p>
    </li>
  )
}
