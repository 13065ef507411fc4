/** The game of `ui/game.ts` made real: one store, and actions that tell the log, the judge, the map and the browser. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { hospital } from '../core/hospital.ts'
import type { Fact } from '../core/log/facts.ts'
import { career, type QuestForCareer } from '../core/log/folds.ts'
import type { Clock, FactStore, Judge, Sound, StageEvent } from '../core/ports.ts'
import type { TextEngine, TextEngineChoice } from '../core/text-engine.ts'
import { download } from '../kit/download.ts'
import type { CardSource } from '../platform/quest-source.ts'
import type { SettingsStore } from '../platform/settings.ts'
import { type Game, type GameActions, type GameState, isReadOnly, type QuestSession, type QuestTelling, type Screen, type Settings } from '../ui/game.ts'
import type { Canvas, CanvasParts } from './canvas.ts'
import { type Log, openLog } from './log.ts'
import { firstSight } from './first-sight.ts'
import type { Motion } from './motion.ts'
import type { Navigation } from './navigation.ts'
import { type Route, sameScreen } from './routes.ts'
import type { SaveParts } from './save-actions.ts'
import type { Session } from './session.ts'
import { stagesReached } from './stages.ts'
import { startState } from './state.ts'
import type { UpdateParts, Updates } from './updates.ts'

export interface GameParts {
  store: FactStore
  judge: Judge
  source: CardSource
  sound: Sound
  clock: Clock
  motion: Motion
  navigation: Navigation
  settings: SettingsStore<Settings>
  textEngine(choice: TextEngineChoice): Promise<TextEngine | null>
  quests: GameState['quests']
  /** The quest that the page was opened for: a new player is asked for a name and led to it. */
  ownQuest?: string | undefined
  /** What points and badges are counted from. */
  tallies: readonly QuestForCareer[]
  canvas(hooks: Pick<CanvasParts, 'onEvent' | 'onState'>): Canvas
  updates(hooks: UpdateParts): Promise<Updates>
}

export interface RunningGame extends Game {
  /** Read the save and show the screen that the address asks for. */
  start(): Promise<void>
  /** Hand everything that waits to the disk: the page may be closed any moment. */
  flush(): void
  /** What is seen first is there; whatever is only heard, or needed later, may be fetched now. */
  seen: Promise<void>
}

const SAY_FOLLOWER = 'Another tab is playing this save. Choose "Play in this tab" to go on in this one.'
/** What a page notes by itself while it is looked at: no hand of the learner's is in it. */
const NOTED_ALONG: ReadonlySet<QuestTelling['type']> = new Set(['card.read', 'step.passed', 'inspector.opened'])

