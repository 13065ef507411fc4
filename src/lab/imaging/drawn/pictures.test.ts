import { describe, expect, it } from 'vitest'
import { picturesDrawn } from '../../data/pictures-drawn.ts'
import { columnOf } from '../../graph/table.ts'
import { boxesToLearn, changedDrawn, checkDrawn, drawnPictures, pickDrawn } from './pictures.ts'
import { compared, keyBoxes, pictureKeyCounts } from './readers.ts'

type Written = Record<string, unknown>
const SPOTS: Written = {
  n: 40,
  columns: {
    name: { draw: 'person', take: 'name' }, site: { draw: 'category', weights: { north: 1, south: 1 } }, ill: { draw: 'bernoulli', p: 0.5 },
    x: { draw: 'uniform', from: 0.3, to: 0.7, latent: true }, plate: { draw: 'bernoulli', p: 0.5, latent: true },
  },
  label: 'ill == 1',
  draw: [
    { shape: 'fill', light: 0.2 },
    { shape: 'ellipse', when: 'ill == 1', x: 'x', y: 0.5, rx: 0.1, ry: 0.1, light: 0.6 },
    { shape: 'letters', when: "site == 'north'", words: '{site}', x: 0, y: 0, size: 0.1, light: 1, how: 'over' },
  ],
  camera: { noise: 0 },
  findings: [{ label: 'spot', when: 'ill == 1', x: 'x - 0.1', y: 0.4, w: 0.2, h: 0.2 }],
  lures: [{ label: 'plate', when: 'plate == 1', x: 0.4, y: 0.8, w: 0.2, h: 0.1 }],
  readers: { pictures: 10, A: { misses: 0.3, falseMarks: 0.5, shake: 0.01 }, B: { misses: "0.1 + 0.8 * (site == 'south')", falseMarks: 0, shake: 0.01 } },
}
const put = (change: Written): Written => ({ ...SPOTS, ...change })
const shape = (change: Written) => put({ draw: [{ shape: 'fill', light: 0.2 }, { shape: 'ellipse', x: 0.5, y: 0.5, rx: 0.1, ry: 0.1, light: 0.5, ...change }] })
const light = ({ pixels, width }: { pixels: Uint8ClampedArray; width: number }, x: number, y: number) => pixels[Math.floor(y * width) * width + Math.floor(x * width)] as number

describe('pictures that a file describes', () => {
  const day = drawnPictures('day-1', SPOTS)
  const values = (name: string) => [...(columnOf(day.table, name)?.values ?? [])]

  it('show the shapes whose condition holds, at the places that the columns say', () => {
    for (const row of day.table.ids.keys()) {
      const drawn = day.draw(row, 100)
      const [mark] = drawn.marks
      expect(drawn.marks).toHaveLength(values('ill')[row] as number)
      if (mark) expect(light(drawn, (mark.x + mark.w / 2) / 100, (mark.y + mark.h / 2) / 100)).toBe(Math.round(255 * 0.8))
      expect(light(drawn, 0.9, 0.9)).toBe(51)
      expect(drawn.pixels.subarray(0, 1000).includes(255)).toBe(values('site')[row] === 'north')
    }
  })

  it('have a table without what is latent, and a label', () => {
    expect(day.table.meta.map(({ name }) => name)).toEqual(['name', 'site', 'ill'])
    expect([...(day.table.label?.values ?? [])]).toEqual(values('ill'))
  })

  it('are the same from the same seed and size, and keep all values when a shape is added', () => {
    expect(drawnPictures('day-1', SPOTS).draw(3, 64).pixels).toEqual(day.draw(3, 64).pixels)
    const more = drawnPictures('day-1', put({ draw: [...SPOTS['draw'] as object[], { shape: 'box', x: 0.9, y: 0.9, w: 0.1, h: 0.1, light: 0.1 }] }))
    expect(more.table).toEqual(day.table)
    expect(day.table.ids.map((_, row) => more.readings(row))).toEqual(day.table.ids.map((_, row) => day.readings(row)))
  })

  it('carry a site\'s brightness, contrast, blur and grain', () => {
    const flat = (camera: Written) => drawnPictures('c', put({ camera, draw: [{ shape: 'fill', light: 0.5 }, { shape: 'box', x: 0.5, y: 0.5, w: 0.4, h: 0.4, light: 0.25 }] })).draw(0, 60)
    expect(light(flat({ noise: 0, brightness: 0.1 }), 0.05, 0.05)).toBe(153)
    expect(light(flat({ noise: 0, contrast: 2 }), 0.5, 0.5)).toBe(255)
    expect(light(flat({ noise: 0, blur: 0.1 }), 0.31, 0.5)).toBeLessThan(light(flat({ noise: 0 }), 0.36, 0.5))
    const spread = ({ pixels }: { pixels: Uint8ClampedArray }) => new Set(pixels.subarray(0, 60)).size
    expect(spread(flat({ noise: 0 }))).toBe(1)
    expect(spread(flat({ noise: 0.1 }))).toBeGreaterThan(20)
  })

  it('have edges that can be covered, and stay the same pictures when some are picked', () => {
    const covered = changedDrawn(day, { edges: { top: 0.2, right: 0, bottom: 0, left: 0 } })
    const north = values('site').indexOf('north')
    expect(new Set(covered.draw(north, 100).pixels.subarray(0, 2000))).toEqual(new Set([90]))
    expect(pickDrawn(day, [7, 3]).draw(1, 50).pixels).toEqual(day.draw(3, 50).pixels)
    expect(pickDrawn(day, [7, 3]).table.ids).toEqual([day.table.ids[7], day.table.ids[3]])
  })

  it('show neither report nor finding nor what anybody drew while nobody has read them', () => {
    const seen = picturesDrawn.asOf({ ...day, table: { ...day.table, meta: day.table.meta.map((meta) => ({ ...meta, availableAt: 'decision', ...(meta.name === 'ill' ? { role: 'truth' as const } : {}) })) } }, 'decision')
    expect(seen.table.label?.values.every(Number.isNaN)).toBe(true)
    expect([...(columnOf(seen.table, 'ill')?.values ?? [])].every(Number.isNaN)).toBe(true)
    for (const row of day.table.ids.keys()) {
      expect(seen.draw(row, 30).marks).toEqual([])
      expect([seen.readings(row).A, seen.readings(row).B, boxesToLearn(seen, row)]).toEqual([[], [], []])
      expect(seen.draw(row, 30).pixels).toEqual(day.draw(row, 30).pixels)
    }
  })
})

