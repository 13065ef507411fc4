import { beforeEach, expect, test, vi } from 'vitest'
import type { Fact, FactBody } from '../core/log/facts.ts'
import type { Aside, FactStore, Judge, StoreState } from '../core/ports.ts'
import { sampleQuest, sampleSolution } from '../core/quest/quest.fixture.ts'
import { asideOf } from '../core/save/aside.ts'
import { writeSave } from '../core/save/document.ts'
import type { Settings } from '../ui/game.ts'
import type { CanvasView } from './canvas.ts'
import { createGame, type RunningGame } from './game.ts'
import { hashOf, routeOf } from './routes.ts'
import { DEFAULT_SETTINGS } from './state.ts'
import type { UpdateParts } from './updates.ts'

vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run))

const quest = sampleQuest()
const look = { skin: '#a06a45', hair: '#2b211e', style: 'short', cloth: '#3d5a80', top: '#1f6fb5', legs: '#31425c', coat: false, glasses: false, wheelchair: false } as const
const named: FactBody = { type: 'player.named', name: 'Ada', look }
const accepted: FactBody = { type: 'quest.accepted', quest: quest.id }

/** A trainer's own person, or their own room: in the list, but not painted. */
const OFF_THE_MAP = 'zoe-brandt'

/** A disk, an address bar and a map, all in the hand of the test. */
function world(before: FactBody[] = [], start = '#/', ownQuest?: string) {
  const disk: Fact[] = []
  const asides: Aside[] = []
  const stamp = (body: FactBody) => ({ ...body, deviceId: 'd', seq: disk.length + 1, at: disk.length + 1 }) as Fact
  for (const body of before) disk.push(stamp(body))
  const foreign: ((facts: Fact[]) => void)[] = []
  const states: ((state: StoreState) => void)[] = []
  const found: { state: StoreState } = { state: { kind: 'ready' } }
  const store: FactStore = {
    load: async () => ({ facts: [...disk], state: found.state }),
    async append(bodies) {
      return bodies.map((body) => {
        const fact = stamp(body)
        disk.push(fact)
        return fact
      })
    },
    onForeign: (listener) => (foreign.push(listener), () => {}),
    onState: (listener) => (states.push(listener), () => {}),
    async replace(facts, taken) {
      const aside = asideOf({ version: 1, deviceId: 'd', facts: disk.splice(0, disk.length, ...facts) }, 'replaced', asides.length)
      asides.splice(0, asides.length, ...asides.filter(({ key }) => key !== taken), aside)
      return aside.key
    },
    setAside: async () => [...asides],
    forgetAside: async (key) => void asides.splice(0, asides.length, ...asides.filter((save) => save.key !== key)),
    takeOver: async () => {},
    erase: async () => void disk.splice(0),
  }
  const pages = [start]
  let travel: (route: ReturnType<typeof routeOf>) => void = () => {}
  const views: CanvasView[] = []
  const walks: string[] = []
  const heard: string[] = []
  let event: Parameters<Parameters<typeof createGame>[0]['canvas']>[0] | null = null
  const judge: Judge = { run: () => new Promise(() => {}), verify: () => new Promise(() => {}), read: () => new Promise(() => {}), warm() {} }
  let kept: Settings = DEFAULT_SETTINGS
  let updates: UpdateParts | null = null
  const game = createGame({
    store, judge,
    source: { list: async () => [quest], load: async (id) => (id === quest.id ? quest : Promise.reject(new Error(`There is no quest called "${id}".`))) },
    sound: { play: (name) => void heard.push(name), ambient() {}, settings() {}, onCaption: () => () => {} },
    clock: { now: () => 1_700_000_000_000 },
    motion: { reduced: (setting) => setting === 'reduced', onChange: () => () => {} },
    navigation: {
      here: () => routeOf(pages.at(-1) ?? ''),
      write: (route, replace) => {
        const hash = hashOf(route)
        if (hash === pages.at(-1)) return
        if (replace) pages.pop()
        pages.push(hash)
      },
      onTravel: (listener) => { travel = listener },
    },
    settings: { read: () => kept, write: (next) => { kept = next } },
    textEngine: async () => null,
    quests: [quest],
    ownQuest,
    tallies: [quest],
    canvas(hooks) {
      event = hooks
      return {
        fetch() {}, zoom() {}, show: (view) => void views.push(view),
        walkToPerson: (person) => (walks.push(person), person !== OFF_THE_MAP), walkToDepartment: (department) => department !== OFF_THE_MAP,
      }
    },
    async updates(hooks) {
      updates = hooks
      return { apply() {} }
    },
  })
  return {
    game, disk, asides, views, walks, heard, pages, found,
    back: () => { pages.pop(); travel(routeOf(pages.at(-1) ?? '')) },
    type: (hash: string) => { pages.push(hash); travel(routeOf(hash)) },
    hear: (body: FactBody) => { const fact = stamp(body); disk.push(fact); for (const listener of foreign) listener([fact]) },
    become: (state: StoreState) => { for (const listener of states) listener(state) },
    map: () => event!,
    settings: () => kept,
    updates: () => updates,
  }
}

