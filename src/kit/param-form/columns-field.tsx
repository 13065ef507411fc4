import { useState } from 'react'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { Icon } from '../icon.tsx'
import { byMoment, OWN_TERM, parseTerm, TRANSFORMS, withTerm } from './column-terms.ts'
import type { ColumnChoice, Transform } from './column-terms.ts'
import type { ControlProps } from './param-form.tsx'

/** Pick columns, grouped by the moment their value becomes known, each as it is or through a logarithm. */
export function ColumnsField({ field, value, onChange, disabled, columns, checkExpression }: ControlProps) {
  const [search, setSearch] = useState('')
  const terms = Array.isArray(value) ? value.filter((term): term is string => typeof term === 'string') : []
  const chosen = new Map(terms.map(term => [parseTerm(term).name, parseTerm(term).transform]))
  const known = new Set(columns.map(column => column.name))
  const strangers: ColumnChoice[] = [...chosen.keys()].filter(name => !known.has(name))
    .map(name => ({ name, label: name, kind: 'category', availableAt: OWN_TERM }))
  const wanted = search.trim().toLowerCase()
  const fits = (column: ColumnChoice) => `${column.name} ${column.label}`.toLowerCase().includes(wanted)
  const full = field.maxItems !== null && terms.length >= field.maxItems
  return (
    <fieldset className="param-columns" disabled={disabled}>
      <legend className="field-label">{field.title}</legend>
      {field.description && <p className="field-help">{field.description}</p>}
      <div className="param-columns-head">
        <output>{terms.length === 0 ? 'No column chosen yet' : terms.length === 1 ? '1 column chosen' : `${terms.length} columns chosen`}</output>
        {columns.length > 10 && (
          <input className="input" type="search" placeholder="Find a column" aria-label="Find a column" value={search} onChange={event => setSearch(event.target.value)} />
        )}
      </div>
      {byMoment([...columns, ...strangers].filter(fits)).map(group => (
        <fieldset key={group.availableAt} className="param-moment">
          <legend><Icon name="clock" size={1} /> {group.title}</legend>
          <ul>
            {group.columns.map(column => (
              <ColumnRow
                key={column.name} column={column} transform={chosen.get(column.name) ?? null} full={full}
                onChange={transform => onChange(withTerm(terms, column.name, transform))}
              />
            ))}
          </ul>
        </fieldset>
      ))}
      <OwnTerm full={full} {...(checkExpression ? { checkExpression } : {})} onAdd={term => onChange([...terms.filter(held => held !== term), term])} />
    </fieldset>
  )
}

/** "hb < 12": a term that is no column as it stands. */
function OwnTerm({ full, checkExpression, onAdd }: { full: boolean; checkExpression?(text: string): string | null; onAdd(term: string): void }) {
  const [typed, setTyped] = useState('')
  const term = typed.trim()
  const error = term === '' ? null : (checkExpression?.(term) ?? null)
  const add = () => {
    if (term === '' || error) return
    onAdd(term)
    setTyped('')
  }
  return (
    <Field label="Add a term of your own" help="A sum or a comparison of columns, such as hb < 12." error={error ?? undefined}>
      {control => (
        <div className="param-own">
          <input
            {...control} className="input param-code" value={typed} disabled={full} spellCheck={false} autoCapitalize="off" autoComplete="off" maxLength={200}
            onChange={event => setTyped(event.target.value)}
            onKeyDown={event => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add()
            }}
          />
          <Button icon="plus" disabled={full || term === '' || error !== null} onClick={add}>Add</Button>
        </div>
      )}
    </Field>
  )
}

interface ColumnRowProps {
  column: ColumnChoice
  /** null: not chosen. */
  transform: Transform | null
  full: boolean
  onChange(transform: Transform | null): void
}

function ColumnRow({ column, transform, full, onChange }: ColumnRowProps) {
  const chosen = transform !== null
  return (
    <li className={chosen ? 'param-column param-column-chosen' : 'param-column'}>
      <label title={column.note}>
        <input type="checkbox" checked={chosen} disabled={!chosen && full} onChange={event => onChange(event.target.checked ? '' : null)} />
        <span>
          {column.label} <small>{[column.name, column.unit].filter(Boolean).join(', ')}</small>
        </span>
      </label>
      {chosen && column.kind === 'number' && (
        <select className="select" aria-label={`How ${column.label} is used`} value={transform} onChange={event => onChange(event.target.value as Transform)}>
          {TRANSFORMS.map(option => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </li>
  )
}
