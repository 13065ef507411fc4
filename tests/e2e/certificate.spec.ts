/** The certificate on paper: one sheet, nothing on it that can only be pressed. */
import { readdirSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import type { Fact, FactBody } from '../../src/core/log/facts.ts'
import { readSave, writeSave } from '../../src/core/save/document.ts'
import { readQuest, reference, saveAtTheBench } from '../saves/at-the-bench.ts'

const SLUGS = readdirSync('quests', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
/** As long as a name may be. */
const NAME = 'Professor Maximiliane von Hohenstein-Oye'

/** Everything in the house is done, all of it to gold. */
function saveOfAGraduate(): string {
  const begun = readSave(saveAtTheBench(NAME, readQuest(SLUGS[0]!)))
  if (!begun.ok) throw new Error(begun.say)
  const facts = [...begun.document.facts]
  const tell = (body: FactBody) => facts.push({ ...body, deviceId: 'd-bench', seq: facts.length, at: 1_700_000_000_000 + 86_400_000 * facts.length } as Fact)
  for (const slug of SLUGS) {
    const quest = readQuest(slug)
    const of = { quest: quest.id }
    tell({ type: 'quest.accepted', ...of })
    tell({ type: 'solution.submitted', ...of, solution: reference(quest) })
    tell({ type: 'verdict.given', ...of, verdict: { medal: 'gold', metrics: {}, goals: [], guards: [], trap: null, problems: [], seeds: [], ms: 1 } })
    tell({ type: 'quest.completed', ...of })
  }
  return writeSave(facts)
}

async function openCertificate(page: Page): Promise<void> {
  await page.goto('/?map=0')
  await page.getByRole('button', { name: 'Import a save' }).click()
  await page.getByLabel('Choose a file').setInputFiles({ name: 'graduate.json', mimeType: 'application/json', buffer: Buffer.from(saveOfAGraduate()) })
  await expect(page.getByText(`The save of ${NAME}`)).toBeVisible()
  await page.goto('/?map=0#/certificate')
  await expect(page.getByRole('article')).toContainText(NAME)
}

/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

test('it prints on one sheet with every quest of the house, without its buttons', async ({ page }) => {
  expect(SLUGS.length).toBeGreaterThanOrEqual(9)
  await openCertificate(page)
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button')).toHaveCount(0)
  const sheet = page.getByRole('article')
  for (const slug of SLUGS) await expect(sheet.getByRole('row', { name: readQuest(slug).title })).toContainText('Gold medal')
  for (const words of [NAME, 'not medical advice']) await expect(sheet).toContainText(words)
  for (const format of ['A4', 'Letter'] as const) {
    expect(pagesOf(await page.pdf({ format })), format).toBe(1)
  }
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), 'as the page asks').toBe(1)
})
