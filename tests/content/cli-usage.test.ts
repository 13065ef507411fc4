import { describe, expect, test, vi } from 'vitest'
import { quest } from './quest-cli.ts'

// Each test starts Node anew, which takes seconds when the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

describe.concurrent('calling the command line', () => {
  test('without a command it lists them and exits 2', async () => {
    const { code, out } = await quest()
    expect(code).toBe(2)
    for (const name of ['check', 'run', 'new', 'schema', 'docs', 'play']) expect(out).toContain(name)
  })

  test('help is no mistake', async () => {
    expect((await quest('--help')).code).toBe(0)
    const { code, out } = await quest('run', '--help')
    expect(code).toBe(0)
    expect(out).toContain('--solution <file>')
  })

  test.each([
    [['chek'], /There is no command "chek"/],
    [['constructor'], /There is no command "constructor"/],
    [['check', '--fast'], /Unknown option '--fast'/],
    [['run'], /Which quest\?/],
    [['run', 'quests/readmission-risk/quest.json'], /Which solution\?/],
    [['run', 'a.json', 'b.json', '--solution', 'c.json'], /one argument too many: "b\.json"/],
    [['run', 'quests/readmission-risk/quest.json', '--solution', 'x.json', '--seeds', 'a,,b'], /Seeds are words with commas/],
    [['run', 'no-such.json', '--solution', 'x.json'], /no-such\.json: the whole file: there is no such file — Check the path/],
    [['new'], /What is it called\?/],
    [['new', 'Ward Seven'], /"Ward Seven" will not do/],
    [['new', '../escape'], /will not do/],
    [['new', 'ward-seven', '--from', 'moon-base'], /There is no quest "moon-base" to start from\. Use one of: .*readmission-risk/],
    [['new', 'readmission-risk'], /is there already.*nothing was changed/],
    [['schema', 'x'], /one argument too many/],
    [['docs', 'x'], /one argument too many/],
    [['play'], /Which quest\?/],
    [['play', 'quests/readmission-risk/quest.json', '--port', 'high'], /whole number from 1 to 65535/],
  ])('%j exits 2 and says why', async (args, words) => {
    const { code, err } = await quest(...args)
    expect(err).toMatch(words)
    expect(code).toBe(2)
  })
})
