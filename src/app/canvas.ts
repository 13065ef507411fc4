/** The painted hospital as a guest: fetched when it is first wanted, asleep when it is covered, missing without harm. */
import type { Hospital } from '../core/hospital.ts'
import type { Look } from '../core/log/facts.ts'
import type { PlayerSheet, StageEvent } from '../core/ports.ts'
import type { StartedStage } from '../../scenes/hospital/stage.ts'
import type { GameState, Settings } from '../ui/game.ts'
import type { Flags } from './flags.ts'

export interface CanvasView {
  /** On the screen and not covered. */
  awake: boolean
  /** Soon to be on the screen: it may be made ready behind the one that is shown. */
  coming: boolean
  hospital: Hospital
  look: Look | null
  reduced: boolean
  settings: Settings
}

export interface Canvas {
  /** Fetch the code and pictures without showing them. */
  fetch(): void
  show(view: CanvasView): void
  /** False when the map cannot bring the player there: not painted, or no such person or place on it. */
  walkToPerson(person: string): boolean
  walkToDepartment(department: string): boolean
  zoom(step: 1 | -1 | 0): void
}

export interface CanvasParts {
  parent: HTMLElement
  flags: Flags
  onEvent(event: StageEvent): void
  onState(state: GameState['canvas']): void
}

export function hospitalCanvas({ parent, flags, onEvent, onState }: CanvasParts): Canvas {
  let stage: StartedStage | null = null
  let starting: Promise<void> | null = null
  let failed = false
  let latest: CanvasView | null = null
  let wearing: Look | null = null
  let dressing: Promise<void> = Promise.resolve()
  let noted: StartedStage | null = null

  const apply = () => {
    if (!stage || !latest) return
    stage.motion(latest.reduced)
    stage.keys(latest.settings.keys)
    stage.show(latest.hospital)
    if (latest.look && latest.look !== wearing) dressing = dress(stage, latest.look)
    // Nobody should see themselves come in as somebody else.
    if (latest.awake && !document.hidden) void dressing.then(wake)
    else stage.sleep(true)
  }
  /** First as they stand; how they walk is drawn once they are seen. */
  const dress = async (started: StartedStage, look: Look) => {
    wearing = look
    const sheet = await sheetOf(look, 'standing')
    if (sheet) await started.player(sheet)
    void teachToWalk(started, look)
  }
  const teachToWalk = async (started: StartedStage, look: Look) => {
    await started.nextFrame()
    if (stage !== started || wearing !== look) return
    const sheet = await sheetOf(look, 'all')
    if (sheet && wearing === look) await started.player(sheet)
  }
  const wake = () => {
    if (!stage || !latest?.awake || document.hidden) return
    stage.sleep(false)
    noteTheFirstStep(stage)
  }
  /** The player stands in the nearest rooms and is seen; the rest fills in by itself. */
  const noteTheFirstStep = (started: StartedStage) => {
    if (noted === started) return
    noted = started
    void started.nextFrame().then(() => {
      if (stage !== started) return
      performance.mark('first-walkable')
      onState('on')
    })
  }
  const start = async () => {
    onState('loading')
    try {
      const look = latest?.look ?? null
      const [{ startStage }, player] = await Promise.all([code(), look ? sheetOf(look, 'standing') : undefined])
      const started = await startStage(parent, {
        player,
        lowPower: flags.lowPower || latest?.settings.lowPower === true,
        walkers: flags.walkers,
        debug: flags.debug,
        reducedMotion: latest?.reduced === true,
        keys: latest?.settings.keys,
        behind: latest?.awake !== true,
      })
      stage = started
      wearing = look
      if (look) void teachToWalk(started, look)
      started.onEvent(onEvent)
      onState('ready')
      apply()
    } catch (error) {
      failed = true
      console.warn('The map cannot be painted here; the list beside it plays everything.', error)
      onState('missing')
    }
  }
  document.addEventListener('visibilitychange', apply)

  return {
    fetch() {
      if (!failed) void code().catch(() => { /* asked again when it is shown */ })
    },
    show(view) {
      latest = view
      if (!view.settings.map || flags.mapOff) {
        stage?.destroy()
        stage = null
        starting = null
        wearing = null
        onState('off')
        return
      }
      if ((view.awake || view.coming) && !failed) starting ??= start()
      apply()
    },
    walkToPerson: (person) => stage?.walkToPerson(person) === true,
    walkToDepartment: (department) => stage?.walkToDepartment(department) === true,
    zoom: (step) => stage?.zoom(step),
  }
}

const code = () => import('../../scenes/hospital/stage.ts')

/** A look that cannot be drawn leaves the player as they are: walking matters more. */
async function sheetOf(look: Look, part: 'standing' | 'all'): Promise<PlayerSheet | undefined> {
  try {
    const { playerSheet } = await import('./player-sheet.ts')
    return playerSheet(look, part)
  } catch (error) {
    console.warn('The player could not be drawn in their own look.', error)
    return undefined
  }
}
