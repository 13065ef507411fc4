import type { PortType } from '../../lab/graph/ports.ts'
import { useBench } from './bench-context.ts'
import { PORT_LOOK } from './port-look.ts'
import { PortSign } from './port-sign.tsx'

/** Signs of the ports that this quest's blocks have. */
export function Legend() {
  const { palette } = useBench()
  const types = [...new Set(palette.flatMap(spec => [...spec.inputs, ...spec.outputs].map(port => port.type)))].filter(type => type !== 'Any')
  return (
    <details className="bench-legend">
      <summary>What the signs mean</summary>
      <ul>
        {types.map((type: PortType) => (
          <li key={type}><PortSign type={type} /><span><strong>{type}</strong> {PORT_LOOK[type].about}</span></li>
        ))}
        <li><PortSign type="Scores" hollow /><span><strong>Empty sign</strong> still needs a wire</span></li>
      </ul>
    </details>
  )
}
