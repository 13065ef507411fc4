/**
 * Three ways to work a page. A learner is given one of them and never uses another: what a spec plays with the keyboard is
 * played with the keyboard alone.
 */
import { expect, type Locator, type Page } from '@playwright/test'

export interface Hand {
  press(target: Locator): Promise<void>
  type(field: Locator, text: string): Promise<void>
  /** Choose an option of a list by the words it shows. */
  choose(list: Locator, option: string): Promise<void>
  tick(box: Locator, on?: boolean): Promise<void>
  pick(radio: Locator): Promise<void>
  slide(slider: Locator, value: number): Promise<void>
  turnTo(tab: Locator): Promise<void>
}

export function mouse(): Hand {
  return {
    press: (target) => target.click(),
    type: (field, text) => field.fill(text),
    async choose(list, option) {
      await list.selectOption({ label: option })
    },
    tick: (box, on = true) => pressLabel(box, on, (label) => label.click()),
    pick: (radio) => pressLabel(radio, true, (label) => label.click()),
    // A drag by the pointer lands on a pixel; the exact value is checked by the caller's own eyes.
    slide: (slider, value) => slider.fill(String(value)),
    turnTo: (tab) => tab.click(),
  }
}

export function touch(): Hand {
  return {
    press: (target) => target.tap(),
    type: (field, text) => field.fill(text),
    async choose(list, option) {
      await list.selectOption({ label: option })
    },
    tick: (box, on = true) => pressLabel(box, on, (label) => label.tap()),
    pick: (radio) => pressLabel(radio, true, (label) => label.tap()),
    slide: (slider, value) => slider.fill(String(value)),
    turnTo: (tab) => tab.tap(),
  }
}

/** Box and circle are often drawn by their label: that is what a finger meets. */
async function pressLabel(box: Locator, on: boolean, press: (label: Locator) => Promise<void>): Promise<void> {
  if ((await box.isChecked()) === on) return
  const label = box.locator('xpath=ancestor::label').last()
  await press(await label.count() > 0 ? label : box)
  await expect(box).toBeChecked({ checked: on })
}

/** Tab, arrows, Enter and Space. Whatever takes the focus must show it. */
export function keyboard(page: Page): Hand {
  const key = (name: string) => page.keyboard.press(name)
  const steer = async (reading: () => Promise<number>, wanted: number, [less, more]: [string, string]) => {
    for (let at = await reading(); at !== wanted; at = await reading()) {
      await key(at < wanted ? more : less)
      expect(await reading(), `${more} and ${less} move it`).not.toBe(at)
    }
  }
  return {
    async press(target) {
      await reach(page, target)
      await key('Enter')
    },
    async type(field, text) {
      await reach(page, field)
      await key('ControlOrMeta+a')
      await page.keyboard.type(text)
      await expect(field).toHaveValue(text)
    },
    async choose(list, option) {
      await reach(page, list)
      const wanted = await list.evaluate((element, label) => [...(element as HTMLSelectElement).options].findIndex((one) => one.label === label), option)
      expect(wanted, `the list offers "${option}"`).toBeGreaterThanOrEqual(0)
      await steer(() => list.evaluate((element) => (element as HTMLSelectElement).selectedIndex), wanted, ['ArrowUp', 'ArrowDown'])
    },
    async tick(box, on = true) {
      if ((await box.isChecked()) === on) return
      await reach(page, box)
      await key('Space')
      await expect(box).toBeChecked({ checked: on })
    },
    async pick(radio) {
      await reach(page, radio, 'group')
      for (let turns = 0; !(await radio.isChecked()); turns++) {
        expect(turns, 'arrows come round to every choice').toBeLessThan(40)
        await key('ArrowDown')
      }
    },
    async slide(slider, value) {
      await reach(page, slider)
      await steer(async () => Number(await slider.inputValue()), value, ['ArrowLeft', 'ArrowRight'])
    },
    async turnTo(tab) {
      await reach(page, tab, 'tabs')
      for (let turns = 0; (await tab.getAttribute('aria-selected')) !== 'true'; turns++) {
        expect(turns, 'arrows come round to every tab').toBeLessThan(20)
        await key('ArrowRight')
      }
    },
  }
}

/** Tab to it, the shorter way round; `together`: to the one stop that stands for its whole group. */
export async function reach(page: Page, target: Locator, together?: 'group' | 'tabs'): Promise<void> {
  await target.waitFor()
  let turns = 0
  let last = ''
  for (let stops = 0; stops < 400; stops++) {
    const way = await target.evaluate((element, kind) => {
      const now = document.activeElement
      if (now === element) return 'here'
      if (kind === 'group' && now instanceof HTMLInputElement && now.type === 'radio' && now.name === (element as HTMLInputElement).name) return 'here'
      if (kind === 'tabs' && now?.getAttribute('role') === 'tab' && now.closest('[role=tablist]') === element.closest('[role=tablist]')) return 'here'
      if (!now || now === document.body) return 'Tab'
      return now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab'
    }, together)
    if (way === 'here') {
      await expectVisibleFocus(page)
      return
    }
    if (last && way !== last) turns++
    if (turns > 2) break
    last = way
    await page.keyboard.press(way)
  }
  const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))
  throw new Error(`Tab does not lead to ${String(target)}. Focus is at ${where}`)
}

/** The focused control is on the screen, not covered, and wears a ring (its own, or its label's, card's or editor's). */
export async function expectVisibleFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => {
    const now = document.activeElement
    if (!(now instanceof HTMLElement || now instanceof SVGElement) || now === document.body) return 'nothing has the focus'
    const named = `<${now.tagName.toLowerCase()} class="${now.getAttribute('class') ?? ''}"> ${now.getAttribute('aria-label') ?? now.textContent?.slice(0, 40) ?? ''}`
    const wears = (element: Element | null | undefined) => {
      if (!element) return false
      const style = getComputedStyle(element)
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1.5) || style.boxShadow !== 'none'
    }
    const own = getComputedStyle(now)
    const ring = (own.outlineStyle !== 'none' && Number.parseFloat(own.outlineWidth) >= 1.5)
      || wears(now.nextElementSibling) || wears(now.parentElement) || wears(now.closest('label')) || wears(now.closest('.cm-editor')) || wears(now.firstElementChild)
    if (!ring) return `no ring round ${named}`
    const box = (now.matches('input[type=radio], input[type=checkbox], input[type=file]') ? now.closest('label') ?? now : now).getBoundingClientRect()
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
    return inside ? 'seen' : `off the screen: ${named}`
  }), { message: 'focus can be seen' }).toBe('seen')
}
