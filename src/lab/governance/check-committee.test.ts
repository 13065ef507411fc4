import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseQuest } from '../../core/quest/parse.ts'
import type { Json } from '../../core/quest/schema.ts'
import { labKnows } from '../quest-check.ts'

// A source file is loose on purpose: these tests write into it what no type would allow.
type Loose = { [name: string]: Loose }
const put = (value: Json) => value as unknown as Loose

function problemsOf(change: (params: Loose, quest: Loose) => void): string[] {
  const quest = JSON.parse(readFileSync('quests/ai-governance-board/quest.json', 'utf8')) as Loose
  change(quest['data']!['params']!, quest)
  const read = parseQuest(JSON.stringify(quest), 'quest.json', labKnows)
  return read.ok ? [] : read.problems.map(({ path, what, mend }) => `${path}: ${what} — ${mend}`)
}

describe('the description of a committee', () => {
  it('of the house is in order', () => expect(problemsOf(() => {})).toEqual([]))

  it.each<[string, (params: Loose, quest: Loose) => void, RegExp]>([
    ['a fault of a tool that is not there', (p) => { p['changes']!['units']!['tools'] = put(['sepsys']) }, /^data\.params\.changes\.units\.tools\[0\]: there is no tool "sepsys" — Did you mean "sepsis"\?/],
    ['a measurement it does not read', (p) => { p['changes']!['units']!['input'] = put('creat') }, /^data\.params\.changes\.units\.input: there is no measurement of "sepsis" called "creat" — Did you mean "creatinine"\?/],
    ['other people by something nobody reads', (p) => { p['changes']!['flu']!['by'] = put({ fever: 1 }) }, /changes\.flu\.by\.fever: there is no measurement of these tools called "fever"/],
    ['a version of a tool of our own', (p) => { p['changes']!['vendor']!['tools'] = put(['noshow']); p['changes']!['vendor']!['reads'] = put({ wait: 1 }) }, /changes\.vendor\.tools\[0\]: "noshow" is not bought/],
    ['a card with a field that is not', (p) => { p['tools']!['chest']!['card']!['uses'] = put({ right: 'a', wrong: ['b'] }) }, /tools\.chest\.card\.uses: there is no field "uses" — Did you mean "use"\?/],
    ['a question about nobody', (p) => { p['questions']!['chest-weak']!['tool'] = put('ches') }, /questions\["?chest-weak"?\]\.tool: there is no tool "ches" — Did you mean "chest"\?|questions\.chest-weak\.tool: there is no tool "ches"/],
    ['a kind of change that is not', (p) => { p['changes']!['bus']!['kind'] = put('strike') }, /changes\.bus\.kind: there is no kind "strike" here — Use one of: reading, meaning/],
    ['a word too many', (p) => { p['chairs'] = put(4) }, /^data\.params\.chairs: "board\.timeline" has no parameter "chairs"/],
    ['ages that nobody has', (p) => { p['tools']!['chest']!['ages'] = put([118, 120]) }, /tools\.chest\.ages: nobody in the town is so old — Widen the ages/],
    ['no tool', (p) => { p['tools'] = put({}) }, /^data\.params\.tools: the committee answers for no tool/],
    ['an entry that the card has not', (_, q) => { q['build']!['startArtefacts']!['board']!['cards']!['chest']!['use'] = put('use-z') }, /^build\.startArtefacts\.board\.cards\.chest\.use: there is no entry "use-z" — Did you mean "use-/],
    ['a clause that nobody offers', (_, q) => { q['build']!['referenceArtefacts']!['board']!['contract'] = put(['pined']) }, /^build\.referenceArtefacts\.board\.contract\[0\]: there is no clause "pined" — Did you mean "pinned"|there is no clause "pined"/],
    ['a reason that nobody gives', (_, q) => { q['build']!['referenceArtefacts']!['board']!['rulings']!['drift']!['reason'] = put('results-holds') }, /board\.rulings\.drift\.reason: there is no reason "results-holds" — Did you mean "results-hold"\?/],
  ])('%s is told with its place and a way to mend it', (_, change, words) => expect(problemsOf(change).join('\n')).toMatch(new RegExp(words.source, 'm')))
})
