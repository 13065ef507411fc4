import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuest } from '../core/quest/parse.ts'
import { Quest } from '../core/quest/schema.ts'
import { allBlocks, blockSpec } from './blocks/catalogue.ts'
import { allGenerators, generatorOf } from './data/generators.ts'
import { paramsFor } from './data/quest-cases.ts'
import { artefactRead } from './graph/block.ts'
import { allHarnesses } from './harness/harnesses.ts'
import { runVisible } from './judge.ts'
import { still } from './lab.fixture.ts'
import { fetchNeeds } from './needs.ts'
import { labKnows } from './quest-check.ts'

// A quest file is loose on purpose: these tests write into it what no type would allow.
type Loose = { [key: string]: Loose } & Loose[]

const folder = new URL('../../quests/', import.meta.url)
const text = (quest: string) => readFileSync(new URL(`${quest}/quest.json`, folder), 'utf8')
const quests = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)

function problemsOf(quest: string, change: (source: Loose) => void): string[] {
  const source = JSON.parse(text(quest)) as Loose
  change(source)
  const read = parseQuest(JSON.stringify(source), 'quest.json', labKnows)
  return read.ok ? [] : read.problems.map(({ path, what, mend }) => `${path}: ${what} — ${mend}`)
}
const put = (value: unknown): Loose => value as Loose

describe('a quest held against what the lab offers', () => {
  it.each(quests)('%s has no problem', (quest) => {
    expect(problemsOf(quest, () => {})).toEqual([])
  })
})

describe('parameters of a generator', () => {
  it.each<[string, (q: Loose) => void, RegExp]>([
    ['one that it does not have', (q) => { q['data']!['sets']!['train']!['params'] = put({ patients: 400 }) }, /^data\.sets\.train\.params\.patients: "pa\.orders" has no parameter "patients" — It takes: n, planYearMix, missingRate, services, simple\.$/],
    ['too few', (q) => { q['data']!['sets']!['practice']!['params'] = put({ n: 3 }) }, /^data\.sets\.practice\.params\.n: 3 is too small — The smallest value is 20/],
    ['words for a number, in a hidden set', (q) => { q['data']!['hidden']![1]!['params'] = put({ planYearMix: 'half' }) }, /^data\.hidden\[1\]\.params\.planYearMix: this is text in double quotes, but it must be a number/],
    ['a service that nobody orders', (q) => { q['data']!['sets']!['train']!['params'] = put({ services: ['CPAP', 'Moon trip'] }) }, /^data\.sets\.train\.params\.services\[1\]: "Moon trip" is not one of the possible values — Write one of: .*CPAP/],
  ])('%s', (_, change, line) => {
    const found = problemsOf('pa-coverage-check', change)
    expect(found).toEqual([expect.stringMatching(line)])
    expect(found.join()).not.toMatch(/[{}]|invalid_|unrecognized/)
  })

  it.each(quests)('%s: an unknown one is told at its place, whatever the generator', (quest) => {
    expect(problemsOf(quest, (q) => { q['data']!['hidden']![0]!['params'] = put({ moonlight: 1 }) })).toEqual([expect.stringMatching(/^data\.hidden\[0\]\.params\.moonlight: "[a-z0-9.]+" has no parameter "moonlight" — It takes: /)])
  })
})

describe('parameters of a metric', () => {
  const at = (quest: string, fn: string) => (JSON.parse(text(quest)) as { verify: { metrics: { fn: string }[] } }).verify.metrics.findIndex((metric) => metric.fn === fn)
  it.each<[string, string, string, object, RegExp]>([
    ['one that the function does not take', 'readmission-risk', 'ece', { groups: 5 }, /^verify\.metrics\[\d+\]\.params\.groups: "ece" has no parameter "groups" — It takes: bins\.$/],
    ['any, where it takes none', 'pa-coverage-check', 'decidedRight', { by: 'payer' }, /params\.by: "decidedRight" has no parameter "by" — It takes none; remove it/],
    ['a comparison with no metric', 'readmission-risk', 'testMinusDeployed', { of: 'happiness' }, /^verify\.metrics\[\d+\]\.params\.of: there is no other metric "happiness" to compare — Use one of: auc/],
    ['a comparison with nothing', 'readmission-risk', 'testMinusDeployed', {}, /params\.of: this entry is missing/],
  ])('%s', (_, quest, fn, params, line) => {
    expect(problemsOf(quest, (q) => { q['verify']!['metrics']![at(quest, fn)]!['params'] = put(params) })).toEqual([expect.stringMatching(line)])
  })
})

