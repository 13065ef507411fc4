/** The pipeline bench as a learner works it: on the canvas or in the table, with whatever hand they have. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Hand } from './hands.ts'

export interface Bench {
  add(block: string): Promise<void>
  remove(block: string): Promise<void>
  /** Give `to` what `from` makes. `input` names the port in words: "table", "scores"… */
  join(from: string, to: string, input: string): Promise<void>
  /** Open the settings of a block: everything that can be set on it is inside what comes back. */
  settings(block: string): Promise<Locator>
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Blocks as rows, wires as lists of what fits: for touch, for the keyboard, for whoever would rather read than draw. */
export function tableBench(page: Page, hand: Hand): Bench {
  const table = page.getByRole('region', { name: 'Pipeline as a table' })
  const named = (block: string) => ({ name: new RegExp(`^\\d+\\. ${escaped(block)}\\b`) })
  const head = (block: string) => table.getByRole('button', named(block))
  const settings = async (block: string) => {
    if ((await head(block).getAttribute('aria-expanded')) !== 'true') await hand.press(head(block))
    await expect(head(block)).toHaveAttribute('aria-expanded', 'true')
    return table.getByRole('listitem').filter({ has: page.getByRole('button', named(block)) })
  }
  return {
    settings,
    async add(block) {
      await hand.choose(page.getByRole('combobox', { name: 'Add a block' }), block)
      await hand.press(page.getByRole('button', { name: 'Add', exact: true }).last())
      await expect(head(block)).toBeVisible()
    },
    async remove(block) {
      const row = await settings(block)
      await hand.press(row.getByRole('button', { name: `Remove ${block}` }))
      await expect(head(block)).toHaveCount(0)
    },
    async join(from, to, input) {
      const row = await settings(to)
      const list = row.getByRole('combobox', { name: `Input: ${input}`, exact: true })
      const option = await list.getByRole('option').filter({ hasText: new RegExp(`^${escaped(from)} ·`) }).textContent()
      await hand.choose(list, option ?? from)
      await expect(list.locator('option:checked')).toHaveText(option ?? from)
    },
  }
}

/** Blocks on the canvas: found in the palette, joined by drawing (mouse) or by the dialog that does the same. */
export function canvasBench(page: Page, hand: Hand, ways: { draws: boolean }): Bench {
  const palette = page.getByRole('region', { name: 'Blocks', exact: true })
  const canvas = page.getByRole('application', { name: 'Pipeline' })
  const node = (block: string) => canvas.getByRole('group', { name: new RegExp(`^${escaped(block)}(,|$)`) })

  /** Go further away until these blocks are all on the canvas, and not so near its edge that it moves along with a wire. */
  const bringIntoView = async (...blocks: string[]) => {
    await canvas.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    const seen = async () => {
      const [frame, ...boxes] = await Promise.all([canvas, ...blocks.map(node)].map(atRest))
      return boxes.every((box) => frame && box && box.x >= frame.x + EDGE && box.y >= frame.y + EDGE
        && box.x + box.width <= frame.x + frame.width - EDGE && box.y + box.height <= frame.y + frame.height - EDGE)
    }
    if (await seen()) return
    await hand.press(page.getByRole('button', { name: 'Show all blocks' }))
    for (let steps = 0; !(await seen()); steps++) {
      expect(steps, 'zooming out shows every block').toBeLessThan(8)
      await hand.press(page.getByRole('button', { name: 'Zoom out' }))
    }
  }
  const open = async (block: string) => {
    if (ways.draws) await bringIntoView(block)
    await hand.press(node(block))
    // Where there is little room, settings and results share one place.
    const tab = page.getByRole('tab', { name: 'Settings', exact: true })
    if (await tab.isVisible() && (await tab.getAttribute('aria-selected')) !== 'true') await hand.turnTo(tab)
    const settings = page.getByRole('region', { name: 'Settings', exact: true })
    const heading = settings.getByRole('heading', { name: block, exact: true })
    await expect(heading).toBeVisible()
    // Enter leads from the block into its settings.
    if (!ways.draws) await expect(heading).toBeFocused()
    return settings
  }
  const connect = async (from: string, to: string) => {
    const settings = await open(from)
    await hand.press(settings.getByRole('button', { name: 'Connect…' }))
    const dialog = page.getByRole('dialog', { name: `Connect ${from}` })
    // First where it can go, then where it can come from.
    await hand.press(dialog.getByRole('button', { name: new RegExp(`^${escaped(to)} ·`) }).first())
    await expect(dialog).toHaveCount(0)
  }
  /** The canvas may glide away under the pointer (the guide points at something): then try once more, as anybody would. */
  const draw = async (from: string, to: string) => {
    const replace = page.getByRole('button', { name: 'Replace', exact: true })
    const joined = page.getByText(`${from} now goes into ${to}.`)
    await expect(async () => {
      if (!(await replace.or(joined).first().isVisible())) await drag(from, to)
      // Long enough for a slow page; a drag that was let go beside its mark is done again.
      await expect(replace.or(joined).first()).toBeVisible({ timeout: 8000 })
    }).toPass({ timeout: 90_000 })
    if (await replace.isVisible()) await hand.press(replace)
  }
  const drag = async (from: string, to: string) => {
    await bringIntoView(from, to)
    const [start, end] = [await middle(node(from).locator('.react-flow__handle.source')), await middle(node(to).locator('.react-flow__handle.target'))]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
    await page.mouse.move(end.x, end.y, { steps: 4 })
    await page.mouse.up()
  }
  return {
    settings: open,
    async add(block) {
      // The bench measures itself first: only then is it known whether the palette has a place of its own.
      await expect(async () => {
        if (!(await palette.isVisible())) await hand.press(page.getByRole('button', { name: 'Blocks', exact: true }))
        await page.waitForTimeout(150)
        expect(await palette.isVisible()).toBe(true)
      }).toPass()
      await hand.press(palette.getByRole('button', { name: new RegExp(`^${escaped(block)}\\W+Add to the bench`) }))
      await expect(node(block)).toHaveCount(1)
      // The palette may lie over the canvas like a drawer.
      const drawer = page.getByRole('button', { name: 'Blocks', exact: true, expanded: true })
      if (ways.draws && await drawer.isVisible()) await hand.press(drawer)
    },
    async remove(block) {
      await open(block)
      await hand.press(page.getByRole('button', { name: 'Remove the selected blocks' }))
      await expect(node(block)).toHaveCount(0)
    },
    async join(from, to) {
      await (ways.draws ? draw : connect)(from, to)
      await expect(page.getByText(`${from} now goes into ${to}.`).first()).toBeAttached()
    },
  }
}

/** Pixels: the canvas glides while a wire is drawn nearer to its edge than this. */
const EDGE = 44

type Box = Awaited<ReturnType<Locator['boundingBox']>>

/** Where it is once it has come to rest: the canvas glides when something is added or pointed at. */
async function atRest(target: Locator): Promise<Box> {
  let [before, now]: [Box | undefined, Box] = [undefined, null]
  await expect.poll(async () => {
    before = now
    now = await target.boundingBox()
    return now !== null && JSON.stringify(now) === JSON.stringify(before)
  }, { intervals: [50, 80, 100, 200] }).toBe(true)
  return now
}

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await atRest(target)
  if (!box) throw new Error('not on the canvas')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