const at = (game: RunningGame) => hashOf({ screen: game.store.getState().screen })
const types = (facts: readonly Fact[]) => facts.map(({ type }) => type)
let open: ReturnType<typeof world>
beforeEach(() => { open = world() })

test('a first visit stands at the title; a new player walks into the hospital and is kept', async () => {
  const { game, disk, pages } = open
  await game.start()
  expect([game.store.getState().ready, at(game)]).toEqual([true, '#/'])
  game.actions.startGame('Ada', look)
  expect([at(game), pages.at(-1), game.store.getState().career.player?.name]).toEqual(['#/hospital', '#/hospital', 'Ada'])
  await vi.waitFor(() => expect(types(disk)).toEqual(['player.named', 'game.started']))
  expect(game.store.getState().saved).toBe('saved')
})

test.each(['#/hospital', '#/journal', '#/certificate', `#/quest/${quest.id}`])('without a player the link %s leads to the title', async (link) => {
  const { game, pages } = world([], link)
  await game.start()
  expect([at(game), pages.at(-1)]).toEqual(['#/', '#/'])
})

test('a page opened for a quest asks a new player for a name and goes on to the quest; a known one is there at once', async () => {
  const { game, pages, disk } = world([], `#/quest/${quest.id}`, quest.id)
  await game.start()
  expect([at(game), pages.at(-1)]).toEqual(['#/player', '#/player'])
  game.actions.startGame('Ada', look)
  await vi.waitFor(() => expect(game.store.getState().session?.quest.id).toBe(quest.id))
  expect(at(game)).toBe(`#/quest/${quest.id}`)
  expect(types(disk)).toEqual(['player.named', 'game.started'])
  game.actions.startGame('Ada L.', look)
  expect(at(game)).toBe('#/hospital')

  const known = world([named], `#/quest/${quest.id}`, quest.id)
  await known.game.start()
  await vi.waitFor(() => expect(known.game.store.getState().session?.quest.id).toBe(quest.id))
  const other = world([], '#/quest/another-quest', quest.id)
  await other.game.start()
  expect(at(other.game)).toBe('#/')
})

test('a link into a quest opens it at the step where the facts left it', async () => {
  const { game, pages } = world([named, accepted, { type: 'stage.entered', quest: quest.id, stage: 'learn' }, { type: 'card.read', quest: quest.id, card: 0 }], `#/quest/${quest.id}`)
  await game.start()
  await vi.waitFor(() => expect(game.store.getState().session?.stage).toBe('learn'))
  expect(game.store.getState().session?.context.cardsRead).toEqual([0])
  expect(pages.at(-1)).toBe(`#/quest/${quest.id}/learn`)
})

test('Back leads through the stages and out of the quest, which is put away and taken up again', async () => {
  const { game, disk, back, pages } = world([named], '#/hospital')
  await game.start()
  await game.actions.openQuest(quest.id)
  game.actions.tell({ type: 'quest.accepted' })
  game.actions.tell({ type: 'stage.entered', stage: 'learn' })
  expect(pages).toEqual(['#/hospital', `#/quest/${quest.id}/brief`, `#/quest/${quest.id}/learn`])
  back()
  await vi.waitFor(() => expect(game.store.getState().session?.stage).toBe('brief'))
  back()
  expect([at(game), game.store.getState().session]).toEqual(['#/hospital', null])
  await vi.waitFor(() => expect(types(disk).at(-1)).toBe('quest.left'))
  await game.actions.openQuest(quest.id)
  await vi.waitFor(() => expect(types(disk).at(-1)).toBe('quest.resumed'))
})

