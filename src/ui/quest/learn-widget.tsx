import type { ReactNode } from 'react'
import type { Widget } from '../../core/quest/widgets.ts'
import { IconArrayExplorer } from '../../kit/charts/icon-array-explorer.tsx'
import { BackedOrTrue } from '../../kit/widgets/backed-or-true.tsx'
import { DriftOrFault } from '../../kit/widgets/drift-or-fault.tsx'
import { FirstMatch } from '../../kit/widgets/first-match.tsx'
import { MovedDates } from '../../kit/widgets/moved-dates.tsx'
import { ScreeningDial } from '../../kit/widgets/screening-dial.tsx'
import { SharedChairs } from '../../kit/widgets/shared-chairs.tsx'
import { UpdateSigns } from '../../kit/widgets/update-signs.tsx'

/** Something to drag on a card, by its name in the quest file. */
export function LearnWidget({ widget }: { widget: Widget }) {
  return <div className="learn-widget">{drawn(widget)}</div>
}

function drawn(widget: Widget): ReactNode {
  switch (widget.id) {
    case 'icon-array': return <IconArrayExplorer {...widget.params} />
    case 'backed-or-true': return <BackedOrTrue {...widget.params} />
    case 'drift-or-fault': return <DriftOrFault {...widget.params} />
    case 'first-match': return <FirstMatch {...widget.params} />
    case 'moved-dates': return <MovedDates />
    case 'screening-dial': return <ScreeningDial {...widget.params} />
    case 'shared-chairs': return <SharedChairs {...widget.params} />
    case 'update-signs': return <UpdateSigns />
  }
}
