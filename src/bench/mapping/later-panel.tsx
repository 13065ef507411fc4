import { Switch } from '../../kit/switch.tsx'
import { Choice } from './choice.tsx'
import { useMapping, useMessages } from './mapping-context.ts'
import { words } from './words.ts'

/** What messages after the first do to what is known, and the two switches of the graph. */
export function LaterPanel() {
  const { table, readOnly } = useMapping()
  const { changeUpdates, param, setParam } = useMessages()
  const { updates } = table
  return (
    <div className="mapping-later">
      <p>{words.laterHelp}</p>
      <Choice label={words.empty} choices={words.emptyChoices} value={updates.empty} disabled={readOnly} onChange={empty => changeUpdates({ ...updates, empty })} />
      <Choice label={words.quotes} choices={words.quotesChoices} value={updates.quotes} disabled={readOnly} onChange={quotes => changeUpdates({ ...updates, quotes })} />
      <Switch label={words.unescape} help={words.unescapeHelp} checked={param('v2.parse', 'unescape') !== false} disabled={readOnly} onChange={on => setParam('v2.parse', 'unescape', on)} />
      <Choice label={words.invalid} choices={words.invalidChoices} value={param('policy.route:dead-letter', 'invalid') === 'let through' ? 'let through' : 'stop'} disabled={readOnly} onChange={way => setParam('policy.route:dead-letter', 'invalid', way)} />
    </div>
  )
}
