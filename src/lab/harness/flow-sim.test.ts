import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseQuest } from '../../core/quest/parse.ts'
import { type Json, Quest, type Solution } from '../../core/quest/schema.ts'
import { visibleCases } from '../data/quest-cases.ts'
import { isTable } from '../graph/ports.ts'
import { judge, runVisible } from '../judge.ts'
import { nodeIn, still } from '../lab.fixture.ts'
import { labKnows } from '../quest-check.ts'

type Loose = { [key: string]: Loose } & Loose[]
const read = (name: string) => readFileSync(new URL(`../../../docs/examples/${name}/quest.json`, import.meta.url), 'utf8')
/** Few futures and one hidden set are enough to see what a verdict is made of. */
const small = (name: string) => {
  const quest = Quest.parse(JSON.parse(read(name)))
  return { ...quest, data: { ...quest.data, params: { ...quest.data.params, futures: 4 }, hidden: quest.data.hidden.slice(0, 1) } }
}
const start = ({ build }: Quest): Solution => ({ graph: build.start, artefacts: build.startArtefacts })
const reference = ({ build }: Quest): Solution => ({ graph: build.reference, artefacts: build.referenceArtefacts })

describe('a week of theatres and beds', () => {
  const quest = small('theatre-and-beds')
  const verdict = judge({ quest, solution: start(quest) }, still)

  it('tells the trap by a day as planned beside how it went, and by one person who was sent home', () => {
    expect(verdict.trap).toEqual({ id: 'averages-fit' })
    const [week, person] = verdict.story ?? []
    expect(week?.exhibit).toMatchObject({ kind: 'diff' })
    expect(week?.exhibit?.kind === 'diff' && week.exhibit.rows.some(({ ok }) => !ok)).toBe(true)
    expect(person?.say).toMatch(/\d+ years, \w+\. Planned for (Mon|Tue|Wed|Thu|Fri) \d\d:\d\d.+sent home/)
  })

  it('opens cards of people who were sent home, and marks what nobody could know beforehand', () => {
    expect(new Set(verdict.cases.map(({ outcome }) => outcome))).toContain('sent home')
    const rows = verdict.cases[0]?.sections.flatMap((section) => section.rows) ?? []
    expect(rows.find(({ column }) => column === 'operation')).toMatchObject({ known: true })
    expect(rows.find(({ column }) => column === 'minutes')).toMatchObject({ known: false })
  })

  it('hands a week with beds, rooms and days to the boards', () => {
    const replay = verdict.views.find(({ view }) => view === 'replay')
    const log = replay?.view === 'replay' ? replay.log : null
    expect(log?.boards).toEqual(['ward', 'gantt', 'hall'])
    expect(log?.groups?.map(({ id, show, units }) => [id, show, units.length])).toEqual([['theatre', 'time', 3], ['ward', 'ward', 26], ['short', 'ward', 12]])
    const ids = new Set(log?.jobs.map(({ id }) => id))
    for (const { stays } of log?.groups?.flatMap(({ units }) => units) ?? []) for (const { job } of stays) expect(job === null || ids.has(job)).toBe(true)
    expect(log?.jobs.filter(({ leaves }) => leaves !== undefined).length).toBeGreaterThan(3)
  })

  it('never shows hidden minutes to the plan', () => {
    const changed = { ...quest, data: { ...quest.data, params: { ...quest.data.params, schedule: { ...(quest.data.params as Record<string, Json>)['schedule'] as object, minutes: 'minutes' } as Json } } }
    expect(parse(changed)).toContainEqual(expect.stringContaining('data.params.schedule.minutes: "minutes" is not known here'))
  })

  it('says what is missing when there is no plan, one that does not fit, or one that costs too much', () => {
    const said = (change: (levers: Loose) => void) => {
      const artefacts = structuredClone(quest.build.startArtefacts) as unknown as Loose
      change(artefacts['servicePlan']!)
      return judge({ quest, solution: { graph: quest.build.start, artefacts: artefacts as never } }, still).problems.map(({ say }) => say).join()
    }
    expect(said((plan) => { delete plan['levers']!['late'] })).toContain('A list may run over by (late) is not set.')
    expect(said((plan) => { plan['levers']!['wardBeds'] = 30 as never })).toContain('Nurses for beds: the plan takes 42 beds, and there are 38.')
    expect(judge({ quest, solution: { graph: quest.build.start, artefacts: {} } }, still).problems[0]?.say).toContain('no plan yet')
  })

  it('shows on visible weeks how the lists lie, and lives them', () => {
    const report = runVisible({ quest, solution: reference(quest), set: 'train' }, still)
    expect(report.problems).toEqual([])
    expect(nodeIn(report.nodes, 'plan').views[0]).toMatchObject({ view: 'rows', columns: ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'] })
    expect(nodeIn(report.nodes, 'sim').facts[0]).toBe('4 futures lived')
    expect(report.metrics['operated']).toBeGreaterThan(40)
  })
})

describe('an evening of ambulances', () => {
  const quest = small('ambulance-control')

  it('has a log of past calls for rows, and crews that drive for the map', () => {
    const cases = visibleCases(quest, 'train')
    expect(isTable(cases) && cases.ids.length).toBeGreaterThan(60)
    const verdict = judge({ quest, solution: start(quest) }, still)
    const replay = verdict.views.find(({ view }) => view === 'replay')
    const crews = replay?.view === 'replay' ? replay.log.groups?.find(({ id }) => id === 'crew')?.units : []
    expect(crews).toHaveLength(14)
    expect(crews?.some(({ drives = [] }) => drives.length > 4)).toBe(true)
    expect(verdict.story?.[0]?.say).toMatch(/people waited \d+ minutes, in .+ \d+\./)
  })
})

function parse(quest: object): string[] {
  const found = parseQuest(JSON.stringify(quest), 'quest.json', labKnows)
  return found.ok ? [] : found.problems.map(({ path, what, mend }) => `${path}: ${what}. ${mend}`)
}

describe('quest check on a service', () => {
  const problems = (change: (quest: Loose) => void) => {
    const quest = JSON.parse(read('theatre-and-beds')) as Loose
    change(quest)
    return parse(quest).join('\n')
  }

  it.each<[string, (quest: Loose) => void, string]>([
    ['a metric at no station', (quest) => { quest['verify']!['metrics']![2]!['params']!['at'] = 'theater' as never }, 'verify.metrics[2].params.at: there is no station "theater". Did you mean "theatre"?'],
    ['a metric of nobody', (quest) => { quest['verify']!['metrics']![2]!['params']!['who'] = 'strem == 1' as never }, 'verify.metrics[2].params.who: "strem" is not known here. Did you mean "stream"?'],
    ['a reference beyond its budget', (quest) => { quest['build']!['referenceArtefacts']!['servicePlan']!['levers']!['wardBeds'] = 34 as never }, 'build.referenceArtefacts.servicePlan: Nurses for beds: the plan takes 47 beds, and there are 38.'],
    ['a start that sets no lever there is', (quest) => { quest['build']!['startArtefacts']!['servicePlan']!['levers']!['beds'] = 3 as never }, 'The plan sets "beds", and there is no such lever.'],
    ['levers that differ between sets', (quest) => { quest['data']!['sets']!['train'] = { seed: 'x', params: { levers: { late: { max: 60 } } } } as never }, 'data.params.levers: levers or budgets differ between sets'],
    ['a column without words', (quest) => { delete quest['data']!['columns']!['frail'] }, 'the column "frail" has no words'],
  ])('%s is told', (_, change, expected) => {
    expect(problems(change)).toContain(expected)
  })
})
