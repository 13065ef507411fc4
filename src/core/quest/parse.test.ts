import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuest, parseSolution, type KnownNames } from './parse.ts'
import { questSource, sampleSolution } from './quest.fixture.ts'

// A source file is loose on purpose: these tests write into it what no type would allow.
type Loose = { [key: string]: Loose } & Loose[]

function problemsOf(change: (source: Loose) => void, known: KnownNames = {}): string[] {
  const source = questSource() as unknown as Loose
  change(source)
  return problemsIn(JSON.stringify(source), known)
}

function problemsIn(text: string, known: KnownNames = {}): string[] {
  const read = parseQuest(text, 'quests/x/quest.json', known)
  return read.ok ? [] : read.problems.map(({ path, what, mend }) => `${path}: ${what} — ${mend}`)
}

const put = (value: unknown): Loose => value as Loose

describe('a quest that is well made', () => {
  test('comes through with its defaults filled in', () => {
    const read = parseQuest(JSON.stringify(questSource()), 'q.json')
    expect(read.ok && read.quest).toMatchObject({ id: 'lost-labels', language: 'en', prerequisites: {}, verify: { medal: 'min', metrics: [{ aggregate: 'mean' }, {}, {}] } })
  })

  test('may have script in its words: it is shown as words', () => {
    const said = '<script>alert(1)</script> and <img src=x onerror=alert(1)>'
    const read = parseQuest(JSON.stringify({ ...questSource(), title: said }), 'q.json')
    expect(read.ok && read.quest.title).toBe(said)
  })

  test('is held against what the engine offers, when that is known', () => {
    const sources = new Set(['donze'])
    const blocks = new Set(['score.points:lace'])
    const found = problemsOf(() => {}, { sources, blocks, generators: new Set(['cohort.sepsis']) })
    expect(found).toContainEqual(expect.stringContaining('sources[0]: there is no source "kans"'))
    expect(found).toContainEqual(expect.stringContaining('build.palette[0]: there is no block "data.source:cohort"'))
    const harnesses = new Map([['tabular-risk', ['auc', 'sensitivityGap']]])
    expect(problemsOf(() => {}, { harnesses })).toEqual([expect.stringContaining('verify.metrics[1].fn: "tabular-risk" cannot measure "testMinusDeployed"')])
    expect(found).toContainEqual(expect.stringContaining('data.generator: there is no generator "cohort.readmission" — Use one of: cohort.sepsis.'))
  })
})

