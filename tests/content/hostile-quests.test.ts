import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { questSource } from '../../src/core/quest/quest.fixture.ts'
import { quest, type Said, scratch } from './quest-cli.ts'

// Each test starts Node anew, which takes seconds when the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

type Loose = { [key: string]: Loose } & Loose[]

const folder = scratch()
const whole = JSON.stringify(questSource(), null, 2)

function changed(change: (source: Loose) => void): string {
  const source = questSource() as unknown as Loose
  change(source)
  return JSON.stringify(source)
}
const put = (value: unknown): Loose => value as Loose

/** Name of the file, its content, and what the one line about it must say. */
const files: [name: string, content: string, words: RegExp][] = [
  ['truncated.json', whole.slice(0, 1500), /line \d+, column \d+: .* — /],
  ['empty.json', '', /the file is empty/],
  ['not-json.json', '<!doctype html><script>alert(1)</script>', /line 1, column 1: expected a value/],
  ['ten-megabytes.json', changed((q) => { q['title'] = put('x'.repeat(10_000_000)) }), /it has 10,\d\d\d kB/],
  ['deep.json', '['.repeat(500_000), /nested more than 64 deep/],
  ['prototype.json', whole.replace('"params": {}', '"params": {"__proto__": {"polluted": true}}'), /the name "__proto__" is reserved/],
  ['constructor.json', whole.replace('"params": {}', '"params": {"constructor": {"prototype": {}}}'), /the name "constructor" is reserved/],
  ['nan.json', whole.replace('"share": 0.2', '"share": NaN'), /NaN is not allowed/],
  ['infinite.json', whole.replace('"share": 0.2', '"share": 1e400'), /this number is too large/],
  ['wrong-types.json', changed((q) => { q['learn'] = put('everything'); q['n'] = put('seven') }), /n: this is text in double quotes, but it must be a number/],
  ['unknown-block.json', changed((q) => { q['build']!['palette'] = put([...(q['build']!['palette'] as unknown as string[]), 'os.shell']) }), /there is no block "os\.shell"/],
  ['cycle.json', changed((q) => { (q['build']!['start']!['edges'] as unknown as unknown[]).push(['out.decisions', 'src.table']) }), /form a circle/],
  ['regex.json', changed((q) => { q['build']!['start']!['nodes']![1]!['params'] = put({ pattern: '^(\\w+\\s?)*$' }) }), /a repetition stands inside another/],
  ['method.json', changed((q) => { q['trap']!['when'] = put({ method: [{ var: 'gap' }, 'constructor'] }) }), /there is no operator "method"/],
  ['control.json', changed((q) => { q['title'] = put('bell \u0007') }), /hidden control character/],
  ['no-table.json', changed((q) => { q['build']!['workbench'] = put('rules') }), /build\.startArtefacts\.ruleTable: the rules bench edits "ruleTable" .* and there is none — Add "ruleTable"/],
  ['no-parameter.json', changed((q) => { q['data']!['sets']!['train']!['params'] = put({ patients: 9 }) }), /data\.sets\.train\.params\.patients: "cohort\.readmission" has no parameter "patients" — It takes: n, /],
  ['no-widget.json', changed((q) => { q['learn']![1]!['widget']!['id'] = put('crystal-ball') }), /learn\[1\]\.widget\.id: there is no widget "crystal-ball" here — Use one of: icon-array/],
  ['no-target.json', changed((q) => { q['effects']![0]!['target'] = put('fountain') }), /effects\[0\]\.target: nothing on the map is called "fountain"/],
  ['no-sources.json', changed((q) => { q['sources'] = put(['kans', 'donze', 'my-uncle']) }), /there is no source "my-uncle"/],
]

let said: Said
beforeAll(async () => {
  said = await quest('check', ...files.map(([name, content]) => folder.put(name, content)))
})
afterAll(() => folder.remove())

describe('quest files that nobody should trust', () => {
  test('all of them are refused, in one go, and nothing hangs', () => {
    expect(said.err).toBe('')
    expect(said.code).toBe(1)
    expect(said.ms).toBeLessThan(60_000)
  })

  test.each(files)('%s is refused in one line with a way to mend it', (name, _content, words) => {
    const lines = said.out.split('\n').filter((line) => line.includes(`/${name}: `))
    expect(lines.join('\n')).toMatch(words)
    for (const line of lines) expect(line).toMatch(/^[^:]+: [^:]+: .+ — .+[.!?}"]$/)
  })

  test('script in words is no problem: the only thing missing is a proof', async () => {
    const file = folder.put('script.json', changed((q) => { q['title'] = put('<script>alert(1)</script>') }))
    const { out, code } = await quest('check', file)
    expect(out.trim().split('\n')).toEqual([expect.stringMatching(/proof\.json: the whole file: there is no such file — A quest needs a proof/)])
    expect(code).toBe(1)
  })

  test('a folder without a quest, and a path that is not there', async () => {
    const { out, code } = await quest('check', folder.path, '/no/such/place')
    expect(out.match(/there is no such file/g)).toHaveLength(2)
    expect(code).toBe(1)
  })
})
