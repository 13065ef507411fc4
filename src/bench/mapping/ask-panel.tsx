import { lazy, Suspense, useEffect, useId, useMemo, useState } from 'react'
import { V2_TABLES } from '../../lab/interop/v2/tables.ts'
import { type Answer, askMessages, MESSAGE_EXAMPLE } from '../../lab/sql/ask-messages.ts'
import { SqlProblem } from '../../lab/sql/bounded-query.ts'
import { Button } from '../../kit/button.tsx'
import { sqlMistake } from '../../kit/expression/sql-mistakes.ts'
import { Field } from '../../kit/field.tsx'
import { Note } from '../../kit/note.tsx'
import { useMapping, useMessages } from './mapping-context.ts'
import { words } from './words.ts'

const SqlEditor = lazy(() => import('../../kit/expression/sql-editor.tsx').then(file => ({ default: file.SqlEditor })))

/** Any question in SQL to the messages on show, to find out what senders do. It changes nothing and belongs to no solution. */
export function AskPanel() {
  const { asked, ask, sqlite, live } = useMessages()
  const id = useId()
  return (
    <div className="mapping-ask">
      <div className="mapping-question">
        <p id={`${id}-help`}>{words.askHelp(live.messages.length)}</p>
        <Field label={words.askExamples}>
          {control => (
            <select {...control} className="select" value={EXAMPLES.find(([, sql]) => sql === asked)?.[1] ?? ''} onChange={event => event.target.value !== '' && ask(event.target.value)}>
              <option value="">{words.askExample}</option>
              {EXAMPLES.map(([name, sql]) => <option key={name} value={sql}>{name}</option>)}
            </select>
          )}
        </Field>
        <Suspense fallback={<p className="mapping-quiet">{words.fetchingEditor}</p>}>
          <SqlEditor text={asked} tables={V2_TABLES} example={MESSAGE_EXAMPLE} label={words.askLabel} describedBy={`${id}-help`} readOnly={false} onChange={ask} />
        </Suspense>
        <Tables />
      </div>
      <div className="mapping-question">
        {sqlite === 'fetching' && <p className="mapping-quiet">{words.fetching.sql}</p>}
        {sqlite === 'not to be had' && <Note tone="warning">{words.notFetched.sql}</Note>}
        {sqlite === 'here' && <Found />}
      </div>
    </div>
  )
}

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['How is sex written, by whom?', 'SELECT sender, sex, count(*) AS times\nFROM PID GROUP BY sender, sex'],
  ['Which kinds of visit are there?', 'SELECT sender, class, count(*) AS times\nFROM PV1 GROUP BY sender, class'],
  ['Which unit comes with which test?', 'SELECT name, unit, count(*) AS times\nFROM OBX WHERE kind = \'NM\' GROUP BY name, unit'],
  ['Which number of a patient comes first?', 'SELECT sender, repetition, value AS kind, count(*) AS times\nFROM fields WHERE place = \'PID-3\' AND component = 5\nGROUP BY sender, repetition, kind'],
  ['What do results without a value say?', 'SELECT message, name, value, status\nFROM OBX WHERE value IS NULL'],
]

const MOST_SHOWN = 100

type Found = { answer: Answer } | { problem: string } | null

/** The answer, worked out when the hands rest. */
function Found() {
  const { show } = useMapping()
  const { asked, live } = useMessages()
  const messages = useMemo(() => live.messages.map(({ sample }) => sample.plain), [live.messages])
  const [found, setFound] = useState<Found>(null)
  useEffect(() => {
    const timer = setTimeout(() => setFound(answerTo(messages, asked)), 250)
    return () => clearTimeout(timer)
  }, [messages, asked])
  if (!found) return <p className="mapping-quiet">{words.askIdle}</p>
  if ('problem' in found) return <output><Note tone="warning">{found.problem}</Note></output>
  const { columns, rows } = found.answer
  const number = columns.indexOf('message')
  const at = (row: Answer['rows'][number]): number => (number < 0 ? -1 : live.messages.findIndex(({ sample }) => sample.id === row[number]))
  return (
    <>
      <output>{words.askFound(rows.length, MOST_SHOWN)}</output>
      {rows.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by keys
        <section className="mapping-answer" aria-label={words.askAnswer} tabIndex={0}>
          <table>
            <thead><tr>{columns.map((column, c) => <th key={`${c} ${column}`} scope="col">{column}</th>)}</tr></thead>
            <tbody>
              {rows.slice(0, MOST_SHOWN).map((row, r) => (
                // Rows of an answer have no name of their own.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={r}>
                  {row.map((cell, c) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <td key={c}>
                      {c === number && at(row) >= 0 ? <Button small look="plain" aria-label={words.showMessage(String(cell))} onClick={() => show(at(row))}>{String(cell)}</Button> : cell === null ? <i className="mapping-quiet">{words.nothing}</i> : String(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function answerTo(messages: Parameters<typeof askMessages>[0], sql: string): Found {
  if (sql.trim() === '') return null
  // Knows what may have been meant; SQLite knows the rest.
  const mistake = sqlMistake(sql, V2_TABLES, MESSAGE_EXAMPLE)
  if (mistake) return { problem: mistake.say }
  try {
    return { answer: askMessages(messages, sql) }
  } catch (error) {
    if (error instanceof SqlProblem) return { problem: error.message }
    throw error
  }
}

/** Which tables there are, and their columns with the places they are from. */
function Tables() {
  return (
    <details className="mapping-tables">
      <summary>{words.askTables}</summary>
      <dl>
        {V2_TABLES.map(({ name, label, columns }) => (
          <div key={name}>
            <dt><code>{name}</code> {label}</dt>
            <dd>{columns.map(column => <span key={column.name}><code>{column.name}</code> {column.label}</span>)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
