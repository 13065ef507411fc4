import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import type { PortSpec } from '../../lab/graph/block.ts'
import { useBench } from './bench-context.ts'
import { fittingInputs, fittingOutputs } from './graph-check.ts'
import type { Choice } from './graph-check.ts'
import { nodeById, refOf } from './graph-order.ts'
import { PortSign } from './port-sign.tsx'

/** Joining without drawing: every place where this block fits, as a button. */
export function ConnectDialog({ node, onClose }: { node: string; onClose(): void }) {
  const { graph, specs, title, connect } = useBench()
  const spec = specs.get(nodeById(graph, node)?.block ?? '')
  if (!spec) return null
  const join = (act: () => void) => {
    onClose()
    act()
  }
  return (
    <Dialog title={`Connect ${title(node)}`} closeLabel="Close" onClose={onClose} className="bench-connect">
      {spec.outputs.map(port => (
        <PortChoices
          key={port.name} port={port} heading={`Send its ${port.label.toLowerCase()} to`} none={`No block on the bench takes ${port.type} from here.`}
          choices={fittingInputs(graph, specs, { node, port: port.name })}
          words={choice => (choice.taken ? `${choice.label} (in place of what goes there now)` : choice.label)}
          onChoose={choice => join(() => connect({ node, port: port.name }, choice, true))}
        />
      ))}
      {spec.inputs.map(port => (
        <PortChoices
          key={port.name} port={port} heading={`Get its ${port.label.toLowerCase()} from`} none="No block on the bench gives this yet."
          choices={fittingOutputs(graph, specs, { node, port: port.name })}
          words={choice => (choice.taken ? `${choice.label} (joined now)` : choice.label)}
          onChoose={choice => join(() => connect(choice, { node, port: port.name }, true))}
        />
      ))}
    </Dialog>
  )
}

interface PortChoicesProps {
  port: PortSpec
  heading: string
  none: string
  choices: Choice[]
  words(choice: Choice): string
  onChoose(choice: Choice): void
}

function PortChoices({ port, heading, none, choices, words, onChoose }: PortChoicesProps) {
  return (
    <section className="bench-choices">
      <h3><PortSign type={port.type} /> {heading}</h3>
      {choices.length === 0 && <p className="bench-quiet">{none}</p>}
      <ul>
        {choices.map(choice => <li key={refOf(choice)}><Button onClick={() => onChoose(choice)}>{words(choice)}</Button></li>)}
      </ul>
    </section>
  )
}
