import { describe, expect, it } from 'vitest'
import { parseQuest } from '../core/quest/parse.ts'
import { questSource } from '../core/quest/quest.fixture.ts'
import { labKnows } from './quest-check.ts'

// A source file is loose on purpose: these tests write into it what no type would allow.
type Loose = { [key: string]: Loose } & Loose[]
const put = (value: unknown): Loose => value as Loose

/** The sample quest on a table of its own. */
function described(): Loose {
  const source = questSource() as unknown as Loose
  source['data'] = put({
    generator: 'table.synthetic',
    defaultAvailableAt: 'stay',
    params: {
      constants: { base: -2 },
      columns: {
        age: { draw: 'person', take: 'age' },
        ward: { draw: 'category', weights: { '4A': 2, '4B': 1 } },
        frailty: { draw: 'normal', mean: 0, sd: 1, latent: true },
        pulse: { draw: 'normal', mean: '80 + 5 * frailty', sd: 10, missing: 0.05, round: 0 },
        crash: { draw: 'bernoulli', logit: 'base + frailty' },
      },
    },
    columns: {
      age: { label: 'Age', unit: 'years' }, ward: { label: 'Ward', role: 'group' }, pulse: { label: 'Pulse', unit: 'per minute' },
      crash: { label: 'Got worse', unit: '0 or 1', role: 'truth', availableAt: 'stay+24h' },
    },
    case: { title: '{age} years', sections: [{ title: 'Chart', columns: ['age', 'pulse'] }] },
    sets: { practice: { seed: 'p', params: { n: 50 } }, train: { seed: 't', params: { n: 200 } } },
    hidden: [{ seed: 'h', params: { n: 100, constants: { base: -3 } }, viewAt: 'stay' }],
  })
  source['verify']!['truth'] = put('crash')
  source['verify']!['eligibility'] = put('age >= 18')
  return source
}

function problemsOf(change: (source: Loose, columns: Loose) => void): string[] {
  const source = described()
  change(source, source['data']!['params']!['columns']!)
  const read = parseQuest(JSON.stringify(source), 'quest.json', labKnows)
  return read.ok ? [] : read.problems.map(({ path, what, mend }) => `${path}: ${what} — ${mend}`)
}

