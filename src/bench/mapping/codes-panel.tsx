import { useState } from 'react'
import { codesIn, type CodeWords, type Shape } from '../../lab/records/shape.ts'
import { said } from './records-words.ts'

/** Every code that may be put in: searched by word, narrowed by what it is about. */
export function CodesPanel({ shape }: { shape: Shape }) {
  const lists = Object.keys(shape.lists)
  const [list, setList] = useState(lists[0] ?? '')
  const [asked, ask] = useState('')
  const [chips, setChips] = useState<readonly string[]>([])
  const codes = codesIn(shape, list)
  const axes = axesOf(codes)
  const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean)
  const found = codes.filter(code => chips.every(chip => chipsOf(code).includes(chip)) && wanted.every(word => textOf(code).includes(word)))
  return (
    <div className="mapping-codes">
      <div className="mapping-map-bar">
        {lists.length > 1 && (
          <select className="select" aria-label="List" value={list} onChange={(event) => { setList(event.target.value); setChips([]) }}>
            {lists.map(id => <option key={id} value={id}>{id}</option>)}
          </select>
        )}
        <input className="input" type="search" aria-label={said.search} placeholder={said.search} value={asked} onChange={event => ask(event.target.value)} />
        <output className="mapping-quiet">{said.found(found.length, codes.length)}</output>
      </div>
      {axes.map(([axis, values]) => (
        <fieldset key={axis} className="mapping-chips">
          <legend>{axis}</legend>
          {values.map((value) => {
            const chip = `${axis}: ${value}`
            const on = chips.includes(chip)
            return <button key={value} type="button" className={on ? 'mapping-chip mapping-chip-on' : 'mapping-chip'} aria-pressed={on} onClick={() => setChips(on ? chips.filter(one => one !== chip) : [...chips.filter(one => !one.startsWith(`${axis}: `)), chip])}>{value}</button>
          })}
        </fieldset>
      ))}
      {found.length === 0 && <p className="mapping-quiet">{said.noCode}</p>}
      <ul className="mapping-code-list">
        {found.map(({ code, say, unit, usual, axes: about }) => (
          <li key={code}>
            <code>{code}</code> <span>{say}</span>
            <small>{[...Object.values(about), usual ? said.usual(usual[0], usual[1], unit) : unit].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

function chipsOf({ axes }: CodeWords): string[] {
  return Object.entries(axes).map(([axis, value]) => `${axis}: ${value}`)
}

function textOf({ code, say, axes, unit }: CodeWords): string {
  return [code, say, ...Object.values(axes), unit ?? ''].join(' ').toLowerCase()
}

function axesOf(codes: readonly CodeWords[]): [axis: string, values: string[]][] {
  const axes = new Map<string, Set<string>>()
  for (const code of codes) for (const [axis, value] of Object.entries(code.axes)) axes.set(axis, (axes.get(axis) ?? new Set()).add(value))
  return [...axes].map(([axis, values]) => [axis, [...values].sort((a, b) => a.localeCompare(b, 'en'))])
}
