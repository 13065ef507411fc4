import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overspent, readServicePlan, spentOf } from '../../../core/artefacts/service-plan.ts'
import { jsonPath } from '../../../core/quest/problem.ts'
import { sayIssues } from '../../../core/quest/shape-words.ts'
import { readFlow } from './read-flow.ts'

type Loose = { [key: string]: Loose } & Loose[]
const put = (value: unknown): Loose => value as Loose

/** A theatre and a ward, with one of everything. */
const service = (): Loose => put({
  cases: { n: 4, constants: { busy: 1 }, columns: { kind: { draw: 'category', weights: { hip: 1, gall: 1 } }, usual: { draw: 'uniform', from: 50, to: 90 }, minutes: { draw: 'lognormal', median: 'usual', sigma: 0.3 } } },
  lived: ['minutes'], days: 2,
  arrivals: { list: { label: 'List', planned: true }, urgent: { label: 'Urgent', perHour: '0.1 * busy' } },
  stations: { theatre: { label: 'Theatre', units: 2, open: { from: '08:00', to: '16:00' }, late: 'late' }, ward: { label: 'Ward', units: 'beds', board: 'ward' } },
  steps: [{ at: 'theatre', minutes: 'minutes', needs: ['ward'], priority: '(stream == \'urgent\') + first' }, { at: 'ward', minutes: 600 }],
  schedule: { lists: 'week', station: 'theatre', of: 'kind', takes: { on: ['hip', 'gall'] }, closed: 'off', minutes: 'usual' },
  levers: {
    week: { kind: 'grid', label: 'Week', rows: { a: 'A', b: 'B' }, columns: { mon: 'Mon', tue: 'Tue' }, options: { on: 'On', off: 'Off' } },
    beds: { kind: 'number', label: 'Beds', min: 2, max: 9 }, late: { kind: 'number', label: 'Late', min: 0, max: 60 },
    first: { kind: 'order', label: 'First', items: { hip: 'Hips', gall: 'Gallbladders' }, of: 'kind' },
    way: { kind: 'choice', label: 'Way', options: { a: 'A', b: 'B' } },
  },
  budgets: [{ label: 'Staff', most: 10, cost: { 'beds': 1, 'week.on': 2 } }],
})

function said(change: (flow: Loose) => void): string[] {
  const flow = service()
  change(flow)
  const read = readFlow(flow)
  if (read.ok) return []
  const lines = read.problems.map(({ path, what, mend }) => `${jsonPath(path)}: ${what}. ${mend}`)
  sayIssues(read.issues, flow, (path, what, mend) => lines.push(`${path}: ${what}. ${mend}`))
  return lines
}