export function createGame(parts: GameParts): RunningGame {
  const { store, judge, source, sound, clock, motion, navigation, quests, tallies } = parts
  const settings = parts.settings.read()
  const state: StoreApi<GameState> = createStore(() => startState(settings, quests, motion.reduced(settings.motion)))
  const set = state.setState
  const get = state.getState
  let log: Log | null = null
  let session: Session | null = null
  /** Number of the latest request to open a quest: an older one that arrives late is dropped. */
  let opening = 0
  let updates: Updates | null = null

  const mayWrite = () => !isReadOnly(get().store)
  const whyNot = () => {
    const { store: now } = get()
    return now.kind === 'cut-off' ? now.say : SAY_FOLLOWER
  }
  /** Something was tried in a tab that follows: its notice says once more why nothing came of it, also when it was hidden. */
  const remind = () => set({ store: { ...get().store } })
  const record: Log['record'] = (bodies) => {
    if (!mayWrite()) remind()
    else log?.record(bodies)
  }

  // What the log says, folded again whenever it grows.
  let folded: readonly Fact[] | null = null
  const savedNow = (): GameState['saved'] => {
    const saved = log?.saved() ?? 'saved'
    return saved === 'saved' && session?.unwritten() ? 'saving' : saved
  }
  const onLog = () => {
    const saved = savedNow()
    const facts = log?.facts() ?? []
    if (facts === folded) {
      set({ saved })
      return
    }
    folded = facts
    const now = career(facts, tallies)
    set({ saved, career: now, hospital: hospital(now, quests, stagesReached(facts)) })
  }

  const canvas = parts.canvas({
    onState: (next) => { if (get().canvas !== next) set({ canvas: next }) },
    onEvent(event: StageEvent) {
      if (event.type === 'person.reached') set({ meeting: event.person })
      else if (event.type === 'department.entered') visited(event.department)
      else if (event.type === 'sound.made') sound.play(event.sound)
    },
  })
  const paint = (now: GameState) => {
    const onMap = now.screen.at === 'hospital'
    canvas.show({
      awake: now.ready && onMap, coming: now.ready && now.screen.at === 'player', hospital: now.hospital,
      look: now.career.player?.look ?? null, reduced: now.reducedMotion, settings: now.settings,
    })
    sound.ambient(now.ready && onMap)
  }
  state.subscribe((now, before) => {
    const changed = now.screen !== before.screen || now.hospital !== before.hospital || now.settings !== before.settings
      || now.ready !== before.ready || now.reducedMotion !== before.reducedMotion || now.career.player !== before.career.player
    if (changed) paint(now)
  })

  /** The first time somewhere is a fact; walking through again is not. */
  const visited = (place: string) => {
    const known = log?.facts().some((fact) => fact.type === 'place.visited' && fact.place === place)
    if (!known && mayWrite()) record([{ type: 'place.visited', place }])
  }

  const show = (screen: Screen) => {
    if (!sameScreen(get().screen, screen)) set({ screen, meeting: null, news: null })
  }
  /** Without a player there is nobody to walk, to keep a journal or to be certified. */
  const allowed = (screen: Screen): Screen => {
    if (screen.at === 'title' || screen.at === 'player' || get().career.player) return screen
    return { at: screen.at === 'quest' && screen.quest === parts.ownQuest ? 'player' : 'title' }
  }

  const putAway = () => {
    if (!session) return
    const last = session
    session = null
    last.tell({ type: 'quest.left' })
    last.close()
    set({ session: null })
  }
  const onSession = (next: QuestSession) => {
    const before = get().session
    set({ session: next, saved: savedNow() })
    if (get().screen.at === 'quest' && before && before.stage !== next.stage) navigation.write(routeOfQuest(next))
  }
  const openQuest = async (id: string, stage?: QuestSession['stage']): Promise<void> => {
    const mine = ++opening
    if (session?.quest.id !== id) putAway()
    show({ at: 'quest', quest: id })
    if (!session) {
      set({ failure: null })
      try {
        const [{ openSession }, quest] = await Promise.all([import('./session.ts'), source.load(id)])
        if (mine !== opening || !log) return
        const facts = log.facts()
        judge.warm()
        session = openSession({ quest, facts, judge, record: (bodies) => record(bodies), show: onSession, play: (name) => sound.play(name), mayWrite })
        const lastOfQuest = facts.findLast((fact) => 'quest' in fact && fact.quest === id)
        if (lastOfQuest?.type === 'quest.left') session.tell({ type: 'quest.resumed' })
        set({ session: session.current() })
      } catch (error) {
        if (mine !== opening) return
        set({ failure: error instanceof Error ? error.message : String(error) })
        navigate({ screen: { at: 'hospital' } }, true)
        return
      }
    }
    if (stage && stage !== session.current().stage) session.tell({ type: 'stage.entered', stage })
    navigation.write(routeOfQuest(session.current()), true)
  }

  /** Show what a route asks for, as far as the save allows it. */
  const arrive = (route: Route) => {
    const screen = allowed(route.screen)
    if (screen.at === 'quest') {
      void openQuest(screen.quest, route.stage)
      return
    }
    opening++
    putAway()
    show(screen)
    if (!sameScreen(screen, route.screen)) navigation.write({ screen }, true)
  }
  const navigate = (route: Route, replace = false) => {
    navigation.write(route, replace)
    arrive(route)
  }
  const flush = () => session?.flush()

  /** What was told here did not get into the log: stand again where the log says. */
  const onRefused = (why: string) => {
    set({ failure: why })
    const id = session?.quest.id
    session?.close()
    session = null
    if (id && get().screen.at === 'quest') void openQuest(id)
  }
  const onStore = (next: GameState['store']) => {
    set({ store: next })
    if (!isReadOnly(next)) {
      session?.takeUp()
      return
    }
    session?.stop()
    // The pen was taken before the last change could be written: what is shown is what the other tab has.
    if (session?.unwritten()) onRefused(whyNot())
  }

  const saves = () => import('./save-actions.ts')
  const keeping: SaveParts = {
    store, clock,
    log: () => log,
    flush,
    putAway,
    refuse: () => (mayWrite() ? null : whyNot()),
    player() {
      const { player, level } = get().career
      return player && { name: player.name, level }
    },
    keeps: () => get().store.kind !== 'memory-only',
    goTo(screen, news) {
      const gone = !sameScreen(get().screen, screen)
      navigate({ screen })
      // Where the screen stays, the dialog in which this was asked for is still there to say it.
      if (gone && news !== undefined) set({ news: { say: news } })
    },
  }

  const actions: GameActions = {
    go: (screen) => navigate({ screen }),
    startGame(name, look) {
      const first = get().career.startedAt === null
      record([{ type: 'player.named', name, look }, ...(first ? [{ type: 'game.started' } as const] : [])])
      navigate({ screen: first && parts.ownQuest ? { at: 'quest', quest: parts.ownQuest } : { at: 'hospital' } })
    },
    change(wanted) {
      const next = { ...get().settings, ...wanted }
      parts.settings.write(next)
      sound.settings(next)
      set({ settings: next, reducedMotion: motion.reduced(next.motion) })
    },
    meet(person) {
      if (get().canvas !== 'on' || !canvas.walkToPerson(person)) set({ meeting: person })
    },
    visit(department) {
      if (get().canvas !== 'on' || !canvas.walkToDepartment(department)) visited(department)
    },
    leaveMeeting: () => set({ meeting: null }),
    zoomMap: (step) => canvas.zoom(step),
    async openQuest(id) {
      navigation.write({ screen: { at: 'quest', quest: id } })
      await openQuest(id)
    },
    tell(body) {
      if (!mayWrite() && !NOTED_ALONG.has(body.type)) remind()
      else session?.tell(body)
    },
    run: async (solution, which) => (mayWrite() ? session?.run(solution, which) : remind()),
    verify: async (solution) => session?.verify(solution),
    showVerdict: async (solution) => session?.showVerdict(solution),
    compare: async () => session?.compare(),
    stop: () => session?.stop(),
    leaveQuest: () => navigate({ screen: { at: 'hospital' } }),
    async reopen(id, solution) {
      if (!mayWrite()) return remind()
      await actions.openQuest(id)
      session?.tell({ type: 'stage.entered', stage: 'build' })
      const judged = get().career.journal.filter((entry) => entry.quest === id).map((entry) => entry.solution)
      session?.reopen(solution, judged)
    },
    textEngine: () => parts.textEngine(get().settings.model),
    play: (name) => sound.play(name),
    exportSave: async () => (await saves()).exportSave(keeping),
    importSave: async (text) => (await saves()).importSave(keeping, text),
    forgetAside: (key) => store.forgetAside(key),
    openAside: async (key) => (await saves()).openAside(keeping, key),
    newGame: async () => (await saves()).newGame(keeping),
    setAside: () => store.setAside(),
    download: (name, text) => download(name, text),
    async takeOver() {
      await store.takeOver()
    },
    erase: async () => (await saves()).erase(keeping),
    applyUpdate: () => updates?.apply(),
    reload: () => location.reload(),
  }

  const seen = firstSight(state)
  const listenForUpdates = async () => {
    updates = await parts.updates({
      onOffline: (offline) => set({ offline }),
      onUpdate: () => set({ update: 'ready' }),
      async beforeReload() {
        flush()
        await log?.settled()
        return savedNow() === 'saved'
      },
    })
  }

  let captionTimer: ReturnType<typeof setTimeout> | undefined
  sound.onCaption((caption) => {
    if (!get().settings.captions) return
    clearTimeout(captionTimer)
    set({ caption })
    captionTimer = setTimeout(() => set({ caption: null }), 2500)
  })
  sound.settings(settings)
  motion.onChange(() => set({ reducedMotion: motion.reduced(get().settings.motion) }))
  navigation.onTravel(arrive)

  return {
    store: state,
    actions,
    facts: () => log?.facts() ?? [],
    flush,
    seen,
    async start() {
      const { facts, state: found } = await store.load()
      // `failure` says what could not be fetched; the store says what that means.
      set({ store: found, ...(found.kind === 'cut-off' ? { failure: null } : {}) })
      // Nothing is shown as if it were the save, and nothing is written, until the page is loaded again.
      if (found.kind === 'cut-off') return
      log = openLog({ store, clock, facts, keeps: found.kind !== 'memory-only', onChange: onLog, onRefused })
      store.onState(onStore)
      store.onForeign((news) => session?.hear(news))
      onLog()
      set({ ready: true })
      requestAnimationFrame(() => performance.mark('title-usable'))
      arrive(navigation.here())
      // While the title is read, the map's code arrives.
      if (get().settings.map) setTimeout(() => canvas.fetch(), 200)
      // The copy for playing offline is fetched once the first sight no longer waits for the line.
      void seen.then(listenForUpdates)
    },
  }
}

function routeOfQuest(session: QuestSession): Route {
  return { screen: { at: 'quest', quest: session.quest.id }, stage: session.stage }
}
