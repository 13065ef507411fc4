/** Puts the title's style and picture into the page itself, so that it is painted before any script has arrived. */
import { existsSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** `<!--inline:path-->` becomes the file; a style file gets its tag. */
const MARK = /<!--inline:([\w./-]+)-->/g

export function shell(): Plugin {
  return {
    name: 'shell',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replaceAll(MARK, (_, path: string) => inline(path)),
    },
  }
}

function inline(path: string): string {
  if (!existsSync(path)) throw new Error(`index.html wants ${path} inside it, and it is not there`)
  const text = readFileSync(path, 'utf8').trim()
  return path.endsWith('.css') ? `<style>${smaller(text)}</style>` : text.replace(/^<\?xml[^>]*>\s*/, '')
}

/** Comments and indentation are for readers of the source. */
function smaller(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' ').replaceAll(/\s*([{};,])\s*/g, '$1').trim()
}
