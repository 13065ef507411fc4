/** What is wrong with the meaning of a service's description: names that are not there, formulas, levers, sizes, ways without end. */
import type { Lever } from '../../../core/artefacts/levers.ts'
import { nearest } from '../../../core/nearest.ts'
import { listed } from '../../../core/quest/problem.ts'
import type { ParamProblem } from '../../data/generator.ts'
import { ROW_NUMBER } from '../../data/synthetic/spec.ts'
import { formulaProblems } from './check-formulas.ts'
import { type Flow, GIVEN, plannedStream, rateOf } from './cases.ts'
import { DAY, type FlowSpec, MAX_CASES, MAX_LIVES, minuteOf, type Schedule, stationsOf } from './spec.ts'
import { amount, constantColumns, tableOf } from './amounts.ts'

type Path = readonly PropertyKey[]

export function flowProblems(flow: Flow): ParamProblem[] {
  // Each look is worth taking only where the one before found nothing.
  for (const look of [namesOf, waysOf, leversOf, formulaProblems, sizesOf]) {
    const problems = look(flow)
    if (problems.length > 0) return problems
  }
  return []
}

/** A name that must be one of some. */
function unknown(path: Path, name: string, what: string, names: readonly string[]): ParamProblem[] {
  if (names.includes(name)) return []
  const near = nearest(name, names)
  return [{ path, what: `there is no ${what} "${name}"`, mend: near ? `Did you mean "${near}"?` : names.length > 0 ? `Use one of: ${listed(names)}.` : 'Add it, or leave this out.' }]
}

function namesOf({ spec }: Flow): ParamProblem[] {
  const stations = Object.keys(spec.stations)
  const columns = Object.keys(spec.cases.columns)
  const places = Object.keys(spec.places)
  const levers = Object.keys(spec.levers)
  const { schedule } = spec
  return [
    ...spec.lived.flatMap((name, i) => unknown(['lived', i], name, 'column', columns)),
    ...Object.entries(spec.arrivals).flatMap(([name, { enters }]) => (enters === undefined ? [] : unknown(['arrivals', name, 'enters'], enters, 'station', stations))),
    ...spec.steps.flatMap((step, i) => [
      ...stationsOf(step).flatMap((at) => unknown(['steps', i, 'at'], at, 'station', stations)),
      ...step.needs.flatMap((at, k) => unknown(['steps', i, 'needs', k], at, 'station', spec.steps.slice(i + 1).flatMap((one) => [...stationsOf(one)]))),
    ]),
    ...spec.closures.flatMap(({ station }, i) => unknown(['closures', i, 'station'], station, 'station', stations)),
    ...(spec.place === undefined ? [] : unknown(['place'], spec.place, 'column', columns)),
    ...Object.entries(spec.stations).flatMap(([name, { place, posts }]) => [
      ...(place === undefined ? [] : unknown(['stations', name, 'place'], place, 'place', places)),
      ...(posts === undefined ? [] : unknown(['stations', name, 'posts'], posts, 'lever', levers.filter((one) => spec.levers[one]?.kind === 'posts'))),
    ]),
    ...(schedule ? [
      ...unknown(['schedule', 'lists'], schedule.lists, 'lever of the kind grid', levers.filter((one) => spec.levers[one]?.kind === 'grid')),
      ...unknown(['schedule', 'station'], schedule.station, 'station', stations),
      ...unknown(['schedule', 'of'], schedule.of, 'column', columns),
    ] : []),
    ...Object.keys(spec.forecasts).flatMap((name): ParamProblem[] =>
      (columns.includes(name) || levers.includes(name) || Object.hasOwn(spec.cases.constants, name) || Object.hasOwn(GIVEN, name) || name === ROW_NUMBER
        ? [{ path: ['forecasts', name], what: `"${name}" is a column, a constant or a lever too`, mend: 'Rename one of the two: formulas read both.' }] : [])),
    ...(Object.keys(spec.forecasts).length > 0 && !schedule ? [{ path: ['forecasts'], what: 'there is no list of which something could be foretold', mend: 'Add "schedule" and a stream with "planned": true, or remove this.' }] : []),
    ...[...levers, ...Object.keys(spec.arrivals)].flatMap((name): ParamProblem[] =>
      (levers.includes(name) && (columns.includes(name) || Object.hasOwn(spec.cases.constants, name) || Object.hasOwn(GIVEN, name) || name === ROW_NUMBER)
        ? [{ path: ['levers', name], what: `"${name}" is a column or a constant too`, mend: 'Rename one of the two: formulas read both.' }] : [])),
  ]
}

