import { Fragment, useMemo } from 'react'
import './markdown.css'
import { parseInline, parseMarkdown } from './markdown-blocks.ts'
import type { Block, Inline } from './markdown-blocks.ts'

interface MarkdownProps {
  text: string
  /** Level its first heading takes in the page's outline. */
  headingLevel?: 2 | 3 | 4
  className?: string
}

/** Words of a quest as React nodes. Text stays text: no HTML passes. */
export function Markdown({ text, headingLevel = 3, className }: MarkdownProps) {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  return (
    <div className={className ? `markdown ${className}` : 'markdown'}>
      {blocks.map((block, at) => <BlockView key={at} block={block} headingLevel={headingLevel} />)}
    </div>
  )
}

/** One line of Markdown inside another element: bold, italics, code, links. */
export function InlineMarkdown({ text }: { text: string }) {
  return <Inlines inlines={useMemo(() => parseInline(text), [text])} />
}

function BlockView({ block, headingLevel }: { block: Block; headingLevel: number }) {
  switch (block.kind) {
    case 'paragraph': return <p><Inlines inlines={block.children} /></p>
    case 'quote': return <blockquote><Inlines inlines={block.children} /></blockquote>
    case 'code': return <pre><code>{block.text}</code></pre>
    case 'heading': {
      const Heading = `h${Math.min(6, headingLevel + block.level - 1)}` as 'h3'
      return <Heading><Inlines inlines={block.children} /></Heading>
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return <List>{block.items.map((item, at) => <li key={at}><Inlines inlines={item} /></li>)}</List>
    }
  }
}

function Inlines({ inlines }: { inlines: Inline[] }) {
  return inlines.map((inline, at) => <Fragment key={at}>{inlineNode(inline)}</Fragment>)
}

function inlineNode(inline: Inline) {
  switch (inline.kind) {
    case 'text': return inline.text
    case 'code': return <code>{inline.text}</code>
    case 'strong': return <strong><Inlines inlines={inline.children} /></strong>
    case 'em': return <em><Inlines inlines={inline.children} /></em>
    case 'link': return <a href={inline.href} target="_blank" rel="noreferrer noopener"><Inlines inlines={inline.children} /></a>
  }
}