test('a stage typed into the address bar that was not reached leaves the quest where it stands', async () => {
  const { game, type, pages } = world([named, accepted], '#/hospital')
  await game.start()
  await game.actions.openQuest(quest.id)
  type(`#/quest/${quest.id}/debrief`)
  await vi.waitFor(() => expect(pages.at(-1)).toBe(`#/quest/${quest.id}/brief`))
  expect(game.store.getState().session?.state).toBe('brief')
})

test('a quest that cannot be opened says why, in the hospital', async () => {
  const { game } = world([named], '#/quest/no-such-quest')
  await game.start()
  await vi.waitFor(() => expect(game.store.getState().failure).toContain('no quest called'))
  expect(at(game)).toBe('#/hospital')
})

test('the map sleeps while anything covers it', async () => {
  const { game, views } = world([named], '#/hospital')
  await game.start()
  expect(views.at(-1)?.awake).toBe(true)
  await game.actions.openQuest(quest.id)
  expect(views.at(-1)?.awake).toBe(false)
})

test('with the map one walks up to people; without it one speaks to them at once', async () => {
  const { game, walks, map } = world([named], '#/hospital')
  await game.start()
  game.actions.meet('joan-malik')
  expect([walks, game.store.getState().meeting]).toEqual([[], 'joan-malik'])
  map().onState('on')
  game.actions.meet('sam-okafor')
  expect(walks).toEqual(['sam-okafor'])
  map().onEvent({ type: 'person.reached', person: 'sam-okafor' })
  expect(game.store.getState().meeting).toBe('sam-okafor')
})

test('with the map on, whoever is not on it is spoken to at once, and a place not on it is visited at once', async () => {
  const { game, disk, map } = world([named], '#/hospital')
  await game.start()
  map().onState('on')
  game.actions.meet(OFF_THE_MAP)
  expect(game.store.getState().meeting).toBe(OFF_THE_MAP)
  game.actions.visit(OFF_THE_MAP)
  await vi.waitFor(() => expect(disk.at(-1)).toMatchObject({ type: 'place.visited', place: OFF_THE_MAP }))
})

test('what the floor hears of a walk is played', async () => {
  const { game, heard, map } = world([named], '#/hospital')
  await game.start()
  for (const sound of ['step1', 'door'] as const) map().onEvent({ type: 'sound.made', sound })
  expect(heard).toEqual(['step1', 'door'])
})

test('walking through a place again is no new fact', async () => {
  const { game, disk, map } = world([named], '#/hospital')
  await game.start()
  for (const department of ['garden', 'street', 'garden', 'garden']) map().onEvent({ type: 'department.entered', department })
  await vi.waitFor(() => expect(disk.flatMap((fact) => (fact.type === 'place.visited' ? [fact.place] : []))).toEqual(['garden', 'street']))
})

test('a tab that follows shows what happens elsewhere and writes nothing', async () => {
  const { game, disk, found, hear } = world([named, accepted], `#/quest/${quest.id}`)
  found.state = { kind: 'following', say: 'another tab' }
  await game.start()
  await vi.waitFor(() => expect(game.store.getState().session?.stage).toBe('brief'))
  game.actions.tell({ type: 'stage.entered', stage: 'learn' })
  expect(game.store.getState().session?.stage).toBe('brief')
  hear({ type: 'stage.entered', quest: quest.id, stage: 'learn' })
  expect(game.store.getState().session?.stage).toBe('learn')
  game.actions.startGame('Eve', look)
  expect(disk.filter(({ type }) => type === 'player.named')).toHaveLength(1)
})

test('a tab that follows says so again whenever something is tried in it, not for what it notes by itself', async () => {
  const { game, disk, found } = world([named, accepted], `#/quest/${quest.id}`)
  found.state = { kind: 'following', say: 'another tab' }
  await game.start()
  await vi.waitFor(() => expect(game.store.getState().session).not.toBeNull())
  const said = () => game.store.getState().store
  const tries: (() => unknown)[] = [
    () => game.actions.tell({ type: 'stage.entered', stage: 'learn' }),
    () => game.actions.run(sampleSolution(), 'train'),
    () => game.actions.reopen(quest.id, sampleSolution()),
    () => game.actions.startGame('Eve', look),
  ]
  for (const attempt of tries) {
    const before = said()
    await attempt()
    expect(said()).not.toBe(before)
    expect(said()).toEqual(found.state)
  }
  const before = said()
  game.actions.tell({ type: 'card.read', card: 0 })
  expect(said()).toBe(before)
  expect(disk).toHaveLength(2)
  await expect(game.actions.erase()).rejects.toThrow('Another tab')
})

