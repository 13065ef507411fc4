/** The rules of axe-core over what is on the screen now. */
import axe from 'axe-core'
import { expect, type Page } from '@playwright/test'

interface Found { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }

export async function expectAccessible(page: Page, where: string): Promise<void> {
  // A screen that is still being fetched says only that it is coming.
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }), where).toHaveCount(1)
  expect.soft(await violations(page), where).toEqual([])
}

/** What axe finds on the screen, in words: the rule, where, and what it says about it. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  // What is half faded in has the contrast of nothing.
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => {}))))
  const found = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Found[] }> } }
    return (await inPage.run(document, { resultTypes: ['violations'] })).violations
  })
  return found.flatMap(({ id, help, nodes }) => nodes.slice(0, 4).map(({ target, failureSummary }) =>
    `${id}: ${help}\n    ${target.join(' ')}\n    ${failureSummary?.split('\n').slice(1).map((line) => line.trim()).join('; ') ?? ''}`))
}

/** Nothing lies outside the window sideways, and no control has its words cut off. */
export async function expectNothingClipped(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth
    const cut = [...document.querySelectorAll<HTMLElement>('button, [role=tab], label, legend, h1, h2, h3, summary')].filter((element) => {
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      if (box.width < 2 || style.visibility === 'hidden' || element.closest('.visually-hidden, .react-flow')) return false
      const clips = style.overflowX === 'hidden' || style.overflowX === 'clip'
      const spills = element.scrollWidth > element.clientWidth + 2 && clips && style.textOverflow !== 'ellipsis'
      const scroller = element.closest('[tabindex="0"]:not(button), .tab-list, .table-scroll, .bench-tools')
      const outside = (box.left < -1 || box.right > innerWidth + 1) && !scroller
      return spills || outside
    }).map((element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.trim().slice(0, 40)}"`)
    return [...(wide > 0 ? [`the page is ${wide} px wider than the window`] : []), ...cut]
  })
  expect.soft(found, where).toEqual([])
}