describe('a quest that is not', () => {
  test('too large is not even read', () => {
    const [problem] = problemsIn('{'.repeat(10_000_000))
    expect(problem).toMatch(/10,000 kB — A quest file may have at most 1,000 kB/)
  })

  test('cut off says where', () => {
    const text = JSON.stringify(questSource(), null, 2)
    expect(problemsIn(text.slice(0, 700))[0]).toMatch(/^line \d+, column \d+: .* — /)
  })

  test.each<[string, (q: Loose) => void, RegExp]>([
    ['a missing title', (q) => { delete (q as Partial<Loose>)['title'] }, /^title: this entry is missing — Add it: text/],
    ['a number for words', (q) => { q['title'] = put(7) }, /^title: this is a number, but it must be text in double quotes/],
    ['an empty card', (q) => { q['learn']![0]!['md'] = put('') }, /^learn\[0\]\.md: this text is empty — Write at least one word/],
    ['only spaces', (q) => { q['learn']![0]!['md'] = put('   ') }, /^learn\[0\]\.md: .*nothing but spaces/],
    ['a misspelt entry', (q) => { q['learn']![0]!['mdd'] = put('x') }, /^learn\[0\]: nothing here is called "mdd"/],
    ['a card of no kind', (q) => { q['learn']![0]!['kind'] = put('film') }, /^learn\[0\].*: there is no kind "film"|^learn\[0\]\.kind/],
    ['too long a card', (q) => { q['learn']![0]!['md'] = put('x'.repeat(5000)) }, /5000 characters, at most 4000 fit/],
    ['two hints', (q) => { q['hints'] = put((q['hints'] as unknown as unknown[]).slice(0, 2)) }, /^hints: there are 2 entries here, at least 3 are needed/],
    ['no medal', (q) => { q['effects']![0]!['on'] = put('bronze') }, /^effects\[0\]\.on: "bronze" is not one of the possible values — Write one of: pass, silver, gold/],
    ['an id with spaces', (q) => { q['id'] = put('Lost Labels') }, /^id: "Lost Labels" has the wrong form — It must be lower-case words joined by hyphens/],
    ['medals that get easier', (q) => { q['verify']!['goals']![0]!['gold'] = put(0.1) }, /^verify\.goals\[0\]: the medals of "auc" do not get harder — With >= the order must be pass <= silver <= gold/],
    ['a goal without a metric', (q) => { q['verify']!['goals']![0]!['metric'] = put('speed') }, /there is no metric "speed" — Use one of: auc, gap, groupGap/],
    ['an answer off the sheet', (q) => { q['check']![0]!['answer'] = put(5) }, /^check\[0\]\.answer: there is no option 5: the last one is 1/],
    ['a step that points at a block off the palette', (q) => { q['practice']![0]!['highlight'] = put('palette:ml.gbt') }, /^practice\[0\]\.highlight: the palette does not offer "ml\.gbt"/],
    ['two metrics of one name', (q) => { q['verify']!['metrics']![1]!['id'] = put('auc') }, /two metrics are called "auc"/],
    ['a block off the palette', (q) => { q['build']!['start']!['nodes']![1]!['block'] = put('ml.magic') }, /^build\.start\.nodes\[1\]\.block: the palette does not offer "ml.magic"/],
    ['two nodes of one id', (q) => { q['build']!['start']!['nodes']![1]!['id'] = put('src') }, /two nodes are called "src"/],
    ['an edge to nowhere', (q) => { q['build']!['start']!['edges']![0]![1] = put('ghost.table') }, /^build\.start\.edges\[0\]\[1\]: there is no node "ghost"/],
    ['an edge of no form', (q) => { q['build']!['start']!['edges']![0]![1] = put('ghost') }, /It must be "node\.port"/],
    ['a circle', (q) => { (q['build']!['start']!['edges'] as unknown as unknown[]).push(['cap.decisions', 'sco.again']) }, /the nodes .* form a circle — Remove one of these edges/],
    ['two wires into one input', (q) => { (q['build']!['start']!['edges'] as unknown as unknown[]).push(['src.table', 'out.decisions']) }, /two edges end in "out\.decisions"/],
    ['a locked node that is not there', (q) => { q['build']!['locked'] = put(['ghost']) }, /no node "ghost" in build\.start to lock/],
    ['a rule that calls a method', (q) => { q['trap']!['when'] = put({ method: [{ var: 'gap' }, 'x'] }) }, /^trap\.when.*no operator "method"/],
    ['a rule over nothing', (q) => { q['verify']!['guards']![0]!['rule'] = put({ '>': [{ var: 'flaged' }, 1] }) }, /the rule reads "flaged", which is not known here — Use one of: auc/],
    ['an expression that never ends', (q) => { q['build']!['start']!['nodes']![1]!['params'] = put({ pattern: '(a+)+$' }) }, /a repetition stands inside another/],
    ['an extra without a way in', (q) => { delete (q['machine']!['states']![0] as Partial<Loose>)['after'] }, /nothing leads to this state/],
    ['an extra before no stage', (q) => { q['machine']!['states']![0]!['blocks'] = put('heaven') }, /there is no stage "heaven"/],
    ['an extra with no dialogue', (q) => { q['machine']!['states']![0]!['dialog'] = put('nothing') }, /there is no dialogue "nothing" — .*group-gap/],
    ['a mark for something that never happens', (q) => { q['machine']!['states']![1]!['on'] = put('MOON_RISEN') }, /nothing is ever called "MOON_RISEN"/],
    ['a state of every quest', (q) => { q['machine']!['states']![0]!['id'] = put('build') }, /"build" is a state of every quest/],
    ['a source nobody listed', (q) => { q['learn']![0]!['cite'] = put(['mum']) }, /"mum" is not in this quest's own list/],
    ['a comparison with nothing', (q) => { q['debrief']!['compare'] = put(['ml.gbt']) }, /"ml\.gbt" cannot be compared/],
    ['no practice set', (q) => { delete (q['data']!['sets'] as Partial<Loose>)['practice'] }, /the set "practice" is missing/],
    ['a department that is not built', (q) => { q['place']!['department'] = put('moon-base') }, /no department "moon-base" — Use one of: reception/],
    ['licensed content', (q) => { q['learn']![0]!['md'] = put('Use CPT 99213.') }, /"CPT" is not allowed/],
    ['a widget that nobody has built', (q) => { q['learn']![1]!['widget']!['id'] = put('crystal-ball') }, /^learn\[1\]\.widget\.id: there is no widget "crystal-ball" here — Use one of: icon-array, /],
    ['a widget set to what it cannot show', (q) => { q['learn']![1]!['widget']!['params'] = put({ n: 100, rate: 14 }) }, /^learn\[1\]\.widget\.params\.rate: 14 is too large — The largest value is 0\.4/],
    ['a widget with a misspelt value', (q) => { q['learn']![1]!['widget']!['params'] = put({ people: 100 }) }, /^learn\[1\]\.widget\.params: nothing here is called "people"/],
    ['a lamp in a department that is not built', (q) => { q['effects']![0] = put({ on: 'pass', do: 'light', target: 'moon-base' }) }, /^effects\[0\]\.target: the hospital has no department "moon-base" — Use one of: reception/],
    ['a door to nowhere', (q) => { q['effects']![0] = put({ on: 'pass', do: 'unlock', target: 'library' }) }, /^effects\[0\]\.target: "library" names no place — .*"library\.new-room"/],
    ['a change in somebody who is not there', (q) => { q['effects']![1]!['target'] = put('joan-mallik') }, /^effects\[1\]\.target: nobody in the hospital is called "joan-mallik" — Use one of: joan-malik, rosa-lind/],
    ['a figure that is not on the wall', (q) => { q['effects']![2]!['target'] = put('happiness') }, /^effects\[2\]\.target: there is no figure "happiness" on the wall — Use one of: readmissions, /],
    ['a figure that moves by nothing', (q) => { delete (q['effects']![2] as Partial<Loose>)['delta'] }, /^effects\[2\]\.delta: .* — Add "delta"/],
    ['a thing that is not on the map', (q) => { q['effects']![0]!['target'] = put('fountain') }, /^effects\[0\]\.target: nothing on the map is called "fountain" — Use one of: revolving-door/],
    ['a sound that nobody makes', (q) => { q['effects']![0] = put({ on: 'pass', do: 'sound', target: 'constructor' }) }, /^effects\[0\]\.target: nothing here sounds like "constructor" — Use one of: bell, beep, alarm, door/],
    ['a thing that is never so', (q) => { q['effects']![0]!['state'] = put('purple') }, /^effects\[0\]\.state: "revolving-door" is never "purple" — Write "state" as one of: spinning, slow/],
    ['a later hint that is cheaper', (q) => { q['hints']![2]!['cost'] = put(0) }, /costs less than the one before/],
  ])('%s', (_name, change, words) => {
    expect(problemsOf(change).join('\n')).toMatch(new RegExp(words.source, 'm'))
  })

  test.each([
    ['rules', 'ruleTable'], ['mapping', 'mapTable'], ['annotate', 'annotations'], ['prompt', 'promptPack'], ['board', 'board'],
  ])('a %s bench with nothing on it says that %s is missing, at the start and in the reference', (bench, artefact) => {
    const found = problemsOf((q) => { q['build']!['workbench'] = put(bench) })
    expect(found).toEqual([
      expect.stringMatching(new RegExp(`^build\\.startArtefacts\\.${artefact}: the ${bench} bench edits "${artefact}" \\(.+\\), and there is none — Add "${artefact}"( or "\\w+")* here`)),
      expect.stringMatching(new RegExp(`^build\\.referenceArtefacts\\.${artefact}: `)),
    ])
    const second = problemsOf((q) => { q['build']!['secondary'] = put(bench); q['practiceArtefacts'] = put({}) })
    expect(second.map((line) => line.split(':')[0])).toEqual(['build.startArtefacts', 'build.referenceArtefacts', 'practiceArtefacts'].map((place) => `${place}.${artefact}`))
  })

  test('an artefact that cannot be read is told field by field', () => {
    const table = { inputs: [{ name: 'ward', label: 'Ward', kind: 'choice' }], outputs: [{ name: 'pa', label: 'Answer', kind: 'choice', values: ['yes', 'no'] }], rows: [{ id: 'a' }, { id: 'a' }] }
    const beside = (ruleTable: unknown) => problemsOf((q) => { q['build']!['startArtefacts'] = put({ ruleTable }) })
    expect(beside({ ...table, hit: 'ANY' })).toEqual([expect.stringMatching(/^build\.startArtefacts\.ruleTable\.hit: "ANY" is not one of the possible values — Write one of: FIRST, COLLECT/)])
    expect(beside({ ...table, inputs: [{ ...table.inputs[0], label: 7 }] })).toEqual([expect.stringMatching(/^build\.startArtefacts\.ruleTable\.inputs\[0\]\.label: this is a number, but it must be text/)])
    expect(beside(table)).toEqual([expect.stringMatching(/^build\.startArtefacts\.ruleTable: two rows are called "a"\. Give each an id of its own — /)])
    expect(problemsOf((q) => { q['practiceArtefacts'] = put({ plan: { help: 'everybody' } }) }).join('\n')).toMatch(/^practiceArtefacts\.plan\.help: .*must be an object/m)
  })

  test.each(['__proto__', 'constructor', 'prototype'])('a %s key is refused', (key) => {
    const text = JSON.stringify(questSource()).replace('"params":{}', `"params":{"${key}":{"polluted":true}}`)
    expect(problemsIn(text)[0]).toContain(`the name "${key}" is reserved`)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('NaN and infinite parameters are refused at their place', () => {
    for (const number of ['NaN', 'Infinity', '1e999']) {
      const text = JSON.stringify(questSource()).replace('"share":0.2', `"share":${number}`)
      expect(problemsIn(text)[0]).toMatch(/^line 1, column \d+: .*(not allowed|too large)/)
    }
  })

  test('a control character in words is refused', () => {
    expect(problemsOf((q) => { q['title'] = put('bell \u0007') })[0]).toContain('hidden control character')
  })

  test('one word where an object should be is told, not thrown', () => {
    for (const text of ['"hello"', '[]', 'null', '7', '{}']) expect(problemsIn(text).length, text).toBeGreaterThan(0)
  })

  test('thousands of problems end after the first ones', () => {
    const found = problemsOf((q) => { q['effects'] = put(Array.from({ length: 12 }, () => ({ a: 1 }))); q['seeds'] = put(Array.from({ length: 5000 }, () => 1)) })
    expect(found.length).toBeLessThanOrEqual(41)
  })
})

describe('whatever somebody puts anywhere in a quest', () => {
  const places = placesIn(questSource())

  test('the door answers in words and never throws', () => {
    fc.assert(fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
      const source = questSource() as unknown as Loose
      const last = path.at(-1)!
      const parent = path.slice(0, -1).reduce((at, part) => at[part as never]!, source)
      ;(parent as Record<string, unknown>)[last] = value
      for (const problem of problemsIn(JSON.stringify(source))) expect(problem).toMatch(/^.+: .+ — .+/)
    }), { numRuns: 300 })
  })
})

/** Every place in a value, as the way to it. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

describe('a solution from a file', () => {
  test('comes through', () => {
    const solution = sampleSolution()
    expect(parseSolution(JSON.stringify(solution))).toEqual({ ok: true, solution })
  })

  test('in circles is refused', () => {
    const { graph } = sampleSolution()
    const read = parseSolution(JSON.stringify({ graph: { ...graph, edges: [...graph.edges, ['out.x', 'src.x']] } }), 'mine.json')
    expect(read.ok ? [] : read.problems.map(({ file, path, what }) => `${file}: ${path}: ${what}`)).toEqual([
      expect.stringMatching(/^mine\.json: graph\.edges: the nodes .*src.* form a circle/),
    ])
  })

  test('with a block that nobody has heard of is refused', () => {
    const read = parseSolution(JSON.stringify(sampleSolution()), 'mine.json', { blocks: new Set(['data.source:cohort']) })
    expect(read.ok ? [] : read.problems.map(({ path, what }) => `${path}: ${what}`)).toContain('graph.nodes[1].block: there is no block "score.points:lace"')
  })

  test('that is a quest is refused', () => {
    expect(parseSolution(JSON.stringify(questSource())).ok).toBe(false)
  })
})
