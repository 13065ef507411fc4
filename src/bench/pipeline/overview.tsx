import { Button } from '../../kit/button.tsx'
import { useBench } from './bench-context.ts'
import { openInputs } from './graph-check.ts'

/** In place of settings while no single block is selected: what the pipeline still needs. */
export function Overview({ count }: { count: number }) {
  const { graph, specs, title, goTo } = useBench()
  const open = openInputs(graph, specs)
  if (count > 1) return <p className="bench-quiet">{count} blocks are selected. Arrow keys move them together.</p>
  return (
    <>
      <p className="bench-quiet">Select a block to see what it does and to set it.</p>
      {open.length === 0 ? <p>Every block has what it needs. Press Run to see what goes through.</p> : (
        <>
          <p>Before a run can go through:</p>
          <ul className="bench-needs">
            {open.map(({ node, port }) => (
              <li key={`${node}.${port.name}`}><Button small icon="network" onClick={() => goTo(node)}>{`${title(node)} waits for: ${port.label.toLowerCase()}`}</Button></li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
