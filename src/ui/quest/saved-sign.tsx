import { Icon } from '../../kit/icon.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { useGame } from '../game.ts'
import { saving } from '../words/en.ts'

const ICONS: Record<keyof typeof saving, IconName> = { saved: 'check', saving: 'save', waiting: 'warning' }

/** Says "Saved" only when it is on disk. */
export function SavedSign() {
  const saved = useGame(state => state.saved)
  return (
    <output className={`saved saved-${saved}`} data-saved={saved}>
      <Icon name={ICONS[saved]} size={1} />
      {saving[saved]}
    </output>
  )
}