describe('a quest that describes its own table', () => {
  it('may be well made', () => {
    expect(problemsOf(() => {})).toEqual([])
  })

  it.each<[string, (source: Loose, columns: Loose) => void, RegExp]>([
    ['a way of drawing that is not', (_, c) => { c['pulse']!['draw'] = put('gaussian') }, /^data\.params\.columns\.pulse\.draw: there is no draw "gaussian" here — Use one of: uniform, normal, /],
    ['no way of drawing', (_, c) => { delete (c['pulse'] as Partial<Loose>)['draw'] }, /^data\.params\.columns\.pulse\.draw: this entry is missing — Use one of: uniform/],
    ['a spread left out', (_, c) => { delete (c['pulse'] as Partial<Loose>)['sd'] }, /^data\.params\.columns\.pulse\.sd: this entry is missing/],
    ['yes for a mean', (_, c) => { c['pulse']!['mean'] = put(true) }, /^data\.params\.columns\.pulse\.mean: this is true or false, but it must be a number or text in double quotes/],
    ['a word too many', (_, c) => { c['pulse']!['deviation'] = put(3) }, /^data\.params\.columns\.pulse: nothing here is called "deviation"/],
    ['a name with a blank', (s, c) => { c['heart rate'] = put({ draw: 'normal', mean: 1, sd: 1 }) }, /^data\.params\.columns\["heart rate"\]: the name "heart rate" has the wrong form — It must be one word of letters and digits/],
    ['a formula that stops', (_, c) => { c['pulse']!['mean'] = put('80 + ') }, /^data\.params\.columns\.pulse\.mean: the formula cannot be read from character 6 on — The expression stops too early/],
    ['a column that is not', (_, c) => { c['pulse']!['mean'] = put('80 + frality') }, /^data\.params\.columns\.pulse\.mean: there is no column and no constant "frality" — Did you mean "frailty"\?/],
    ['words where numbers must stand', (_, c) => { c['pulse']!['mean'] = put('80 + ward') }, /^data\.params\.columns\.pulse\.mean: the formula does not fit its columns from character 6 on — "ward" holds words/],
    ['a weight that cannot be read', (_, c) => { c['ward']!['weights']!['4B'] = put('1 +* 2') }, /^data\.params\.columns\.ward\.weights\["4B"\]: the formula cannot be read/],
    ['a chance said twice', (_, c) => { c['crash']!['p'] = put(0.1) }, /^data\.params\.columns\.crash: the chance of yes must be said once — Write either "p" or "logit"/],
    ['a rate without log-odds', (_, c) => { c['crash'] = put({ draw: 'bernoulli', p: 0.1, rate: 0.1 }) }, /^data\.params\.columns\.crash\.rate: only log-odds can be shifted/],
    ['a circle', (_, c) => { c['frailty']!['mean'] = put('pulse / 80') }, /^data\.params\.columns\.frailty: the columns frailty, pulse, crash wait for one another — Let one of them do without/],
    ['somebody who is not there', (_, c) => { c['age']!['who'] = put('nurse') }, /^data\.params\.columns\.age\.who: nobody here is called "nurse" — Use one of: patient/],
    ['ages the wrong way round', (s) => { s['data']!['params']!['people'] = put({ patient: { ages: [80, 20] } }) }, /^data\.params\.people\.patient\.ages: the ages run from 80 to 20/],
    ['a constant that is a column', (s) => { s['data']!['params']!['constants']!['age'] = put(3) }, /^data\.params\.constants\.age: "age" is a column too/],
    ['a column called not', (_, c) => { c['not'] = put({ draw: 'uniform', from: 0, to: 1 }) }, /^data\.params\.columns\.not: "not" has a meaning in formulas already/],
    ['once for each of nothing', (_, c) => { c['ward']!['per'] = put('site') }, /^data\.params\.columns\.ward\.per: there is no other column "site"/],
    ['a day that is none', (_, c) => { c['ward'] = put({ draw: 'date', from: '2025-13-40' }) }, /^data\.params\.columns\.ward\.from: there is no other column "2025-13-40" — Write a day such as/],
    ['a written row of another table', (s) => { s['data']!['params']!['rows'] = put([{ age: 7 }, { heart: 80 }]) }, /^data\.params\.rows\[1\]\.heart: the table has no column "heart"/],
    ['a word in a column of numbers', (s) => { s['data']!['params']!['rows'] = put([{ age: 'old' }]) }, /^data\.params\.rows\[0\]\.age: this column holds numbers — Write a number, or null/],
    ['a word that no draw gives', (s) => { s['data']!['params']!['rows'] = put([{ ward: '9Z' }]) }, /^data\.params\.rows\[0\]\.ward: this column never says "9Z" — It is one of: 4A, 4B/],
    ['a word to stand in for a number', (_, c) => { c['pulse']!['before'] = put('none') }, /^data\.params\.columns\.pulse\.before: this column holds numbers/],
    ['more rows written than wanted', (s) => { s['data']!['params']!['rows'] = put(Array.from({ length: 60 }, () => ({}))) }, /^data\.sets\.practice\.params\.n: n is 50, and 60 rows are written out/],
    ['too many rows in one set', (s) => { s['data']!['sets']!['train']!['params']!['n'] = put(30_000) }, /^data\.sets\.train\.params\.n: 30000 is too large — The largest value is 20000/],
    ['a column of one hidden set that cannot be drawn', (s) => { s['data']!['hidden']![0]!['params']!['columns'] = put({ pulse: { sd: 'x' } }) }, /^data\.hidden\[0\]\.params\.columns\.pulse\.sd: there is no column and no constant "x"/],
    ['a column without words', (s) => { delete (s['data']!['columns'] as Partial<Loose>)['pulse'] }, /^data\.columns: the column "pulse" has no words — Add "pulse" with a label/],
    ['words without a column', (s) => { s['data']!['columns']!['temp'] = put({ label: 'Temperature', unit: '°C' }) }, /^data\.columns\.temp: "table\.synthetic" makes no column "temp" — Use one of: age, ward, pulse, crash/],
    ['numbers without a unit', (s) => { s['data']!['columns']!['age'] = put({ label: 'Age' }) }, /^data\.columns\.age: "age" holds numbers, and a column without a unit is taken for words/],
    ['words with a unit', (s) => { s['data']!['columns']!['ward']!['unit'] = put('beds') }, /^data\.columns\.ward: "ward" holds words/],
    ['no word on when', (s) => { delete (s['data'] as Partial<Loose>)['defaultAvailableAt'] }, /^data\.columns\.age: nobody says when "age" is written/],
    ['a moment that is none', (s) => { s['data']!['columns']!['age']!['availableAt'] = put('tomorrow') }, /^data\.columns\.age\.availableAt: "tomorrow" is no moment that can be compared with others — Write e\.g\. "admission", "discharge\+21d" or "decision\+6h": birth, referral/],
    ['a chart with a column that is not', (s) => { s['data']!['case']!['sections']![0]!['columns'] = put(['age', 'temp']) }, /^data\.case\.sections\[0\]\.columns\[1\]: "table\.synthetic" makes no column "temp"/],
    ['a truth that is not', (s) => { s['verify']!['truth'] = put('died') }, /^verify\.truth: "table\.synthetic" makes no column "died"/],
    ['a truth that is shown', (s) => { delete (s['data']!['columns']!['crash'] as Partial<Loose>)['role'] }, /^data\.columns\.crash: hidden cases would show what Verify looks for — Add "role": "truth"/],
    ['nobody eligible by that name', (s) => { s['verify']!['eligibility'] = put('ages >= 18') }, /^verify\.eligibility: "table\.synthetic" makes no column "ages"/],
  ])('%s is told with its place and a way to mend it', (_, change, words) => {
    expect(problemsOf(change).join('\n')).toMatch(new RegExp(words.source, 'm'))
  })

  it.each<[string, (verify: Loose) => void, RegExp]>([
    ['a figure about no answer', (v) => { v['metrics'] = put([{ id: 'missed', label: 'Missed', fn: 'missRate' }]) }, /^verify\.metrics\[0\]\.params\.value: this entry is missing/],
    ['a word too many', (v) => { v['metrics'] = put([{ id: 'auc', label: 'Right', fn: 'accuracy', params: { ouput: 'crash' } }]) }, /^verify\.metrics\[0\]\.params\.ouput: "accuracy" has no parameter "ouput" — It takes: output, where/],
    ['an output that is no column', (v) => { v['metrics'] = put([{ id: 'auc', label: 'Right', fn: 'accuracy', params: { output: 'access' } }]) }, /^verify\.metrics\[0\]\.params\.output: "table\.synthetic" makes no column "access"/],
    ['an output that is shown', (v) => { v['metrics'] = put([{ id: 'auc', label: 'Right', fn: 'accuracy', params: { output: 'ward' } }]) }, /^data\.columns\.ward: hidden cases would show what Verify looks for/],
    ['some cases of no column', (v) => { v['metrics'] = put([{ id: 'auc', label: 'Right', fn: 'accuracy', params: { where: "site == 'hill'" } }]) }, /^verify\.metrics\[0\]\.params\.where: "table\.synthetic" makes no column "site"/],
    ['groups of nothing', (v) => { v['metrics'] = put([{ id: 'auc', label: 'Right', fn: 'accuracy' }, { id: 'gap', label: 'Gap', fn: 'groupGap', params: { of: 'auc', by: 'language' } }]) }, /^verify\.metrics\[1\]\.params\.by: "table\.synthetic" makes no column "language"/],
    ['a comparison with nothing', (v) => { v['metrics'] = put([{ id: 'auc', label: 'Drop', fn: 'testMinusDeployed', params: { of: 'right' } }]) }, /^verify\.metrics\[0\]\.params\.of: there is no other metric "right" to compare — Add one to verify\.metrics/],
    ['nothing to compare with', (v) => { delete (v as Partial<Loose>)['truth'] }, /^verify\.truth: "rules-rows" cannot judge without it/],
  ])('%s is told of rules on rows', (_, change, words) => {
    const found = problemsOf((source) => {
      source['verify']!['harness'] = put('rules-rows')
      change(source['verify']!)
    })
    expect(found.join('\n')).toMatch(new RegExp(words.source, 'm'))
  })

  it('tells a mistake that all sets share once', () => {
    expect(problemsOf((_, c) => { c['pulse']!['mean'] = put('80 + ') })).toHaveLength(1)
  })

  it('is refused before it costs anything: too many cells, too much to read', () => {
    const wide = (s: Loose, c: Loose) => {
      for (let i = 0; i < 50; i++) c[`x${i}`] = put({ draw: 'uniform', from: 0, to: 1, latent: true })
      s['data']!['sets']!['train']!['params']!['n'] = put(20_000)
    }
    expect(problemsOf(wide)).toEqual([expect.stringMatching(/^data\.sets\.train\.params\.n: 20000 rows of 55 columns are more than 600000 cells — Use at most 10909 rows/)])
    const wordy = (_: Loose, c: Loose) => {
      for (let i = 0; i < 55; i++) c[`x${i}`] = put({ draw: 'formula', expr: `0${' + 1'.repeat(99)}`, latent: true })
    }
    expect(problemsOf(wordy)).toEqual([expect.stringMatching(/^data\.params\.columns: all formulas together have \d+ characters/)])
    const many = (_: Loose, c: Loose) => {
      for (let i = 0; i < 130; i++) c[`x${i}`] = put({ draw: 'uniform', from: 0, to: 1 })
    }
    expect(problemsOf(many).join()).toMatch(/data\.params\.columns: more than 120 columns/)
    const crowded = (s: Loose) => {
      s['data']!['params']!['constants'] = put(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i])))
      s['data']!['params']!['people'] = put(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`p${i}`, {}])))
    }
    expect(problemsOf(crowded).join()).toMatch(/people: more than 6 people in one row.*constants: more than 60 constants/)
  })
})

describe('a quest of another generator', () => {
  it('has its parameters checked as well', () => {
    const source = questSource() as unknown as Loose
    source['data']!['sets']!['train']!['params'] = put({ n: 3, signl: 1 })
    const read = parseQuest(JSON.stringify(source), 'quest.json', labKnows)
    expect(read.ok ? [] : read.problems.map(({ path, what }) => `${path}: ${what}`)).toEqual([
      'data.sets.train.params.n: 3 is too small', 'data.sets.train.params.signl: "cohort.readmission" has no parameter "signl"',
    ])
  })
})
