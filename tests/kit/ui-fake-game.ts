/** A game for looking at the overlay: state from the address, the real machine, nothing on disk. */
import { createStore } from 'zustand/vanilla'
import questFile from '../../quests/readmission-risk/quest.json' with { type: 'json' }
import sources from '../../quests/sources.json' with { type: 'json' }
import { hospital } from '../../src/core/hospital.ts'
import type { Career } from '../../src/core/log/career.ts'
import type { FactBody, Look, Stage } from '../../src/core/log/facts.ts'
import { stageOf, startQuest } from '../../src/core/quest/machine.ts'
import { STAGES } from '../../src/core/quest/stages.ts'
import { goalFigures } from '../../src/core/quest/goal-figures.ts'
import { Quest } from '../../src/core/quest/schema.ts'
import type { Solution } from '../../src/core/quest/schema.ts'
import type { Game, GameActions, GameState, QuestSession } from '../../src/ui/game.ts'
import { verdictLike } from './ui-fake-verdicts.ts'

const quest = Quest.parse(questFile)
const LOOK: Look = {
  skin: '#96613d', hair: '#3a2a25', style: 'curly', cloth: '#22a197', top: '#f8cd55', legs: '#35507a', coat: false, glasses: true, wheelchair: false,
}

export function fakeGame(asked: URLSearchParams): Game {
  const actor = startQuest(quest)
  const store = createStore<GameState>(() => startState(asked))
  const session = (part: Partial<QuestSession> = {}) => {
    const snapshot = actor.getSnapshot()
    const state = String(snapshot.value)
    const before = store.getState().session
    const first = { job: null, report: null, verdict: null, comparison: null, notice: asked.get('notice'), highlight: null }
    store.setState({ session: { ...first, ...before, quest, state, stage: stageOf(state, quest), context: snapshot.context, ...part } })
  }
  const tell = (body: Omit<FactBody, 'quest'>) => {
    actor.send(body as Parameters<typeof actor.send>[0])
    session()
  }
  const give = (solution: Solution) => {
    tell({ type: 'stage.entered', stage: 'build' } as FactBody)
    tell({ type: 'solution.submitted', solution } as FactBody)
    if (asked.get('busy') === 'verify') return session({ job: { kind: 'verify', progress: { phase: 'apply', done: 0.6 } } })
    const verdict = verdictLike(asked.get('verdict') ?? 'leak', quest)
    tell({ type: 'verdict.given', verdict } as unknown as FactBody)
    session(asked.get('reloaded') ? {} : { verdict })
  }
  const actions = fakeActions(store, asked, { tell, give, session })
  if (asked.get('screen') === 'quest') play(asked, tell, give, session)
  return { store, actions, facts: () => [] }
}

/** Walks the machine to the stage that is asked for, as a learner would. */
function play(asked: URLSearchParams, tell: (body: FactBody) => void, give: (solution: Solution) => void, session: (part?: Partial<QuestSession>) => void) {
  const wanted = (asked.get('stage') ?? 'brief') as Stage | 'offered' | 'huddle'
  session()
  if (wanted === 'offered') return
  tell({ type: 'quest.accepted' } as FactBody)
  const target = wanted === 'huddle' ? 'debrief' : wanted
  for (const stage of STAGES.slice(1, STAGES.indexOf(target) + 1)) {
    if (stage === 'build') tell({ type: 'practice.skipped' } as FactBody)
    else if (stage === 'verify') give({ graph: quest.build.start, artefacts: {} })
    else tell({ type: 'stage.entered', stage } as FactBody)
  }
  if (target === 'debrief') {
    if (wanted !== 'huddle') tell({ type: 'choice.made', state: 'ethics-huddle', choice: 'report' } as FactBody)
    if (asked.get('answered')) quest.check.forEach((_, question) => tell({ type: 'answer.submitted', question, option: question % 3 } as FactBody))
    session({ comparison: asked.get('busy') ? null : COMPARISON })
  }
}

const COMPARISON: QuestSession['comparison'] = [
  { id: 'learner', title: 'Yours', medal: 'silver', metrics: { auc: 0.695, sens: 0.412, ece: 0.03, gap: 0.012 } },
  { id: 'score.points:lace', title: 'LACE score', medal: 'none', metrics: { auc: 0.655, sens: 0.34, ece: null, gap: 0.004 } },
  { id: 'score.points:hospital', title: 'HOSPITAL score', medal: 'none', metrics: { auc: 0.668, sens: 0.362, ece: null, gap: 0.002 } },
  { id: 'reference', title: 'Reference', medal: 'gold', metrics: { auc: 0.702, sens: 0.427, ece: 0.023, gap: 0 } },
]

