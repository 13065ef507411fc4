import type { Json } from '../../core/quest/schema.ts'
import { IconArrayExplorer } from '../../kit/charts/icon-array-explorer.tsx'
import { Note } from '../../kit/note.tsx'
import { BackedOrTrue } from '../../kit/widgets/backed-or-true.tsx'
import { DriftOrFault } from '../../kit/widgets/drift-or-fault.tsx'
import { FirstMatch } from '../../kit/widgets/first-match.tsx'
import { MovedDates } from '../../kit/widgets/moved-dates.tsx'
import { ScreeningDial } from '../../kit/widgets/screening-dial.tsx'
import { SharedChairs } from '../../kit/widgets/shared-chairs.tsx'
import { UpdateSigns } from '../../kit/widgets/update-signs.tsx'
import { learn } from '../words/en-quest.ts'

interface LearnWidgetProps {
  id: string
  params: Record<string, Json>
}

/** Something to drag on a card, by its name in the quest file. */
export function LearnWidget({ id, params }: LearnWidgetProps) {
  if (id === 'icon-array') return <div className="learn-widget"><IconArrayExplorer {...numbersOf(params, ['n', 'rate', 'capacity', 'sensitivity'])} /></div>
  if (id === 'backed-or-true') return <div className="learn-widget"><BackedOrTrue params={params} /></div>
  if (id === 'drift-or-fault') return <div className="learn-widget"><DriftOrFault {...numbersOf(params, ['people', 'tool'])} /></div>
  if (id === 'first-match') return <div className="learn-widget"><FirstMatch params={params} /></div>
  if (id === 'moved-dates') return <div className="learn-widget"><MovedDates /></div>
  if (id === 'screening-dial') return <div className="learn-widget"><ScreeningDial {...numbersOf(params, ['n', 'rate', 'cut'])} /></div>
  if (id === 'shared-chairs') return <div className="learn-widget"><SharedChairs {...numbersOf(params, ['booked', 'away'])} /></div>
  if (id === 'update-signs') return <div className="learn-widget"><UpdateSigns /></div>
  return <Note tone="warning">{learn.unknownWidget(id)}</Note>
}

/** The named parameters that are finite numbers; anything else falls back to the widget's own start. */
export function numbersOf<Name extends string>(params: Record<string, Json>, names: readonly Name[]): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {}
  for (const name of names) {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (typeof value === 'number' && Number.isFinite(value)) found[name] = value
  }
  return found
}