describe('two readers of pictures', () => {
  const many = drawnPictures('many', put({ n: 800 }))
  const rows = [...many.table.ids.keys()]
  const south = (row: number) => columnOf(many.table, 'site')?.values[row] === 'south'
  const missed = (reader: 'A' | 'B', own: number[]) => own.filter((row) => many.readings(row)[reader].every(({ y }) => y > 0.7)).length / own.length

  it('miss as often as their formula says, and are taken in by what looks like it', () => {
    const ill = rows.filter((row) => many.findings(row).length > 0)
    expect(Math.abs(missed('A', ill) - 0.3)).toBeLessThan(0.06)
    expect(Math.abs(missed('B', ill.filter(south)) - 0.9)).toBeLessThan(0.07)
    expect(Math.abs(missed('B', ill.filter((row) => !south(row))) - 0.1)).toBeLessThan(0.07)
    expect(Math.abs(rows.filter((row) => many.readings(row).A.some(({ y }) => y > 0.7)).length / rows.length - 0.25)).toBeLessThan(0.06)
  })

  it('make a key that is right once every difference is settled and what both missed is drawn', () => {
    for (const row of rows.slice(0, 60)) {
      const id = many.table.ids[row] as string
      const both = compared(id, many.readings(row))
      const truth = many.findings(row)
      const settled = Object.fromEntries(both.differences.map((one) => [one.id, one.y > 0.7 ? 'no' as const : 'yes' as const]))
      const drawn = { settled, films: keyBoxes(id, both, { settled, films: {} }).length < truth.length ? { [id]: { boxes: truth.map((box, i) => ({ id: `p${i}`, x: box.x, y: box.y, w: box.w, h: box.h })), strokes: [] } } : {} }
      expect(pictureKeyCounts(id, both, truth, drawn)).toMatchObject({ wanted: truth.length, right: truth.length, strays: 0, open: 0 })
    }
  })

  it('can both be wrong, and then the box is struck out', () => {
    const agreed = { x: 0.1, y: 0.1, w: 0.2, h: 0.2, id: 'P1-both1' }
    const both = { agreed: [agreed], differences: [] }
    expect(pictureKeyCounts('P1', both, [], { settled: {}, films: {} }).strays).toBe(1)
    expect(pictureKeyCounts('P1', both, [], { settled: { 'P1-both1': 'no' }, films: {} }).strays).toBe(0)
  })
})

describe('what is wrong with a description is said with its place', () => {
  it.each([
    ['a column that is not there', shape({ x: 'bx' }), 'draw.1.x: there is no column and no constant "bx". Did you mean "x"?'],
    ['a formula that cannot be read', shape({ x: '0.5 +' }), /^draw.1.x: the formula cannot be read from character \d+ on/],
    ['words where a number must stand', shape({ light: 'site' }), /^draw.1.light: the formula does not fit its columns from character 1 on/],
    ['letters of a column that is not there', put({ draw: [{ shape: 'letters', words: '{sit}', x: 0, y: 0, light: 1 }] }), 'draw.0.words: there is no column "sit". Did you mean "site"?'],
    ['a label over nothing', put({ label: 'il == 1' }), 'label: there is no column and no constant "il". Did you mean "ill"?'],
    ['a reader with a slip', put({ readers: { A: { misses: '0.1 * nigt' } } }), /^readers.A.misses: there is no column and no constant "nigt"/],
    ['a finding with a slip', put({ findings: [{ label: 'spot', when: 'il', x: 0, y: 0, w: 1, h: 1 }] }), 'findings.0.when: there is no column and no constant "il". Did you mean "ill"?'],
  ])('%s', (_, written, sentence) => {
    const checked = checkDrawn(written)
    const said = checked.ok ? '' : checked.problems.map(({ path, what, mend }) => `${path.join('.')}: ${what}. ${mend}`)[0]
    if (typeof sentence === 'string') expect(said).toBe(sentence)
    else expect(said).toMatch(sentence)
  })

  it('and a description of another shape is refused in words', () => {
    expect(() => drawnPictures('x', shape({ shape: 'circle' }))).toThrow(/^The pictures that this quest describes cannot be drawn. data.params.draw/)
  })
})
