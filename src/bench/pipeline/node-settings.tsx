import { useMemo } from 'react'
import type { Json } from '../../core/quest/schema.ts'
import { Note } from '../../kit/note.tsx'
import { ParamForm } from '../../kit/param-form/param-form.tsx'
import { useBench } from './bench-context.ts'
import { checkExpression } from './expression-check.ts'
import { setParam } from './graph-edit.ts'
import { nodeById } from './graph-order.ts'
import { PortSelects } from './port-selects.tsx'
import { paramSchema } from './quest-parts.ts'

/** Everything one block can be told: what it is, where it gets its input, its parameters. Canvas and table both use it. */
export function NodeSettings({ node: id }: { node: string }) {
  const { graph, specs, quest, columns, locked, readOnly, report, edit, endGesture, title } = useBench()
  const node = nodeById(graph, id)
  const spec = specs.get(node?.block ?? '')
  const schema = useMemo(() => (spec ? paramSchema(spec, quest) : null), [spec, quest])
  if (!node || !spec || !schema) return <Note tone="warning">This version of the game does not know this block.</Note>
  const fixed = locked.includes(id)
  const problems = report?.problems.filter(problem => problem.node === id) ?? []
  return (
    <div className="bench-settings-body" onBlur={endGesture}>
      <p>{spec.summary}</p>
      {problems.map(problem => <Note key={problem.say} tone="warning">{problem.say}</Note>)}
      {fixed && <Note icon="lock">This block belongs to the quest: it cannot be removed or set differently. You can move it and join it.</Note>}
      <PortSelects node={id} />
      <ParamForm
        schema={schema} values={node.params} columns={columns} checkExpression={text => checkExpression(text, columns)} disabled={readOnly || fixed}
        onChange={(name, value) => edit(setParam(graph, id, name, value as Json), `change ${title(id)}`, `set ${id}.${name}`)}
        empty={<p className="bench-quiet">There is nothing to set on this block.</p>}
      />
    </div>
  )
}
