import { Field } from '../../kit/field.tsx'
import type { PortSpec } from '../../lab/graph/block.ts'
import { useBench } from './bench-context.ts'
import { fittingOutputs } from './graph-check.ts'
import { addressOf, nodeById, refOf } from './graph-order.ts'

/** Inputs of a node as lists of the outputs that fit: the same wires as on the canvas, without drawing. */
export function PortSelects({ node }: { node: string }) {
  const { graph, specs, title } = useBench()
  const spec = specs.get(nodeById(graph, node)?.block ?? '')
  if (!spec) return null
  const feeds = graph.edges.filter(([from]) => addressOf(from).node === node).map(([, to]) => title(addressOf(to).node))
  return (
    <div className="bench-wires">
      {spec.inputs.map(port => <PortSelect key={port.name} node={node} port={port} />)}
      {spec.outputs.length > 0 && <p className="bench-quiet">{feeds.length > 0 ? `Goes into ${feeds.join(' and ')}.` : 'Goes nowhere yet.'}</p>}
    </div>
  )
}

function PortSelect({ node, port }: { node: string; port: PortSpec }) {
  const { graph, specs, connect, disconnect, readOnly } = useBench()
  const to = { node, port: port.name }
  const options = fittingOutputs(graph, specs, to)
  const now = options.find(option => option.taken)
  const choose = (ref: string) => {
    const next = options.find(option => refOf(option) === ref)
    if (next) connect(next, to, true)
    else disconnect(to)
  }
  return (
    <Field label={`Input: ${port.label.toLowerCase()}`} help={options.length === 0 ? 'No block on the bench gives this yet.' : undefined}>
      {control => (
        <select {...control} className="select" disabled={readOnly} value={now ? refOf(now) : ''} onChange={event => choose(event.target.value)}>
          <option value="">{port.optional ? 'Nothing (optional)' : 'Nothing yet'}</option>
          {options.map(option => <option key={refOf(option)} value={refOf(option)}>{option.label}</option>)}
        </select>
      )}
    </Field>
  )
}