describe('columns and moments', () => {
  it.each<[string, (q: Loose) => void, RegExp]>([
    ['a column that is not made', (q) => { q['data']!['columns']!['agee'] = put({ label: 'Age' }) }, /^data\.columns\.agee: "cohort\.readmission" makes no column "agee" — Use one of: .*age/],
    ['a chart of what is not there', (q) => { q['data']!['case']!['sections']![0]!['columns'] = put(['age', 'mood']) }, /^data\.case\.sections\[0\]\.columns\[1\]: .*no column "mood"/],
    ['a truth that nobody wrote down', (q) => { q['verify']!['truth'] = put('cured') }, /^verify\.truth: .*no column "cured"/],
    ['people counted by what is not known', (q) => { q['verify']!['eligibility'] = put("mood == 'low' and age > 18") }, /^verify\.eligibility: "cohort\.readmission" makes no column "mood"/],
    ['people counted by half a sentence', (q) => { q['verify']!['eligibility'] = put('age >') }, /^verify\.eligibility: the expression cannot be read: .+ — Write a column, or/],
    ['a moment that means nothing', (q) => { q['data']!['defaultAvailableAt'] = put('dischrge') }, /^data\.defaultAvailableAt: "dischrge" is no moment .* — Write e\.g\. "admission"/],
  ])('%s', (_, change, line) => {
    expect(problemsOf('readmission-risk', change)).toEqual([expect.stringMatching(line)])
  })
})

describe('words on columns that a block makes', () => {
  const strips = readFileSync(new URL('../../tests/content/fixtures/strips-from-home/quest.json', import.meta.url), 'utf8')
  const found = (change: (q: Loose) => void) => {
    const source = JSON.parse(strips) as Loose
    change(source)
    const read = parseQuest(JSON.stringify(source), 'quest.json', labKnows)
    return read.ok ? [] : read.problems.map(({ path, what }) => `${path}: ${what}`)
  }
  it('are as good as those on columns of the generator, and a misspelt one is neither', () => {
    expect(found(() => {})).toEqual([])
    expect(found((q) => { q['data']!['columns']!['cosenn'] = put({ label: 'Disorder' }) })).toEqual(['data.columns.cosenn: "ecg.patch" makes no column "cosenn"'])
  })
  it('are not enough to judge by: what is judged comes from the generator', () => {
    expect(found((q) => { q['verify']!['truth'] = put('sqi > 0.5') })).toEqual(['verify.truth: "ecg.patch" makes no column "sqi"'])
  })
})

describe('blocks and wires', () => {
  const nodeOf = (q: Loose, place: string, block: string) => (q['build']![place]!['nodes'] as unknown as { block: string }[]).findIndex((node) => node.block === block)
  it.each<[string, (q: Loose) => void, RegExp]>([
    ['a setting that a block does not have', (q) => { q['build']!['reference']!['nodes']![nodeOf(q, 'reference', 'policy.capacity')]!['params'] = put({ part: 0.2 }) }, /^build\.reference\.nodes\[\d+\]\.params\.part: "policy\.capacity" has no parameter "part" — It takes: share/],
    ['a setting out of its bounds', (q) => { q['build']!['start']!['nodes']![nodeOf(q, 'start', 'ml.split')]!['params'] = put({ testShare: 7 }) }, /^build\.start\.nodes\[\d+\]\.params\.testShare: 7 is too large/],
    ['a data set that the quest does not have', (q) => { q['build']!['start']!['nodes']![0]!['params'] = put({ dataset: 'last-year' }) }, /^build\.start\.nodes\[0\]\.params\.dataset: there is no data set "last-year" — Use one of: practice, train/],
    ['a port that is not there', (q) => { q['build']!['start']!['edges']![0]!['0' as never] = put('src.rows') }, /^build\.start\.edges\[0\]\[0\]: "data\.source:cohort" has no output "rows" — Use one of: "table"/],
    ['types that do not join', (q) => { q['build']!['start']!['edges']!.push(put(['src.table', 'out.decisions'])); (q['build']!['start']!['edges'] as unknown as string[][]).splice(0, q['build']!['start']!['edges']!.length, ['src.table', 'out.decisions']) }, /^build\.start\.edges\[0\]: "data\.source:cohort" does not fit "sink\.result:decisions": it gives .* — Join ports of one type/],
  ])('%s', (_, change, line) => {
    expect(problemsOf('readmission-risk', change)).toEqual([expect.stringMatching(line)])
  })
})

