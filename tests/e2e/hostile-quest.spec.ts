/** A stranger's quest in the browser: its words are words, and a file that is no quest is refused in a sentence. */
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { Learner } from './learner.ts'
import { quest } from './quest.ts'

const SCRIPT = '<script>globalThis.ran = true</script>'
const ATTACKS = `${SCRIPT}<img src="/ran.png" onerror="globalThis.ran = true"><svg onload="globalThis.ran = true">`
const LINKS = '[here](javascript:globalThis.ran=true) [there](data:text/html,<script>alert(1)</script>)'
/** Fields that somebody reads, wherever they stand. */
const WORDS = new Set(['title', 'brief', 'stake', 'win', 'lose', 'say', 'md', 'label', 'note', 'onFail', 'reply', 'q', 'why', 'reveal', 'transfer', 'name'])

function poisoned(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return WORDS.has(key) ? `${value} ${ATTACKS} ${LINKS}` : value
  if (Array.isArray(value)) return value.map((inner) => poisoned(inner, key === 'options' ? 'q' : key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poisoned(inner, name)]))
}

async function serve(page: Page, body: string): Promise<void> {
  await page.route('**/strange/quest.json', (route) => route.fulfill({ contentType: 'application/json', body }))
}

test('script in every word of a quest is read, not run', async ({ page }) => {
  const eve = new Learner(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('dialog', (dialog) => { asked.push(`dialog: ${dialog.message()}`); void dialog.dismiss() })
  const strange = { ...(poisoned(quest) as typeof quest), id: 'strange' }
  strange.npc.id = 'eve-malory'
  strange.npc.role += ATTACKS
  await serve(page, JSON.stringify(strange))
  const expectOnlyWords = async (where: string) => {
    await expect(page.getByText(SCRIPT).first(), `${where}: it can be read`).toBeVisible()
    const found = await page.evaluate(() => ({
      ran: 'ran' in globalThis,
      elements: document.querySelectorAll('img[src$="ran.png"], svg[onload], [onerror], a[href^="javascript:"], a[href^="data:"]').length,
    }))
    expect(found, where).toEqual({ ran: false, elements: 0 })
  }

  await page.goto('/?quest=strange/quest.json&map=0')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Eve <b onclick=1>')
  await eve.press('Start my first shift')
  await expectOnlyWords('brief')
  await eve.listenUntil("I'll help")
  await expectOnlyWords('stake')
  await eve.press("I'll help")
  await eve.expectStage('Learn')
  const cards = page.getByRole('navigation', { name: 'Cards' }).getByRole('button')
  for (let card = 0; card < quest.learn.length; card++) {
    await cards.nth(card).click()
    await expectOnlyWords(`card ${card + 1}`)
  }
  await eve.press('Go and practise')
  await expectOnlyWords('practice')
  await eve.press('Skip the practice')
  await eve.expectStage('Build')
  const table = await eve.showTable()
  await table.settings('Features')
  await expectOnlyWords('bench')
  await eve.verify()
  await expectOnlyWords('verdict')
  await eve.press('Back to the floor')
  await expect(page.getByRole('heading', { name: 'St Turing Hospital' })).toBeVisible()
  await expectOnlyWords('hospital')
  await page.getByRole('region', { name: 'People and places' }).getByRole('button', { name: SCRIPT }).click()
  await expect(page.getByRole('region', { name: SCRIPT })).toContainText('Continue the quest')
  await expectOnlyWords('meeting')
  await page.getByRole('button', { name: 'Journal' }).click()
  await expectOnlyWords('journal')
  expect(asked.filter((url) => url.includes('ran.png') || url.startsWith('dialog'))).toEqual([])
  eve.expectNoProblems()
})

const whole = JSON.stringify({ ...quest, id: 'strange' }, null, 2)
const REFUSED: [name: string, body: string, words: RegExp][] = [
  ['cut short', whole.slice(0, 20_000), /line \d+, column \d+: .*\./],
  ['with a text of 10 MB', whole.replace(quest.title, 'x'.repeat(10_000_000)), /the whole file: it has 10,\d\d\d kB\. A quest file may have at most 1,000 kB/],
  ['with keys of a prototype', whole.replace('"params": {', '"params": { "__proto__": { "polluted": true },'), /the name "__proto__" is reserved/],
  ['nested without end', '['.repeat(500_000), /nested more than 64 deep/],
  ['that is a page of the web', '<!doctype html><script>globalThis.ran = true</script>', /line 1, column 1: expected a value/],
  ['with nothing in it', '', /the file is empty/],
]

for (const [name, body, words] of REFUSED) {
  test(`a file ${name} is refused in a sentence`, async ({ page }) => {
    await serve(page, body)
    await page.goto('/?quest=strange/quest.json#/quest/strange/build')
    await expect(page.getByRole('heading', { name: 'This quest cannot be opened yet' })).toBeFocused()
    await expect(page.getByRole('alert')).toHaveText(words)
    expect(await page.evaluate(() => ({ ran: 'ran' in globalThis, polluted: 'polluted' in {} }))).toEqual({ ran: false, polluted: false })
    await expect(page).toHaveURL(/#\/quest\/strange\/build$/)
  })
}

test('a file that is not there says so, passes axe, fits a phone, and the hospital opens without it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/?quest=nowhere/quest.json')
  await expect(page.getByRole('alert')).toContainText('The quest at nowhere/quest.json could not be fetched: the server answered 404.')
  await expectAccessible(page, 'refused quest')
  await expectNothingClipped(page, 'refused quest')
  await page.getByRole('link', { name: 'Open the hospital without it' }).click()
  await expect(page.getByRole('button', { name: 'New game' })).toBeVisible()
})
