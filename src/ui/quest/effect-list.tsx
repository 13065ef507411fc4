import { medalRank } from '../../core/quest/stages.ts'
import type { Effect, Medal, Quest } from '../../core/quest/schema.ts'
import { DEPARTMENTS, STAFF } from '../../core/staff.ts'
import { Icon } from '../../kit/icon.tsx'
import { useGame } from '../game.ts'
import { effects as words } from '../words/en-quest.ts'
import { common } from '../words/en.ts'

/** What the hospital does in answer: what is won, and what a better medal would bring. */
export function EffectList({ quest, best }: { quest: Quest; best: Medal }) {
  const stats = useGame(state => state.hospital.stats)
  const label = (id: string) => (Object.hasOwn(stats, id) ? stats[id] : undefined)
  return (
    <ul className="effects">
      {quest.effects.map(effect => {
        const won = medalRank(best) >= medalRank(effect.on)
        return (
          <li key={`${effect.on} ${effect.do} ${effect.target}`} className={won ? 'effect effect-won' : 'effect'}>
            <Icon name={won ? 'check' : 'lock'} size={1.125} />
            <span>
              {effectWords(effect, label(effect.target), quest.npc)}
              {!won && <small> {words.notYet(common.medalShort[effect.on])}</small>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const KNOWN: Record<string, unknown> = words

/** An effect as a sentence; one without words of its own says whom or what it touches, by the name they have in the quest or the house. */
export function effectWords(effect: Effect, stat: { label: string; unit: string } | undefined, npc?: { id: string; name: string }): string {
  if (effect.do === 'stat') {
    const delta = effect.delta ?? 0
    return words.stat(stat?.label ?? effect.target, `${delta > 0 ? '+' : '−'}${Math.abs(delta)} ${stat?.unit === '%' ? `${words.points}${words.outOf[effect.target] ?? ''}` : (stat?.unit ?? '')}`.trim())
  }
  const sentence = Object.hasOwn(KNOWN, `${effect.do}:${effect.target}`) ? KNOWN[`${effect.do}:${effect.target}`] : undefined
  if (typeof sentence === 'string') return sentence
  const name = [...(npc ? [npc] : []), ...DEPARTMENTS, ...STAFF].find(({ id }) => id === effect.target)?.name ?? effect.target.replaceAll(/[-.]/g, ' ')
  return effect.do === 'light' || effect.do === 'npc' || effect.do === 'unlock' ? words[effect.do](name) : name
}