describe('what goes together', () => {
  it('a harness that knows nothing of these cases', () => {
    const found = problemsOf('readmission-risk', (q) => { q['verify']!['harness'] = put('rules-orders') })
    expect(found).toContainEqual(expect.stringMatching(/^verify\.harness: "rules-orders" cannot judge what "cohort\.readmission" makes — Use one of: flags, release-table, rules-rows, tabular-risk; or another data\.generator: pa\.orders\./))
    expect(found).toContainEqual(expect.stringMatching(/^build\.start\.nodes\[\d+\]\.block: "rules-orders" cannot judge what ends in "sink\.result:decisions" — Use one of: sink\.result:cards/))
  })
  it('a source that cannot bring these cases in', () => {
    const found = problemsOf('hl7-front-door', (q) => {
      (q['build']!['palette'] as unknown as string[]).push('data.source:table')
      q['build']!['start']!['nodes']![0]!['block'] = put('data.source:table')
    })
    expect(found).toContainEqual(expect.stringMatching(/^build\.start\.nodes\[0\]\.block: "data\.source:table" cannot bring in what "hl7\.messages" makes — Use one of: data\.source:v2/))
  })
  /** What a quest, or an example for trainers, tells that generator for practice. */
  const practised = (generator: string): object => {
    const examples = new URL('../../docs/examples/', import.meta.url)
    const files = [...quests.map((name) => new URL(`${name}/quest.json`, folder)), ...readdirSync(examples).map((name) => new URL(`${name}/quest.json`, examples))]
    const quest = files.map((file) => Quest.parse(JSON.parse(readFileSync(file, 'utf8')))).find(({ data }) => data.generator === generator)
    const [set] = Object.values(quest?.data.sets ?? {})
    return quest && set ? paramsFor(quest, set) : {}
  }
  it('every generator says truly what it makes, every harness names generators and a sink that there are', () => {
    const age = { age: { draw: 'person', take: 'age' } }
    const least: Readonly<Record<string, object>> = {
      'table.synthetic': { n: 1, columns: age },
      'registry.synthetic': { n: 2, columns: age },
      'pictures.drawn': { n: 1, columns: { ill: { draw: 'bernoulli', p: 0.5 } }, label: 'ill', draw: [{ shape: 'fill', light: 0.5 }] },
      'notes.written': { n: 1, columns: age, kinds: { years: { label: 'Age', colour: 'blue' } }, sentences: { all: { say: ['Aged [[years:{age}]].'] } } },
    }
    for (const { id, makes, generate } of allGenerators) expect([id, generate('said-so', { ...(least[id] ?? practised(id)) }).type]).toEqual([id, makes])
    for (const { id, generators, judges } of allHarnesses) {
      for (const generator of generators) expect(generatorOf(generator), `${id}: ${generator}`).toBeDefined()
      expect(allBlocks.some(({ family, inputs }) => family === 'sink' && inputs[0]?.type === judges), id).toBe(true)
    }
    for (const { id, family, cases } of allBlocks) expect([id, cases !== undefined]).toEqual([id, family === 'source'])
  })
})

