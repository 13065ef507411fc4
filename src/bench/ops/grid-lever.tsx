import type { Lever } from '../../core/artefacts/levers.ts'
import type { LeverValue } from '../../core/artefacts/service-plan.ts'

interface GridLeverProps {
  lever: Extract<Lever, { kind: 'grid' }>
  value: Readonly<Record<string, unknown>>
  disabled: boolean
  onChange(value: LeverValue): void
}

/** A week on a wall: a real select in each cell, tinted by what it holds. On a phone each row is a block of its own. */
export function GridLever({ lever, value, disabled, onChange }: GridLeverProps) {
  const columns = Object.values(lever.columns)
  const options = Object.entries(lever.options)
  const [first = ''] = Object.keys(lever.options)
  const cellsOf = (row: string) => columns.map((_, at) => {
    const cells = value[row]
    const cell: unknown = Array.isArray(cells) ? cells[at] : undefined
    return typeof cell === 'string' && Object.hasOwn(lever.options, cell) ? cell : first
  })
  const set = (row: string, at: number, option: string) => {
    const grid = Object.fromEntries(Object.keys(lever.rows).map(one => [one, cellsOf(one)]))
    grid[row] = cellsOf(row).map((cell, i) => (i === at ? option : cell))
    onChange(grid)
  }
  return (
    <div className="grid-box"><table className="grid-lever">
      <thead><tr><td aria-hidden="true" />{columns.map(column => <th key={column} scope="col">{column}</th>)}</tr></thead>
      <tbody>
        {Object.entries(lever.rows).map(([row, label]) => (
          <tr key={row}>
            <th scope="row">{label}</th>
            {cellsOf(row).map((cell, at) => (
              <td key={columns[at]} className={`grid-tint-${Object.keys(lever.options).indexOf(cell) % 8}`}>
                <label>
                  <span aria-hidden="true">{columns[at]}</span>
                  <select aria-label={`${label}, ${columns[at]}`} value={cell} disabled={disabled} onChange={event => set(row, at, event.target.value)}>
                    {options.map(([id, text]) => <option key={id} value={id}>{text}</option>)}
                  </select>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table></div>
  )
}
