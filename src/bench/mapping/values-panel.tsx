import { useMemo } from 'react'
import type { Records } from '../../lab/graph/ports.ts'
import { textOfField } from '../../lab/records/field-text.ts'
import { textOf } from '../../lab/records/map-record.ts'
import { codesIn, type CodeWords, elementsOf, type Shape } from '../../lab/records/shape.ts'
import { useMapping } from './mapping-context.ts'
import { quartiles, type RecordsLive } from './records-live.ts'
import { said } from './records-words.ts'

interface Line {
  key: string
  from: string
  thing: string
  n: number
  came: ReturnType<typeof quartiles>
  code: CodeWords | null
  /** What stands in the element of the code. */
  becomes: string
  after: ReturnType<typeof quartiles>
  off: boolean
}

/** Do the values look right? Match the numbers before the name. */
export function ValuesPanel({ records, live }: { records: Records; live: RecordsLive }) {
  const { sides } = useMapping()
  const lines = useMemo(() => linesOf(records, live), [records, live])
  const nameOf = (field: string | undefined) => sides.sources.find(({ path }) => path === field)?.name ?? ''
  return (
    <div className="mapping-values-panel">
      <p className="mapping-quiet">{said.valuesHelp}</p>
      <div className="mapping-scroll">
        <table className="mapping-values-table">
          <thead><tr>{[nameOf(records.shape.by), nameOf(records.shape.thing), ...Object.values(said.columns)].map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {lines.map(({ key, from, thing, n, came, becomes, after, code, off }) => (
              <tr key={key} className={off ? 'mapping-values-off' : ''}>
                <td>{from}</td>
                <th scope="row"><code>{thing}</code></th>
                <td>{n}</td>
                <td>{came && said.between(came.low, came.high)}</td>
                <td><code>{becomes === '?' ? said.person : becomes || said.nowhere}</code></td>
                <td>{after && <Band after={after} code={code} off={off} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const WIDTH = 120

/** The usual band of the code, and the middle half of the values over it, on a scale of powers of ten. */
function Band({ after, code, off }: { after: NonNullable<Line['after']>; code: CodeWords | null; off: boolean }) {
  const usual = code?.usual ?? null
  const ends = [after.low, after.high, ...(usual ?? [])].filter(value => value > 0)
  const [low, high] = [Math.log10(Math.min(...ends) / 2), Math.log10(Math.max(...ends) * 2)]
  const x = (value: number) => (value <= 0 ? 0 : ((Math.log10(value) - low) / (high - low)) * WIDTH)
  return (
    <span className="mapping-band">
      {ends.length > 0 && (
        <svg width={WIDTH} height="14" viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true" focusable="false">
          <line x1="0" x2={WIDTH} y1="7" y2="7" className="mapping-band-axis" />
          {usual && <rect x={x(usual[0])} width={Math.max(2, x(usual[1]) - x(usual[0]))} y="1" height="12" className="mapping-band-usual" />}
          <rect x={x(after.low)} width={Math.max(3, x(after.high) - x(after.low))} y="4" height="6" className={off ? 'mapping-band-off' : 'mapping-band-values'} />
        </svg>
      )}
      <span>{said.between(after.low, after.high)}{usual && <small> {off ? `✕ ${said.off}` : `✓ ${said.within}`}</small>}</span>
    </span>
  )
}

/** The first element of codes that says what is usual, and the first number beside it. */
function elementsLookedAt(shape: Shape): { codes: string | null; list: string | null; number: string | null } {
  const all = elementsOf(shape)
  const coded = all.find(({ element }) => element.type === 'code' && codesIn(shape, element.list).some(({ usual }) => usual !== null))
  return { codes: coded?.path ?? null, list: coded && 'list' in coded.element ? coded.element.list : null, number: all.find(({ element }) => element.type === 'number')?.path ?? null }
}

function linesOf({ table, shape }: Records, { mapped }: RecordsLive): Line[] {
  const { codes, list, number } = elementsLookedAt(shape)
  const groups = new Map<string, number[]>()
  for (const row of table.ids.keys()) {
    const key = JSON.stringify([shape.by ? textOfField(table, shape.by, row) : '', shape.thing ? textOfField(table, shape.thing, row) : '', codes ? textOf(mapped[row]?.filled.get(codes)) : ''])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, rows]): Line => {
    const [from = '', thing = ''] = JSON.parse(key) as string[]
    const becomes = (codes && mapped[rows[0] ?? 0]?.filled.get(codes)) || undefined
    const code = (list && becomes && 'value' in becomes && codesIn(shape, list).find(one => one.code === becomes.value)) || null
    const after = quartiles(rows.flatMap((row) => { const filled = number ? mapped[row]?.filled.get(number) : undefined; return filled && 'value' in filled ? [Number(filled.value)] : [] }))
    const usual = code?.usual
    return {
      key, from, thing, n: rows.length, code, after, becomes: textOf(becomes),
      came: shape.amount ? quartiles(rows.map(row => Number.parseFloat(textOfField(table, shape.amount ?? '', row).replace(',', '.')))) : null,
      off: Boolean(usual && after && (after.middle < usual[0] || after.middle > usual[1])),
    }
  }).sort((a, b) => a.from.localeCompare(b.from, 'en') || a.thing.localeCompare(b.thing, 'en'))
}
