import { useReactFlow } from '@xyflow/react'
import type { KeyboardEvent } from 'react'
import { useBench } from './bench-context.ts'
import { topologicalOrder } from './graph-order.ts'
import { SHOW_ALL } from './layout.ts'

interface Doors {
  onOpenSettings(): void
  onShortcuts(): void
  /** Several are being chosen with Space: walking from block to block leaves them as they are. */
  choosing: boolean
  setChoosing(choosing: boolean): void
}

/** Block that an event inside the canvas belongs to. */
export function nodeIdOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('.react-flow__node')?.getAttribute('data-id') ?? null) : null
}

/** Keys of the canvas. They work only while focus is inside it, so that single letters never surprise anybody elsewhere. */
export function useCanvasKeys({ onOpenSettings, onShortcuts, choosing, setChoosing }: Doors): (event: KeyboardEvent) => void {
  const bench = useBench()
  const flow = useReactFlow()

  const removeFocused = (id: string | null) => {
    const gone = bench.selection.size > 0 ? [...bench.selection] : id ? [id] : []
    if (gone.length === 0) return
    // Focus goes to the block before the one that is removed, never to nowhere.
    const order = topologicalOrder(bench.graph).map(node => node.id)
    const stays = order.filter(other => !gone.includes(other) || bench.locked.includes(other))
    const next = stays.findLast(other => order.indexOf(other) < order.indexOf(gone[0] ?? '')) ?? stays[0]
    bench.remove(gone)
    if (next && gone.some(other => !bench.locked.includes(other))) requestAnimationFrame(() => bench.goTo(next))
  }

  /** One more, or one less, of those that are copied, moved and removed together. */
  const choose = (id: string) => {
    const before = choosing ? [...bench.selection] : []
    const chosen = before.includes(id) ? before.filter(other => other !== id) : [...before, id]
    setChoosing(chosen.length > 0)
    bench.select(chosen)
    const count = chosen.length === 1 ? '1 block selected' : `${chosen.length} blocks selected`
    bench.notify({ tone: 'done', say: chosen.length > 0 ? `${count}. Go to another and press Space, or Escape for one again.` : 'No block selected.' })
  }
  const chooseOne = (id: string | null) => {
    setChoosing(false)
    if (id) bench.select([id])
  }

  return event => {
    if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea, button, [contenteditable]')) return
    const id = nodeIdOf(event.target)
    const command = event.ctrlKey || event.metaKey
    const act = actionOf(event.key.toLowerCase(), command, event.altKey)
    if (!act) return
    if (act === 'one' && !choosing) return
    const acts: Record<Act, () => void> = {
      open: () => id && (bench.select([id]), onOpenSettings()),
      choose: () => id && choose(id),
      one: () => chooseOne(id),
      connect: () => (id ?? bench.selected) && bench.askConnect(id ?? bench.selected ?? ''),
      remove: () => removeFocused(id),
      all: () => bench.select(bench.graph.nodes.map(node => node.id)),
      copy: bench.copy,
      paste: bench.paste,
      duplicate: bench.duplicate,
      fit: () => void flow.fitView({ ...SHOW_ALL, duration: 200 }),
      nearer: () => void flow.zoomIn({ duration: 120 }),
      farther: () => void flow.zoomOut({ duration: 120 }),
      shortcuts: onShortcuts,
    }
    event.preventDefault()
    event.stopPropagation()
    acts[act]()
  }
}

type Act = 'open' | 'choose' | 'one' | 'connect' | 'remove' | 'all' | 'copy' | 'paste' | 'duplicate' | 'fit' | 'nearer' | 'farther' | 'shortcuts'

const PLAIN: Record<string, Act> = {
  enter: 'open', ' ': 'choose', escape: 'one', c: 'connect', delete: 'remove', backspace: 'remove', f: 'fit', '+': 'nearer', '=': 'nearer', '-': 'farther', '?': 'shortcuts',
}
const WITH_CONTROL: Record<string, Act> = { a: 'all', c: 'copy', v: 'paste', d: 'duplicate' }

function actionOf(key: string, command: boolean, alt: boolean): Act | undefined {
  if (alt) return undefined
  return command ? WITH_CONTROL[key] : PLAIN[key]
}
