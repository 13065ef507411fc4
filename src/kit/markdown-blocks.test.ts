import { describe, expect, it } from 'vitest'
import { parseInline, parseMarkdown, safeAddress } from './markdown-blocks.ts'

describe('the words of a quest', () => {
  it('read as paragraphs, lists, headings and quotes', () => {
    const blocks = parseMarkdown('# Thirty days\n\nOne line\nand its rest.\n\n- beds\n- doors\n\n1. first\n2. second\n\n> a stake')
    expect(blocks.map(block => block.kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'quote'])
    expect(blocks[1]).toEqual({ kind: 'paragraph', children: [{ kind: 'text', text: 'One line and its rest.' }] })
    expect(blocks[2]).toMatchObject({ ordered: false, items: [[{ text: 'beds' }], [{ text: 'doors' }]] })
    expect(blocks[3]).toMatchObject({ ordered: true })
  })

  it('keep bold inside links, and stars that mean nothing', () => {
    expect(parseInline('see [**the** study](https://doi.org/10.1/x) now')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', href: 'https://doi.org/10.1/x', children: [{ kind: 'strong', children: [{ kind: 'text', text: 'the' }] }, { kind: 'text', text: ' study' }] },
      { kind: 'text', text: ' now' },
    ])
    expect(parseInline('2 * 3 * 4')).toEqual([{ kind: 'text', text: '2 * 3 * 4' }])
  })

  it('are bold within italics, and italic within bold', () => {
    const [bold, italic] = [{ kind: 'strong', children: [{ kind: 'text', text: 'simulation' }] }, { kind: 'em', children: [{ kind: 'text', text: 'simulation' }] }]
    const around = (middle: unknown) => [{ kind: 'text', text: 'A ' }, middle, { kind: 'text', text: ' plays.' }]
    expect(parseInline('*A **simulation** plays.*')).toEqual([{ kind: 'em', children: around(bold) }])
    expect(parseInline('**A *simulation* plays.**')).toEqual([{ kind: 'strong', children: around(italic) }])
    expect(parseInline('*one* and **two**, *three*').map(({ kind }) => kind)).toEqual(['em', 'text', 'strong', 'text', 'em'])
    expect(parseInline('***Pneumonia** was ruled out.*')).toMatchObject([{ kind: 'em', children: [{ kind: 'strong' }, { text: ' was ruled out.' }] }])
  })

  it('stay words when they look like code', () => {
    const hostile = '<script>alert(1)</script> <img src=x onerror=alert(1)>'
    expect(parseMarkdown(hostile)).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text: hostile }] }])
  })

  it('link nowhere but to https', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'http://plain.example', 'file:///etc', '//host', 'https://a b']) {
      expect(safeAddress(address), address).toBeNull()
    }
    expect(parseInline('[run](javascript:alert`1`)').every(inline => inline.kind !== 'link')).toBe(true)
  })

  it('take a hostile flood in a blink', () => {
    const started = Date.now()
    for (const flood of ['*'.repeat(200_000), '[a]('.repeat(50_000), '**a*'.repeat(50_000), '`'.repeat(200_001), '> '.repeat(99_999), '- x\n'.repeat(50_000), `*a${'**b**'.repeat(9_000)}`, `**a${'*b* '.repeat(9_000)}`, '*a***'.repeat(9_000), '**a*b '.repeat(9_000)]) {
      parseMarkdown(flood)
    }
    expect(Date.now() - started).toBeLessThan(1000)
  })
})
