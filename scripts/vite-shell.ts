/** Puts the title's style and picture into the page itself, so that it is painted before any script has arrived. */
import { existsSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** `<!--inline:path-->` becomes the file; a style file gets its tag. `inline:path` as an address becomes a data address. */
const MARK = /<!--inline:([\w./-]+)-->/g
const ADDRESS = /"inline:([\w./-]+\.svg)"/g

export function shell(): Plugin[] {
  return [
    {
      name: 'shell',
      transformIndexHtml: {
        order: 'pre',
        handler: (html) => html.replaceAll(MARK, (_, path: string) => inline(path)).replaceAll(ADDRESS, (_, path: string) => `"${dataAddress(path)}"`),
      },
    },
    { name: 'shell-first', apply: 'build', transformIndexHtml: { order: 'post', handler: paintFirst } },
  ]
}

const ENTRY = /<script type="module" crossorigin src="([^"]+)"><\/script>/

/**
 * The script is fetched at once and run after the first frame: work before it only keeps the title from being seen. A page that is
 * not shown gets no frames; it starts by the clock.
 */
function paintFirst(html: string): string {
  const entry = ENTRY.exec(html)?.[1]
  if (!entry) throw new Error('the built page has no script of its own')
  const start = `let go=()=>{go=()=>{};import('${entry}')};requestAnimationFrame(()=>setTimeout(()=>go()));setTimeout(()=>go(),500)`
  return html.replace(ENTRY, `<link rel="modulepreload" crossorigin href="${entry}"><script>${start}</script>`)
}

function inline(path: string): string {
  if (!existsSync(path)) throw new Error(`index.html wants ${path} inside it, and it is not there`)
  if (path.endsWith('.avif')) return picture(path)
  const text = readFileSync(path, 'utf8').trim()
  return path.endsWith('.css') ? `<style>${smaller(text)}</style>` : text.replace(/^<\?xml[^>]*>\s*/, '')
}

/** A request less for a few hundred bytes. */
function dataAddress(path: string): string {
  return `data:image/svg+xml,${encodeURIComponent(readFileSync(path, 'utf8').trim())}`
}

/** Beside the picture lies a note of its size, so that nothing moves when it appears. */
function picture(path: string): string {
  const { width, height } = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as { width: number; height: number }
  const data = readFileSync(path).toString('base64')
  // The words are not held up by its decoding.
  return `<img alt="" width="${width}" height="${height}" decoding="async" src="data:image/avif;base64,${data}">`
}

/** Comments and indentation are for readers of the source. */
function smaller(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' ').replaceAll(/\s*([{};,])\s*/g, '$1').trim()
}
