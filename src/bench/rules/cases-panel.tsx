import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { saysWords } from './cell-text.ts'
import { isTold, type RuledCase } from './rule-cases.ts'
import { useRules } from './rules-context.ts'
import { WhyPanel } from './why-panel.tsx'
import { words } from './words.ts'

const PAGE = 30

/** Past cases as the table decides them now; one of them opened, with the reason. */
export function CasesPanel() {
  const { cases, noun, chosen } = useRules()
  const [filter, setFilter] = useState('wrong')
  const [shown, setShown] = useState(PAGE)
  if (!cases) return <p className="rules-quiet">{words.before(noun.many)}</p>
  const kinds = kindsOf(cases)
  const told = isTold(cases)
  const first = told ? 'wrong' : 'all'
  const kind = (told && filter === 'wrong') || filter === 'all' || kinds.includes(filter) ? filter : first
  const list = cases.filter(({ state }) => kind === 'all' || (kind === 'wrong' ? state !== 'right' : state === kind))
  const one = cases.find(ruled => ruled.one.id === chosen)
  return (
    <div className="rules-cases">
      <div className="rules-case-list">
        <label className="rules-filter">
          <span>{words.show}</span>
          <select
            className="select" value={kind}
            onChange={event => {
              setFilter(event.target.value)
              setShown(PAGE)
            }}
          >
            {told && <option value="wrong">{words.wrong(cases.filter(({ state }) => state !== 'right').length)}</option>}
            {told && <KindOptions cases={cases} kinds={kinds} />}
            <option value="all">{words.all(cases.length)}</option>
          </select>
        </label>
        {list.length === 0 && <p className="rules-quiet">{words.noneHere}</p>}
        <ul>{list.slice(0, shown).map(ruled => <CaseLine key={ruled.one.id} ruled={ruled} />)}</ul>
        {list.length > shown && <Button small look="plain" onClick={() => setShown(shown + PAGE)}>{words.more(Math.min(PAGE, list.length - shown))}</Button>}
      </div>
      <div className="rules-why">{one ? <WhyPanel key={one.one.id} ruled={one} /> : <p className="rules-quiet">{words.choose(noun.one)}</p>}</div>
    </div>
  )
}

/** Kinds of outcome that occur, the commonest mistake first, "right" last. */
function kindsOf(cases: readonly RuledCase[]): string[] {
  const counts = new Map<string, number>()
  for (const { state } of cases) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].sort((a, b) => Number(a[0] === 'right') - Number(b[0] === 'right') || b[1] - a[1]).map(([state]) => state)
}

function KindOptions({ cases, kinds }: { cases: readonly RuledCase[]; kinds: readonly string[] }) {
  const { table } = useRules()
  const name = (state: string): string => {
    const n = cases.filter(one => one.state === state).length
    if (state === 'right') return words.allRight(n)
    if (state === 'none') return words.noRow(n)
    const [, output = '', says = '', should] = /^(\w+):([^>]*)(?:>(.*))?$/.exec(state) ?? []
    const label = table.outputs.find(one => one.name === output)?.label ?? output
    return should === undefined ? words.differs(label, n) : words.saysShould(label, says, should, n)
  }
  return <>{kinds.map(state => <option key={state} value={state}>{name(state)}</option>)}</>
}

function CaseLine({ ruled }: { ruled: RuledCase }) {
  const { table, chosen, choose } = useRules()
  const { one, state, hits, says, wanted } = ruled
  const right = state === 'right'
  const untold = right && Object.keys(wanted).length === 0
  return (
    <li>
      <button type="button" className={classNames('rules-case', right ? 'rules-case-right' : 'rules-case-wrong')} aria-pressed={chosen === one.id} onClick={() => choose(one.id)}>
        {!untold && <Icon name={right ? 'check' : 'warning'} size={1.125} label={right ? 'right' : 'wrong'} />}
        <span>
          <strong>{titleOf(table.inputs.slice(0, 3).map(({ name }) => one.cells[name]))}</strong>
          <small>
            {hits.length === 0 ? words.nobody : `${words.rowsAbove(hits.map(at => at + 1))}: ${saysWords(table, says)}`}
            {!right && Object.keys(wanted).length > 0 && <> <em>{words.wanted(table.book !== undefined)}: {saysWords(table, wanted)}</em></>}
          </small>
        </span>
      </button>
    </li>
  )
}

function titleOf(values: readonly unknown[]): string {
  return values.filter(value => value !== null && value !== undefined).join(' · ')
}
