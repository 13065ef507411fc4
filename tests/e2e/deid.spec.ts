/** The Research Release: into the trap with moved dates, then to gold by the reference; by keys alone; and on a phone. */
import { type Download, expect, type Locator, test } from '@playwright/test'
import dicomParser from 'dicom-parser'
import { readFileSync } from 'node:fs'
import type { Annotations, CueRule, FindRule } from '../../src/core/artefacts/annotations.ts'
import type { Quest } from '../../src/core/quest/schema.ts'
import { expectAccessible, expectNothingClipped } from './axe.ts'
import { keyboard, mouse, reach, touch } from './hands.ts'
import { Learner } from './learner.ts'

const quest = JSON.parse(readFileSync('quests/deid-release/quest.json', 'utf8')) as Quest
const start = quest.build.startArtefacts['annotations'] as unknown as Annotations
const reference = quest.build.referenceArtefacts['annotations'] as unknown as Annotations

class PrivacyClerk extends Learner {
  async sitDown(name: string, stage: 'Practise' | 'Build'): Promise<void> {
    await this.startGame(name, '/?map=0')
    await this.takeQuestOf(quest.npc.name)
    await this.goOnTo(stage)
  }

  async turnTo(name: string): Promise<void> {
    await this.hand.turnTo(this.page.getByRole('tab', { name, exact: true }))
  }

  line(id: string): Locator {
    return this.page.locator(`[data-rule="${id}"]`)
  }

  async removeRule(id: string): Promise<void> {
    await this.line(id).click()
    await this.button('Remove this rule').click()
  }

  /** Write a rule as the reference has it, in the editor that is open. */
  async write(rule: FindRule): Promise<void> {
    const { page } = this
    const set = async (label: string, value: string) => {
      const field = page.getByLabel(label, { exact: true })
      if (await field.inputValue() !== value) await field.selectOption(value)
    }
    await set('Kind', rule.kind)
    if (rule.how === 'pattern') await page.getByLabel('Pattern', { exact: true }).fill(rule.find)
    if (rule.how === 'cue') await this.writeCue(rule, set)
  }

  private async writeCue({ words, side, take, slips }: CueRule, set: (label: string, value: string) => Promise<void>): Promise<void> {
    await this.page.getByLabel(/^Cues, parted/).fill(words.join(', '))
    await set('The cue stands', side)
    if (side === 'before') await set('Hide', take)
    if (slips) await this.hand.tick(this.page.getByRole('switch', { name: /^Forgive one slip/ }))
  }

  async setDates(label: string): Promise<void> {
    await this.turnTo('Rules')
    await this.page.getByLabel('What becomes of dates').selectOption({ label })
  }

  async writeRules(): Promise<void> {
    await this.removeRule('names')
    for (const name of [/^Hide a name everywhere/, /^Read O as 0/]) await this.hand.tick(this.page.getByRole('switch', { name }))
    for (const rule of reference.rules) {
      const known = start.rules.some(({ id }) => id === rule.id)
      if (known && JSON.stringify(start.rules.find(({ id }) => id === rule.id)) === JSON.stringify(rule)) continue
      if (known) await this.line(rule.id).click()
      else await this.button(rule.how === 'pattern' ? 'Add a pattern' : 'Add a cue').click()
      await this.write(rule)
    }
  }

  async settleReaders(): Promise<void> {
    await this.turnTo('Two readers')
    const answers = Object.entries(reference.settled)
    for (const [id, answer] of answers) await this.page.locator(`input[name="${id}"]`).nth(answer === 'yes' ? 0 : 1).check()
    for (const { note, from, to, kind } of reference.spans) {
      await this.page.getByLabel('Notes', { exact: true }).selectOption(String(Number(note.slice(1)) - 1))
      await this.chooseWords(from, to)
      await this.page.getByLabel('Mark as', { exact: true }).selectOption(kind)
      await this.press('Mark it')
    }
    await expect(this.page.getByRole('region', { name: 'Marked by you' }).getByRole('listitem')).toHaveCount(reference.spans.length)
  }

  /** By the arrows: words one by one, until the place is reached. */
  private async chooseWords(from: number, to: number): Promise<void> {
    const reader = this.page.getByRole('application', { name: 'The note, word by word' })
    const starts = await reader.evaluate((note) => {
      let at = 0
      return [...note.childNodes].flatMap((node) => {
        const begin = at
        at += node.textContent?.length ?? 0
        return node instanceof HTMLElement ? [{ begin, end: at }] : []
      })
    })
    const [first, last] = [starts.findIndex(({ begin }) => begin === from), starts.findIndex(({ end }) => end === to)]
    await reader.focus()
    await this.page.keyboard.press('Home')
    for (let i = 0; i < first; i++) await this.page.keyboard.press('ArrowRight')
    for (let i = first; i < last; i++) await this.page.keyboard.press('Shift+ArrowRight')
  }

  async fillHeaders(): Promise<void> {
    await this.turnTo('Headers')
    for (const [keyword, action] of Object.entries(reference.tags)) {
      if ((start.tags[keyword] ?? 'K') !== action) await this.page.getByLabel(keyword, { exact: true }).selectOption(action)
    }
  }

  /** Press a button that hands over a file, and read it with somebody else's reader. */
  async takeAway(button: Locator): Promise<{ name: string; file: dicomParser.DataSet }> {
    const coming = this.page.waitForEvent('download')
    await this.hand.press(button)
    const download: Download = await coming
    return { name: download.suggestedFilename(), file: dicomParser.parseDicom(readFileSync(await download.path())) }
  }

