import { useEffect, useState } from 'react'
import type { Source } from '../game.ts'
import { useGame } from '../game.ts'

type Register = Record<string, Source>

/** The register of sources: the game's own when it brings one, else the house's, fetched once it is first needed. */
export function useSources(): Register | undefined {
  const given = useGame(state => state.sources)
  const [house, setHouse] = useState<Register>()
  const needed = given === undefined
  useEffect(() => {
    if (!needed) return
    let here = true
    import('../../../quests/sources.json').then(file => here && setHouse(file.default), () => undefined)
    return () => {
      here = false
    }
  }, [needed])
  return given ?? house
}