/** Forward only, each station once: then nobody waits for somebody who waits for them, and every case comes to an end. */
function waysOf({ spec }: Flow): ParamProblem[] {
  const seen = new Map<string, number>()
  const twice = spec.steps.flatMap((step, i) => stationsOf(step).flatMap((at): ParamProblem[] => {
    const before = seen.get(at)
    seen.set(at, i)
    return before === undefined ? [] : [{
      path: ['steps', i, 'at'], what: `"${at}" is used by step ${before + 1} already, so two cases could wait for each other for ever`, mend: 'Let each station stand in one step; make two stations of it where cases come back.',
    }]
  }))
  const idle = Object.keys(spec.stations).flatMap((name): ParamProblem[] => (seen.has(name) ? [] : [{ path: ['stations', name], what: 'no step goes there', mend: 'Add it to "at" of a step, or remove it.' }]))
  const planned = Object.keys(spec.arrivals).filter((name) => spec.arrivals[name]?.planned)
  return [
    ...twice, ...idle,
    ...(planned.length > 1 ? [{ path: ['arrivals', planned[1] as string, 'planned'], what: 'there are two lists to plan', mend: 'Let one stream be planned; tell kinds apart by a column.' }] : []),
    ...(planned.length > 0 && !spec.schedule ? [{ path: ['schedule'], what: 'a list is to be planned, and nothing says how', mend: 'Add "schedule", or take "planned" away.' }] : []),
    ...(planned.length === 0 && spec.schedule ? [{ path: ['schedule'], what: 'there is no list to plan', mend: 'Add "planned": true to a stream.' }] : []),
    ...Object.entries(spec.arrivals).flatMap(([name, { planned: list, count, perHour, from, to }]): ParamProblem[] => [
      ...(!list && count === undefined && perHour === undefined ? [{ path: ['arrivals', name], what: 'nobody says how many come', mend: 'Add "perHour", "count", or "planned": true.' }] : []),
      ...(to !== undefined && minuteOf(to) <= minuteOf(from) ? [{ path: ['arrivals', name, 'to'], what: `it ends at ${to} and begins at ${from}`, mend: 'Let it end later.' }] : []),
    ]),
    ...Object.entries(spec.stations).flatMap(([name, { open, posts }]): ParamProblem[] => [
      ...(open && minuteOf(open.to) <= minuteOf(open.from) ? [{ path: ['stations', name, 'open'], what: `it opens at ${open.from} and closes at ${open.to}`, mend: 'Let it close later on the same day.' }] : []),
      ...(posts !== undefined && (spec.place === undefined || !spec.travel) ? [{ path: ['stations', name, 'posts'], what: 'crews drive, and nothing says where cases are or how fast it goes', mend: 'Add "place", a column of names of places, and "travel".' }] : []),
    ]),
  ]
}

