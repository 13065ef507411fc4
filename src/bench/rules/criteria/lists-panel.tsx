import { MOST_ON_LIST, UNKNOWN_DOES } from '../../../core/artefacts/match-plan.ts'
import { Slider } from '../../../kit/slider.tsx'
import { Switch } from '../../../kit/switch.tsx'
import { useCriteria } from './criteria-context.ts'
import { said } from './criteria-words.ts'
import { Pick } from './pick.tsx'

const does = UNKNOWN_DOES.map(id => ({ id, say: said.does[id] }))
const orders = (['sure', 'file'] as const).map(id => ({ id, say: said.orders[id] }))

/** What an unknown does, who stands first, how many: and what the lists come to. */
export function ListsPanel() {
  const { plan, change, readOnly, pool, live } = useCriteria()
  const put = (part: Partial<typeof plan>, gesture?: string) => change({ ...plan, ...part }, said.editing.lists, gesture)
  return (
    <div className="criteria-panel">
      <div className="criteria-row">
        {(['inclusion', 'exclusion'] as const).map(kind => (
          <Pick key={kind} label={said.unknown[kind]} value={plan.unknown[kind]} options={does} disabled={readOnly} onPick={what => put({ unknown: { ...plan.unknown, [kind]: what } })} />
        ))}
        <Pick label={said.order} value={plan.order} options={orders} disabled={readOnly} onPick={order => put({ order })} />
      </div>
      <Switch label={said.turns} checked={plan.turns} disabled={readOnly} onChange={turns => put({ turns })} />
      <Slider label={said.top} value={plan.top} min={1} max={MOST_ON_LIST} step={1} disabled={readOnly} onChange={top => put({ top }, 'top')} />
      <div className="criteria-table">
        <table>
          <caption>{said.listsTable}</caption>
          <thead><tr>{said.listHeads.map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {pool.offers.map(({ id, title, places }, o) => (
              <tr key={id}>
                <th scope="row">{title}</th><td>{places}</td><td>{live.lists[o]?.length ?? 0}</td>
                <td>{(live.lists[o] ?? []).filter(({ open }) => open.length > 0).length}</td>
                <td>{(live.people[o] ?? []).filter(({ eligible, standing }) => eligible && (standing === 'none' || standing === 'full')).length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
