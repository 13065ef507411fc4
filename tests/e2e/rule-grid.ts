/** The table of rules as hands find it: its rows and cells, and a whole table written by keys. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { RuleTable } from '../../src/core/artefacts/rule-table.ts'
import { expectVisibleFocus } from './hands.ts'

export class RuleGrid {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Rule table' })
  }

  get rows(): Locator {
    return this.grid.getByRole('rowheader')
  }

  row(place: number): Locator {
    return this.grid.getByRole('rowheader', { name: new RegExp(`^Row ${place}(,|$)`) })
  }

  cell(place: number, column: string): Locator {
    return this.grid.getByRole('gridcell', { name: new RegExp(`^${column}, row ${place}:`) })
  }

  /** By Tab to the one stop that stands for the whole table, by arrows from there. */
  async walkTo(place: number, column: string): Promise<void> {
    const wanted = this.cell(place, column)
    for (let stops = 0; !(await this.grid.evaluate((grid) => grid.contains(document.activeElement))); stops++) {
      expect(stops, 'Tab leads into the table').toBeLessThan(200)
      await this.page.keyboard.press('Tab')
    }
    for (const key of ['Control+Home', 'Home']) await this.page.keyboard.press(key)
    for (let n = 1; n < place; n++) await this.page.keyboard.press('ArrowDown')
    for (let steps = 0; !(await wanted.evaluate((cell) => cell === document.activeElement)); steps++) {
      expect(steps, `arrows lead to ${column}`).toBeLessThan(20)
      await this.page.keyboard.press('ArrowRight')
    }
    await expectVisibleFocus(this.page)
  }

  /** F2 opens the cell, Enter closes it. */
  async write(place: number, column: string, text: string): Promise<void> {
    await this.cell(place, column).focus()
    await this.page.keyboard.press('F2')
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
    await this.page.keyboard.press('Enter')
  }

  async addRow(after: number, cells: Readonly<Record<string, string>> = {}): Promise<void> {
    if (after > 0) await this.row(after).focus()
    await this.page.getByRole('button', { name: 'Add a row', exact: true }).click()
    await expect(this.row(after + 1)).toBeVisible()
    for (const [column, text] of Object.entries(cells)) await this.write(after + 1, column, text)
  }

  /** Every row away, then a whole table. A new row of the orders desk says "yes" already. */
  async writeTable({ rows, inputs, outputs }: RuleTable): Promise<void> {
    for (let n = await this.rows.count(); n > 0; n--) {
      await this.row(n).focus()
      await this.page.keyboard.press('Delete')
    }
    await expect(this.rows).toHaveCount(0)
    for (const [at, { when, says }] of rows.entries()) {
      await this.addRow(at)
      for (const { name, label } of inputs) if (when[name]) await this.write(at + 1, label, when[name])
      for (const { name, label } of outputs) {
        const text = (says[name] ?? []).join(', ')
        if (text && !(name === 'pa' && text === 'yes')) await this.write(at + 1, label, text)
      }
    }
  }
}