function leversOf({ spec }: Flow): ParamProblem[] {
  const { schedule, levers } = spec
  const lists = schedule ? levers[schedule.lists] : undefined
  return [
    ...Object.entries(levers).flatMap(([name, lever]): ParamProblem[] => {
      if (lever.kind === 'number' && lever.min > lever.max) return [{ path: ['levers', name, 'min'], what: `min is ${lever.min} and max is ${lever.max}`, mend: 'Let min be the smaller one.' }]
      if (lever.kind === 'order') return unknown(['levers', name, 'of'], lever.of, 'column', Object.keys(spec.cases.columns))
      if (lever.kind === 'posts') {
        return [
          ...lever.places.flatMap((place, i) => unknown(['levers', name, 'places', i], place, 'place', Object.keys(spec.places))),
          ...(lever.places.length * lever.most < lever.total ? [{ path: ['levers', name, 'most'], what: `${lever.places.length} places for at most ${lever.most} crews hold fewer than ${lever.total}`, mend: 'Raise "most", or lower "total".' }] : []),
        ]
      }
      return []
    }),
    ...Object.values(spec.stations).flatMap(({ posts, units }, i): ParamProblem[] => {
      const lever = posts === undefined ? undefined : levers[posts]
      const [name] = Object.keys(spec.stations).slice(i)
      return lever?.kind === 'posts' && units !== lever.total && !(Array.isArray(units) && units.length === lever.total)
        ? [{ path: ['stations', name as string, 'units'], what: `the lever "${posts}" places ${lever.total} crews`, mend: `Write ${lever.total}, or as many names.` }] : []
    }),
    ...(schedule && lists?.kind === 'grid' ? [
      ...gridProblems(spec, schedule, lists),
      ...Object.keys(schedule.takes).flatMap((option) => unknown(['schedule', 'takes', option], option, 'option', Object.keys(lists.options))),
      ...(schedule.closed === undefined ? [] : unknown(['schedule', 'closed'], schedule.closed, 'option', Object.keys(lists.options))),
    ] : []),
    ...spec.budgets.flatMap(({ cost }, i) => Object.keys(cost).flatMap((key) => {
      const [name = '', option] = key.split('.')
      const lever = Object.hasOwn(levers, name) ? levers[name] : undefined
      if (!lever) return unknown(['budgets', i, 'cost', key], name, 'lever', Object.keys(levers))
      if (lever.kind === 'grid') return unknown(['budgets', i, 'cost', key], option ?? '', `option of "${name}"`, Object.keys(lever.options))
      return lever.kind === 'number' || lever.kind === 'posts' ? [] : [{ path: ['budgets', i, 'cost', key], what: `"${name}" is no number that could cost something`, mend: 'Name a lever of numbers, posts or a grid.' }]
    })),
  ]
}

function gridProblems({ stations, cases, days }: FlowSpec, { lists, station, of }: Schedule, { rows, columns }: Extract<Lever, { kind: 'grid' }>): ParamProblem[] {
  const units = stations[station]?.units
  const there = Array.isArray(units) ? units.length : typeof units === 'number' ? units : Number.POSITIVE_INFINITY
  const [wide, high] = [Object.keys(columns).length, Object.keys(rows).length]
  const drawn = cases.columns[of]?.draw
  return [
    ...(high > there ? [{ path: ['levers', lists, 'rows'], what: `it has ${high} rows, and there are ${there} units of "${station}"`, mend: 'Let each row be one unit.' }] : []),
    ...(wide > days ? [{ path: ['levers', lists, 'columns'], what: `it has ${wide} columns, and there are ${days} days`, mend: 'Let each column be one day, or raise "days".' }] : []),
    ...(drawn === 'category' || drawn === 'rules' || drawn === 'formula' || drawn === 'person' || drawn === 'bernoulli' ? [] : [{ path: ['schedule', 'of'], what: `"${of}" holds numbers`, mend: 'Name a column of words.' }]),
  ]
}

function sizesOf(flow: Flow): ParamProblem[] {
  const { spec, drawing } = flow
  const constants = tableOf(constantColumns(spec), 1)
  const came = Object.values(spec.arrivals).reduce((sum, arrival) => {
    const rate = rateOf(arrival, spec)
    let expected = Math.max(0, amount(arrival.count ?? 0, constants))
    for (let minute = minuteOf(arrival.from); minute < spec.days * DAY; minute += 60) expected += rate(minute)
    return sum + expected
  }, plannedStream(spec) === null ? 0 : drawing.n)
  if (came > MAX_CASES * 0.9) return [{ path: ['arrivals'], what: `about ${Math.round(came)} cases come in one future`, mend: `At most ${MAX_CASES * 0.9} fit: fewer days, or fewer an hour.` }]
  if (came * spec.futures > MAX_LIVES) return [{ path: ['futures'], what: `${spec.futures} futures of about ${Math.round(came)} cases are more than ${MAX_LIVES}`, mend: `Use at most ${Math.max(1, Math.floor(MAX_LIVES / came))}.` }]
  return []
}