test('when the pen is taken before the last change was written, the bench shows what the other tab has', async () => {
  const { game, disk, become } = world([named, accepted], `#/quest/${quest.id}`)
  await game.start()
  await vi.waitFor(() => expect(game.store.getState().session).not.toBeNull())
  for (const stage of ['learn', 'practice'] as const) game.actions.tell({ type: 'stage.entered', stage })
  const shown = () => game.store.getState().session?.context.practiceSolution
  game.actions.tell({ type: 'solution.changed', stage: 'practice', solution: sampleSolution(0.3) })
  expect(shown()).toEqual(sampleSolution(0.3))
  become({ kind: 'following', say: 'another tab' })
  await vi.waitFor(() => expect(shown()).toBeNull())
  expect(types(disk)).not.toContain('solution.changed')
})

test('a save that this page cannot get at is not played over: nothing is shown as if it were the save', async () => {
  const { game, disk, found } = world([named], '#/hospital')
  found.state = { kind: 'cut-off', say: 'not fetched' }
  await game.start()
  expect([game.store.getState().ready, at(game), game.store.getState().store]).toEqual([false, '#/', found.state])
  game.actions.startGame('Eve', look)
  await expect(game.actions.erase()).rejects.toThrow('not fetched')
  expect(types(disk)).toEqual(['player.named'])
})

test('a change that waits for a pause is not called saved, and is handed over when the page may close', async () => {
  const { game, disk } = world([named, accepted], `#/quest/${quest.id}`)
  await game.start()
  await vi.waitFor(() => expect(game.store.getState().session).not.toBeNull())
  for (const stage of ['learn', 'practice'] as const) game.actions.tell({ type: 'stage.entered', stage })
  await vi.waitFor(() => expect(game.store.getState().saved).toBe('saved'))
  game.actions.tell({ type: 'solution.changed', stage: 'practice', solution: sampleSolution(0.3) })
  expect(game.store.getState().saved).toBe('saving')
  game.flush()
  await vi.waitFor(() => expect(types(disk).at(-1)).toBe('solution.changed'))
  await vi.waitFor(() => expect(game.store.getState().saved).toBe('saved'))
})

test('before a new version is taken, the change that waits for a pause is written', async () => {
  const { game, disk, updates } = world([named, accepted], `#/quest/${quest.id}`)
  await game.start()
  await vi.waitFor(() => expect(updates()).not.toBeNull(), 5000)
  await vi.waitFor(() => expect(game.store.getState().session).not.toBeNull())
  for (const stage of ['learn', 'practice'] as const) game.actions.tell({ type: 'stage.entered', stage })
  game.actions.tell({ type: 'solution.changed', stage: 'practice', solution: sampleSolution(0.3) })
  expect(await updates()?.beforeReload()).toBe(true)
  expect(types(disk).at(-1)).toBe('solution.changed')
  expect(game.store.getState().saved).toBe('saved')
})

test('a full disk does not hold a new version up, and says that something would be lost', async () => {
  const { game, become, updates } = world([named, accepted], `#/quest/${quest.id}`)
  await game.start()
  await vi.waitFor(() => expect(updates()).not.toBeNull(), 5000)
  become({ kind: 'full', say: 'no room', waiting: 1 })
  expect(await updates()?.beforeReload()).toBe(false)
})

test('an imported save is opened, and says whose it is', async () => {
  const { game } = world([named], '#/hospital')
  await game.start()
  const other: Fact[] = [{ ...named, name: 'Grace', deviceId: 'x', seq: 1, at: 1 } as Fact]
  await expect(game.actions.importSave(writeSave(other))).resolves.toContain('Grace')
  expect([at(game), game.store.getState().career.player?.name]).toEqual(['#/', 'Grace'])
})