function startState(asked: URLSearchParams): GameState {
  const career = fakeCareer(asked.get('career') ?? 'some')
  const kind = asked.get('store') ?? 'ready'
  const screen = asked.get('screen') ?? 'title'
  return {
    ready: asked.get('ready') !== 'no',
    screen: screen === 'quest' ? { at: 'quest', quest: quest.id } : { at: screen as 'title' },
    settings: {
      effects: 0.6, ambient: 0.3, captions: true, textSize: Number(asked.get('size') ?? 1), motion: asked.get('motion') === 'reduced' ? 'reduced' : 'full',
      map: asked.get('map') !== 'off', lowPower: false, keys: { up: 'w', down: 's', left: 'a', right: 'd' },
      model: { engine: 'off', address: 'http://localhost:8080', name: '' },
    },
    reducedMotion: asked.get('motion') === 'reduced',
    store: { kind, say: STORE_SAYS[kind] ?? '', waiting: 3, key: 'old-save' } as GameState['store'],
    saved: (asked.get('saved') ?? 'saved') as GameState['saved'],
    career,
    hospital: hospital(career, [quest], { [quest.id]: 'build' }),
    quests: [{ ...quest, figures: goalFigures(quest) }],
    session: null,
    failure: asked.get('failure'),
    news: null,
    canvas: (asked.get('canvas') ?? 'on') as GameState['canvas'],
    meeting: asked.get('meeting'),
    caption: asked.get('caption'),
    update: asked.get('update') ? 'ready' : 'none',
    offline: 'ready',
    sources,
  }
}

const STORE_SAYS: Record<string, string> = {
  'memory-only': 'Your browser does not let this page keep anything, perhaps because the window is private. You can play; nothing is kept when you close it.',
  following: 'St Turing is open in another tab, which saves. This one follows along.',
  'cut-off': 'Your save is here, but the part of the game that reads it could not be fetched: the line may be down. Load the page again; nothing was changed.',
  full: 'There is no room left in this browser.',
  'set-aside': 'Your save could not be read. It was set aside, and you start from an empty one.',
}

function fakeCareer(kind: string): Career {
  const empty: Career = { player: null, startedAt: null, xp: 0, level: 1, toNextLevel: 0, medals: {}, active: [], completed: [], badges: [], journal: [], lastQuest: null }
  if (kind === 'none') return empty
  const started: Career = { ...empty, player: { name: 'Amina', look: LOOK }, startedAt: 1_790_000_000_000, xp: 90, level: 2, toNextLevel: 0.45, active: [quest.id], lastQuest: quest.id }
  if (kind === 'some') return started
  const at = Date.UTC(2026, 10, 21, 15, 20)
  return {
    ...started, xp: 420, level: 4, toNextLevel: 0.62, active: [], medals: { [quest.id]: 'gold' }, completed: [{ quest: quest.id, at, medal: 'gold' }],
    badges: [{ id: 'time-traveller', quest: quest.id, at }],
    journal: (['leak', 'silver', 'gold'] as const).map((verdict, n) => ({
      id: `device:${n}`, quest: quest.id, at: at - (3 - n) * 3_600_000, solution: { graph: n === 0 ? quest.build.start : quest.build.reference, artefacts: {} },
      verdict: verdictLike(verdict, quest), isBest: verdict !== 'leak',
    })),
  }
}

type Told = (body: Omit<FactBody, 'quest'>) => void
interface Playing { tell: Told; give(solution: Solution): void; session(part?: Partial<QuestSession>): void }

function fakeActions(store: Game['store'], asked: URLSearchParams, { tell, give, session }: Playing): GameActions {
  const set = store.setState
  const nothing = () => undefined
  return {
    go: screen => set({ screen, meeting: null }),
    startGame: (name, look) => set({ career: { ...store.getState().career, player: { name, look } }, screen: { at: 'hospital' } }),
    change: part => set({ settings: { ...store.getState().settings, ...part } }),
    meet: meeting => set({ meeting }),
    visit: nothing,
    leaveMeeting: () => set({ meeting: null }),
    zoomMap: nothing,
    textEngine: async () => null,
    openQuest: async id => {
      session()
      set({ screen: { at: 'quest', quest: id }, meeting: null })
    },
    tell: tell as GameActions['tell'],
    run: async () => session({ report: { ok: true, problems: [], nodes: [], metrics: { auc: 0.66, flagged: 0.2 }, ms: 40 } }),
    verify: async solution => give(solution),
    showVerdict: async () => session({ verdict: verdictLike(asked.get('verdict') ?? 'leak', quest) }),
    compare: async () => session({ comparison: COMPARISON }),
    stop: nothing,
    leaveQuest: () => set({ screen: { at: 'hospital' }, session: null }),
    reopen: async (id, solution) => {
      session()
      tell({ type: 'solution.reopened', solution, beside: null } as FactBody)
      set({ screen: { at: 'quest', quest: id } })
    },
    play: nothing,
    exportSave: async () => undefined,
    importSave: async text => {
      if (!text.includes('facts')) throw new Error('This file is not a save from St Turing. Choose one that you exported from Settings.')
      return 'The save of Amina was taken in: 3 verdicts, level 4.'
    },
    newGame: async () => set({ screen: { at: 'player' } }),
    setAside: async () => [
      { key: 'old-save', at: Date.UTC(2026, 10, 20), text: 'x'.repeat(5000), player: 'Grace', why: 'replaced' },
      { key: 'older-save', at: Date.UTC(2026, 10, 2), text: 'x'.repeat(90_000), player: null, why: 'newer' },
    ],
    forgetAside: async () => undefined,
    openAside: async () => 'The save of Grace, level 3, is open.',
    download: nothing,
    takeOver: async () => undefined,
    erase: async () => undefined,
    applyUpdate: nothing,
    reload: nothing,
  }
}