describe('what lies beside the graph', () => {
  it('a block that reads an artefact which is not there says which', () => {
    const found = problemsOf('noshow-fair-clinic', (q) => { q['build']!['startArtefacts'] = put({}) })
    expect(found).toEqual([expect.stringMatching(/^build\.startArtefacts\.plan: "ops\.sim:clinic" at build\.start\.nodes\[\d+\] reads "plan" \(.+\), and there is none — Add "plan" here/)])
  })
  it('a rule table under a name of its own is looked at as well, and a misspelt one is read by nobody', () => {
    const rename = (to: string, beside: string, hit = 'FIRST') => problemsOf('pa-coverage-check', (q) => {
      for (const place of ['start', 'reference']) {
        (q['build']![place]!['nodes'] as unknown as { block: string; params: object }[]).find(({ block }) => block === 'rules.table')!.params = { table: to }
        const artefacts = q['build']![`${place}Artefacts`]!
        artefacts[beside] = put({ ...artefacts['ruleTable'], hit })
      }
    })
    expect(rename('redFlags', 'redFlags')).toEqual([])
    expect(rename('redFlags', 'redFlags', 'LAST')[0]).toMatch(/^build\.startArtefacts\.redFlags\.hit: "LAST" is not one of the possible values/)
    expect(rename('redFlags', 'redflags')).toEqual([
      expect.stringMatching(/^build\.startArtefacts\.redFlags: "rules\.table" at build\.start\.nodes\[1\] reads "redFlags"/),
      expect.stringMatching(/^build\.referenceArtefacts\.redFlags: /),
      expect.stringMatching(/^build\.startArtefacts\.redflags: no block of the palette reads "redflags" — They read: ruleTable, redFlags/),
      expect.stringMatching(/^build\.referenceArtefacts\.redflags: /),
    ])
  })
  it('a bench that would set nothing is told which blocks it needs', () => {
    expect(problemsOf('readmission-risk', (q) => { q['build']!['secondary'] = put('ops') })).toEqual([
      expect.stringMatching(/^build\.secondary: no block of the palette does what the ops bench sets — Add one of: ops\.sim:queue, ops\.sim:clinic/),
    ])
    const rules = problemsOf('readmission-risk', (q) => {
      q['build']!['workbench'] = put('rules')
      const { ruleTable } = (JSON.parse(text('pa-coverage-check')) as { build: { startArtefacts: { ruleTable: unknown } } }).build.startArtefacts
      for (const place of ['startArtefacts', 'referenceArtefacts']) q['build']![place] = put({ ruleTable })
    })
    expect(rules[0]).toMatch(/^build\.workbench: no block of the palette does what the rules bench sets — Add one of: rules\.table/)
  })
})

describe('what the catalogue says that a block reads', () => {
  const whole = quests.map((name) => [name, Quest.parse(JSON.parse(text(name)))] as const).filter(([, { build }]) => Object.keys(build.referenceArtefacts).length > 0)

  it.each(whole)('%s: without an artefact only those stop that are said to read it', async (_, quest) => {
    await fetchNeeds(quest)
    const { reference, referenceArtefacts } = quest.build
    for (const name of Object.keys(referenceArtefacts)) {
      const { [name]: _gone, ...artefacts } = referenceArtefacts
      const { problems } = runVisible({ quest, solution: { graph: reference, artefacts }, set: 'practice' }, still)
      const readers = reference.nodes.filter(({ block, params }) => artefactRead(blockSpec(block)!, params) === name).map(({ id }) => id)
      expect(readers.length).toBeGreaterThan(0)
      if (name !== 'exprs') expect(problems.length).toBeGreaterThan(0)
      for (const { node } of problems) expect(readers).toContain(node)
    }
  })
})

describe('whatever somebody puts anywhere in a quest', () => {
  const source = JSON.parse(text('pa-coverage-check')) as Loose
  const places = placesIn({ build: source['build'], data: source['data'], effects: source['effects'] })

  it('the door answers in words and never throws', () => {
    fc.assert(fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
      const found = problemsOf('pa-coverage-check', (q) => {
        const parent = path.slice(0, -1).reduce((at, part) => at[part as never]!, q)
        ;(parent as Record<string, unknown>)[path.at(-1)!] = value
      })
      for (const problem of found) expect(problem).toMatch(/^.+: .+ — .+/s)
    }), { numRuns: 60 })
  })
})

/** Every place in a value, as the way to it. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}