test('where nothing can be kept, an imported save is played and says how long it lasts', async () => {
  const { game, found } = open
  found.state = { kind: 'memory-only', say: 'private window' }
  await game.start()
  await expect(game.actions.importSave(writeSave([{ ...named, name: 'Grace', deviceId: 'x', seq: 1, at: 1 } as Fact]))).resolves.toMatch(/Grace.*lasts until this tab is closed/)
  expect(game.store.getState().career.player?.name).toBe('Grace')
})

test('somebody else begins: the save that was there is set aside, and the first learner comes back to it', async () => {
  const { game, disk, asides } = world([named, accepted], '#/')
  await game.start()
  await game.actions.newGame()
  expect([at(game), game.store.getState().career.player, types(disk), asides.map(({ player }) => player)]).toEqual(['#/player', null, [], ['Ada']])
  game.actions.startGame('Ben', look)
  await vi.waitFor(() => expect(types(disk)).toEqual(['player.named', 'game.started']))
  await game.actions.openAside(asides[0]?.key ?? '')
  expect([game.store.getState().career.player?.name, types(disk), asides.map(({ player }) => player)]).toEqual(['Ada', ['player.named', 'quest.accepted'], ['Ben']])
})

test('a save that was set aside is opened again, and the other one takes its place in the list', async () => {
  const { game, asides } = world([named], '#/hospital')
  await game.start()
  await game.actions.importSave(writeSave([{ ...named, name: 'Grace', deviceId: 'x', seq: 1, at: 1 } as Fact]))
  expect(asides.map(({ player }) => player)).toEqual(['Ada'])
  game.actions.go({ at: 'hospital' })
  await expect(game.actions.openAside(asides[0]?.key ?? '')).resolves.toMatch(/Ada, level 1, is open.*Settings, Save/)
  expect([at(game), game.store.getState().career.player?.name, asides.map(({ player }) => player)]).toEqual(['#/', 'Ada', ['Grace']])
  // The dialog that asked went with the hospital: the sentence stands over the title.
  expect(game.store.getState().news?.say).toContain('Ada')
  game.actions.go({ at: 'hospital' })
  expect(game.store.getState().news).toBeNull()
})

test('a save set aside that cannot be opened is refused in words and stays where it is', async () => {
  const { game, disk, asides } = world([named], '#/hospital')
  asides.push(asideOf({ version: 99, deviceId: 'd', facts: [] }, 'newer', 0))
  await game.start()
  await expect(game.actions.openAside(asides[0]?.key ?? '')).rejects.toThrow(/newer version/)
  await expect(game.actions.openAside('gone')).rejects.toThrow(/not set aside any more/)
  expect([types(disk), asides.length, at(game)]).toEqual([['player.named'], 1, '#/hospital'])
})

test('of a save with damaged entries the rest is opened, and the whole stays set aside', async () => {
  const { game, asides } = world([], '#/')
  asides.push(asideOf({ version: 1, deviceId: 'd', facts: [{ ...named, deviceId: 'd', seq: 1, at: 1 }, { type: 'nonsense' }] }, 'damaged', 0))
  await game.start()
  await expect(game.actions.openAside(asides[0]?.key ?? '')).resolves.toMatch(/Ada, level 1, is open\. 1 of its 2 entries could not be read/)
  expect(asides.map(({ why }) => why)).toContain('damaged')
})

test.each(['', 'hello', '{}', '{"format":"st-turing-save"}', '[1,2', '{"format":"st-turing-save","version":99,"facts":[]}',
  '{"format":"st-turing-save","version":1,"deviceId":"x","facts":[{"type":"player.named"}]}', '{"__proto__":{"format":"st-turing-save"}}'])(
  'what is not a save is refused in words and changes nothing: %s', async (text) => {
    const { game, disk } = world([named], '#/hospital')
    await game.start()
    await expect(game.actions.importSave(text)).rejects.toThrow(/Nothing was changed/)
    expect([types(disk), at(game)]).toEqual([['player.named'], '#/hospital'])
  })

test('settings are kept and act at once', async () => {
  const { game, settings } = open
  await game.start()
  game.actions.change({ motion: 'reduced', textSize: 1.3 })
  expect([game.store.getState().reducedMotion, settings().textSize]).toEqual([true, 1.3])
})

test('where nothing can be kept, nothing is called saved', async () => {
  const { game, found } = open
  found.state = { kind: 'memory-only', say: 'private window' }
  await game.start()
  game.actions.startGame('Ada', look)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(game.store.getState().saved).toBe('waiting')
})