describe('a described service', () => {
  it('is taken as it is meant', () => {
    expect(said(() => {})).toEqual([])
  })

  it.each<[string, (flow: Loose) => void, string]>([
    ['a station misspelt', (flow) => { flow['steps']![1] = put({ at: 'wrad', minutes: 600 }) }, 'steps[1].at: there is no station "wrad". Did you mean "ward"?'],
    ['a need that comes before', (flow) => { flow['steps']![1]!['needs'] = put(['theatre']) }, 'steps[1].needs[0]: there is no station "theatre"'],
    ['a way that leads back', (flow) => { flow['steps']!.push(put({ at: 'theatre', minutes: 5 })) }, 'steps[2].at: "theatre" is used by step 1 already, so two cases could wait for each other for ever'],
    ['a station nobody goes to', (flow) => { flow['stations']!['spare'] = put({ label: 'Spare', units: 1 }) }, 'stations.spare: no step goes there'],
    ['a column misspelt in a formula', (flow) => { flow['steps']![0]!['minutes'] = put('minuts') }, 'steps[0].minutes: "minuts" is not known here. Did you mean "minutes"?'],
    ['a plan with what is not known yet', (flow) => { flow['schedule']!['minutes'] = put('minutes') }, 'schedule.minutes: "minutes" is not known here'],
    ['a plan with what is made from that', (flow) => {
      flow['cases']!['columns']!['longer'] = put({ draw: 'formula', expr: 'minutes + 5' })
      flow['schedule']!['minutes'] = put('longer')
    }, 'Whoever plans knows columns that are not lived, constants and levers.'],
    ['arrivals that follow the plan', (flow) => { flow['arrivals']!['urgent']!['perHour'] = put('beds') }, 'arrivals.urgent.perHour: "beds" is not known here. Only constants can be read here: who comes does not depend on the plan.'],
    ['words where a number must stand', (flow) => { flow['steps']![1]!['minutes'] = put('kind + 1') }, 'steps[1].minutes: the formula does not fit its columns from character 1 on. "kind" holds words'],
    ['a formula that cannot be read', (flow) => { flow['steps']![1]!['minutes'] = put('5 +') }, 'steps[1].minutes: the formula cannot be read from character 4 on'],
    ['a lever with the name of a column', (flow) => { flow['levers']!['usual'] = put({ kind: 'number', label: 'U', min: 0, max: 1 }) }, 'levers.usual: "usual" is a column or a constant too'],
    ['a list nobody lays out', (flow) => { delete flow['schedule'] }, 'schedule: a list is to be planned, and nothing says how'],
    ['a stream without people', (flow) => { delete flow['arrivals']!['urgent']!['perHour'] }, 'arrivals.urgent: nobody says how many come'],
    ['too many people', (flow) => { flow['arrivals']!['urgent']!['perHour'] = put(200) }, 'arrivals: about 9604 cases come in one future'],
    ['too many futures', (flow) => { flow['arrivals']!['urgent']!['perHour'] = put(30); flow['futures'] = put(60) }, 'futures: 60 futures of about 1444 cases are more than 30000. Use at most 20.'],
    ['a cost of nothing', (flow) => { flow['budgets']![0]!['cost']!['bads'] = put(1) }, 'budgets[0].cost.bads: there is no lever "bads". Did you mean "beds"?'],
    ['an option misspelt', (flow) => { flow['schedule']!['takes'] = put({ onn: ['hip'] }) }, 'schedule.takes.onn: there is no option "onn". Did you mean "on"?'],
    ['doors that close before they open', (flow) => { flow['stations']!['theatre']!['open'] = put({ from: '16:00', to: '08:00' }) }, 'stations.theatre.open: it opens at 16:00 and closes at 08:00'],
    ['a column of the cases misspelt', (flow) => { flow['cases']!['columns']!['minutes']!['median'] = put('usaul') }, 'cases.columns.minutes.median: there is no column and no constant "usaul"'],
    ['a time that is none', (flow) => { flow['closures'] = put([{ station: 'ward', units: 1, from: 'Wednesday', to: 'day 2 08:00', label: 'Bay' }]) }, 'It must be a time such as "07:30" or "day 3 07:30".'],
    ['a name from nowhere', (flow) => { flow['stations']!['ward']!['colour'] = put('red') }, 'nothing here is called "colour"'],
    ['more theatres on the wall than there are', (flow) => { flow['stations']!['theatre']!['units'] = put(1) }, 'levers.week.rows: it has 2 rows, and there are 1 units of "theatre"'],
    ['kinds by a column of numbers', (flow) => { flow['schedule']!['of'] = put('usual') }, 'schedule.of: "usual" holds numbers'],
  ])('%s is told with its place and how to mend it', (_, change, expected) => {
    expect(said(change).join('\n')).toContain(expected)
  })

  it('never throws, whatever stands where', () => {
    const places = ['cases', 'arrivals', 'stations', 'steps', 'schedule', 'levers', 'budgets', 'closures', 'places', 'travel', 'place', 'days', 'futures', 'lived']
    fc.assert(fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
      const flow = service()
      flow[place] = put(value)
      expect(typeof readFlow(flow).ok).toBe('boolean')
    }), { numRuns: 150 })
    for (const name of ['__proto__', 'constructor', 'toString']) expect(readFlow({ ...service(), steps: [{ at: name, minutes: name }] }).ok).toBe(false)
  })
})

describe('a plan for it', () => {
  const read = readFlow(service())
  const { levers, budgets } = read.ok ? read.flow.spec : { levers: {}, budgets: [] }
  const good = { week: { a: ['on', 'off'], b: ['off', 'off'] }, beds: 5, late: 0, first: ['gall', 'hip'], way: 'a' }
  const problem = (change: object) => {
    const plan = readServicePlan({ levers: { ...good, ...change } }, levers)
    return plan.ok ? '' : plan.say
  }

  it('is read as it was set, and costs what its levers cost', () => {
    const plan = readServicePlan({ levers: good }, levers)
    expect(plan.ok).toBe(true)
    if (!plan.ok) return
    expect(spentOf(budgets[0]!, plan.plan)).toBe(7)
    expect(overspent(budgets, plan.plan)).toBeNull()
    expect(overspent(budgets, { levers: { ...good, beds: 9 } })).toBe('Staff: the plan takes 11, and there are 10.')
  })

  it.each<[object, string]>([
    [{ beds: 12 }, 'Beds (beds) is 12, and it must be from 2 to 9.'],
    [{ beds: 'many' }, 'Beds (beds) must be a number.'],
    [{ way: 'c' }, 'Way (way) must be one of: a, b.'],
    [{ first: ['hip'] }, 'First (first) must name each of these once: hip, gall.'],
    [{ week: { a: ['on'], b: ['off', 'off'] } }, 'Week (week) needs 2 cells in row "a".'],
    [{ week: { a: ['on', 'up'], b: ['off', 'off'] } }, 'Week (week) has "up" in row "a", and a cell may be: on, off.'],
    [{ bed: 4 }, 'The plan sets "bed", and there is no such lever. Did you mean "beds"?'],
    [{ beds: null }, 'The plan cannot be read at levers.beds.'],
  ])('%j says what is wrong', (change, expected) => {
    expect(problem(change)).toContain(expected)
  })
})
