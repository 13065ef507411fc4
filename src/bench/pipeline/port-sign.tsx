import type { PortType } from '../../lab/graph/ports.ts'
import { PORT_LOOK, SHAPE_PATHS } from './port-look.ts'

/** The sign of a port type. Its name stands beside it in words. */
export function PortSign({ type, hollow }: { type: PortType; hollow?: boolean }) {
  const look = PORT_LOOK[type]
  return (
    <svg className="bench-port-sign" viewBox="-1 -1 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPE_PATHS[look.shape]} fillRule="evenodd" fill={hollow ? '#fff' : look.colour} stroke={hollow ? look.colour : '#fff'} strokeWidth={hollow ? 2 : 1} />
    </svg>
  )
}