  get film(): Locator {
    return this.page.getByRole('application', { name: /^Film/ })
  }

  async drag(points: readonly (readonly [number, number])[]): Promise<void> {
    await this.film.scrollIntoViewIfNeeded()
    const box = await this.film.boundingBox()
    if (!box) throw new Error('the film is not to be seen')
    const at = ([x, y]: readonly [number, number]) => [box.x + Math.min(0.996, Math.max(0.004, x)) * box.width, box.y + Math.min(0.996, Math.max(0.004, y)) * box.height] as const
    await this.page.mouse.move(...at(points[0] as [number, number]))
    await this.page.mouse.down()
    for (const point of points.slice(1)) await this.page.mouse.move(...at(point), { steps: 6 })
    await this.page.mouse.up()
  }

  async paint(): Promise<void> {
    await this.turnTo('Pictures')
    for (const [machine, name] of [['room-1', 'Room 1'], ['mobile', 'Mobile machine'], ['scanned', 'Scanned films']] as const) {
      await this.page.getByRole('radio', { name }).check()
      const { boxes, strokes } = reference.films[machine] ?? { boxes: [], strokes: [] }
      await this.page.getByRole('radio', { name: strokes.length > 0 ? 'Brush' : 'Box', exact: true }).check()
      for (const { x, y, w, h } of boxes) await this.drag([[x, y], [x + w, y + h]])
      for (const { points, radius } of strokes) {
        await this.page.getByRole('slider', { name: 'Width of the brush' }).fill(String(Math.round(radius * 500) / 2.5))
        await this.drag(points)
      }
      await expect(this.page.getByText(/pictures of this machine are without a telling word/)).toContainText(/^(\d+) of \1 /)
    }
  }
}

test('moves the dates and is found by a newspaper, then keeps only years that tell no age over 89 and earns gold', async ({ page }) => {
  test.setTimeout(400_000)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const ada = new PrivacyClerk(page, mouse())
  await ada.sitDown('Ada', 'Build')
  await ada.writeRules()
  await ada.settleReaders()
  await ada.fillHeaders()
  await ada.paint()
  await ada.setDates('Move all of a patient by the same days')
  expect(await ada.verify()).toBe('Not yet')
  await expect(page.getByRole('heading', { name: 'What the reporter knows' })).toBeVisible()

  await ada.goToStage('Build')
  await ada.setDates('Keep the year, unless it tells an age over 89')
  expect(await ada.verify()).toBe('Gold')

  await page.locator('.case').filter({ hasText: /Film .*As it should be/ }).first().click()
  const chart = page.getByRole('dialog')
  await expect(chart).toContainText('Basic Application Confidentiality Profile')
  const { name, file } = await ada.takeAway(chart.getByRole('button', { name: /^Download/ }).last())
  expect(name).toBe(`${file.string('x00080018')}.dcm`)
  expect(file.string('x00120062')).toBe('YES')
  expect(file.elements['x00120064']?.items?.map(item => item.dataSet?.string('x00080100'))).toEqual(['113100', '113101', '113105'])
  expect(file.string('x00100030') ?? '').toBe('')
  expect(file.elements['x7fe00010']?.length).toBe(160 * 160)
  expect(ada.problems).toEqual([])
})

test('works with keys alone: a cue, a mark by hand, a box; undone and done again; and the failing note is shown', async ({ page }) => {
  test.setTimeout(240_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const ada = new PrivacyClerk(page, keyboard(page))
  await ada.sitDown('Ada', 'Build')
  await ada.hand.press(ada.line('title'))
  await ada.hand.type(page.getByLabel(/^Cues, parted/), 'Mr, Mrs, Ms, Dr')
  await expect(ada.line('title')).toContainText('Mr, Mrs, Ms, Dr')
  await expectAccessible(page, 'rules of the annotate bench')

  await ada.turnTo('Two readers')
  await reach(page, page.getByRole('application', { name: 'The note, word by word' }))
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
  const byHand = page.getByRole('region', { name: 'Marked by you' }).getByRole('listitem')
  await expect(byHand).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(byHand).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+y')
  await expect(byHand).toHaveCount(1)
  await expectAccessible(page, 'two readers')

  await ada.turnTo('Pictures')
  await reach(page, ada.film)
  for (const key of ['Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
  const painted = page.getByRole('region', { name: 'Painted over on this machine' }).getByRole('listitem')
  await expect(painted).toHaveCount(2)
  await expect(painted.last()).toContainText('8% wide, 8% high')
  const box = page.getByRole('button', { name: /^Box 2/ })
  await reach(page, box)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(box).toContainText('10% wide')
  await expectAccessible(page, 'pictures of the annotate bench')
  const { file } = await ada.takeAway(page.getByRole('button', { name: 'Download it as it would leave (DICOM)' }))
  expect(file.string('x00280301')).toBe('NO')
  // Last year's table leaves much as it was, and the file does not claim otherwise.
  expect(file.string('x00120062')).toBe('NO')

  expect(await ada.verify()).toBe('Not yet')
  await ada.hand.press(page.locator('.case').filter({ hasText: 'Somebody can be found' }).first())
  await expect(page.getByRole('dialog')).toContainText('left in')
  expect(ada.problems).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('one thing at a time, nothing wider than the screen', async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const ada = new PrivacyClerk(page, touch())
    await ada.sitDown('Ada', 'Build')
    for (const name of ['Rules', 'Two readers', 'Headers', 'Pictures', 'Results']) {
      await page.getByRole('tab', { name, exact: true }).tap()
      await expectNothingClipped(page, name)
      await expectAccessible(page, `${name} on a phone`)
    }
  })
})
