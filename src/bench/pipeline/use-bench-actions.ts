import { useState } from 'react'
import type { Graph } from '../../core/quest/schema.ts'
import type { BlockSpec } from '../../lab/graph/block.ts'
import type { Bench, Notice } from './bench-context.ts'
import { titleOf } from './block-specs.ts'
import type { Specs } from './block-specs.ts'
import { judgeConnection } from './graph-check.ts'
import { addNode, connect, cut, disconnect, moveNodes, onlyFit, paste, removeNodes } from './graph-edit.ts'
import { addressOf, openEnd, refOf } from './graph-order.ts'
import { redoLabel, undoLabel } from './history.ts'
import type { History, HistoryEvent } from './history.ts'
import { tidyPlaces } from './layout.ts'

/** The clipboard outlives a bench: what was copied in practice can be pasted in build. */
let clipboard: Graph | null = null

interface Parts {
  history: History
  dispatch(event: HistoryEvent): void
  specs: Specs
  locked: readonly string[]
  readOnly: boolean
  nodeLimit: number
  /** Heights of nodes as drawn, in pixels. */
  heights(): ReadonlyMap<string, number>
}

type Actions = Pick<Bench, 'title' | 'edit' | 'endGesture' | 'select' | 'notify' | 'undo' | 'redo' | 'add' | 'connect' | 'disconnect'
  | 'remove' | 'copy' | 'paste' | 'duplicate' | 'tidy' | 'selection' | 'notice' | 'selected'>

const FULL = (limit: number) => `The bench holds ${limit} blocks in this quest. Remove one first.`
const LOCKED = 'belongs to the quest and stays where it is.'

/** Everything a learner can do to the graph, each with the words that confirm or refuse it. */
export function useBenchActions({ history, dispatch, specs, locked, readOnly, nodeLimit, heights }: Parts): Actions {
  const graph = history.present
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [notice, setNotice] = useState<Notice | null>(null)
  const present = [...chosen].filter(id => graph.nodes.some(node => node.id === id))
  const selection = new Set(present)
  const title = (id: string) => titleOf(graph, specs, id)
  const done = (say: string) => setNotice({ tone: 'done', say })
  const refuse = (say: string) => setNotice({ tone: 'refused', say })
  const select = (ids: readonly string[]) => {
    setChosen(held => (held.size === ids.length && ids.every(id => held.has(id)) ? held : new Set(ids)))
  }
  /** False, with words, where nothing may be changed. */
  const edit = (next: Graph, label: string, gesture?: string): boolean => {
    if (readOnly) refuse('This pipeline is shown for reading. It cannot be changed here.')
    else dispatch({ type: 'changed', graph: next, label, ...(gesture ? { gesture } : {}) })
    return !readOnly
  }

  const add = (spec: BlockSpec, place: { at?: [number, number]; connect?: boolean }) => {
    if (graph.nodes.length >= nodeLimit) return refuse(FULL(nodeLimit))
    const beside = present.length === 1 ? (present[0] ?? null) : null
    const fit = place.connect && beside ? onlyFit(graph, specs, beside, spec) : null
    const added = addNode(graph, spec, { beside: beside ?? openEnd(graph, specs), heights: heights(), ...(place.at ? { at: place.at } : {}) })
    const next = fit && beside ? connect(added.graph, specs, { node: beside, port: fit.output }, { node: added.id, port: fit.input }) : added.graph
    if (!edit(next, `add ${spec.title}`)) return
    select([added.id])
    done(fit && beside ? `${spec.title} added and joined to ${title(beside)}.` : `${spec.title} added.`)
  }
  const join: Bench['connect'] = (from, to, sure) => {
    const verdict = judgeConnection(graph, specs, from, to)
    if (verdict.kind === 'refused') return refuse(verdict.say)
    if (verdict.kind === 'occupied' && !sure) {
      return setNotice({ tone: 'ask', say: verdict.say, accept: { label: 'Replace', act: () => join(from, to, true) } })
    }
    if (!edit(connect(graph, specs, from, to), `join ${title(from.node)} to ${title(to.node)}`)) return
    done(`${title(from.node)} now goes into ${title(to.node)}.`)
  }
  const part: Bench['disconnect'] = to => {
    const held = graph.edges.find(([, target]) => target === refOf(to))
    if (!held) return
    if (!edit(disconnect(graph, to), `part ${title(addressOf(held[0]).node)} from ${title(to.node)}`)) return
    done(`${title(addressOf(held[0]).node)} no longer goes into ${title(to.node)}.`)
  }
  const remove = (ids: readonly string[]) => {
    const [stays, goes] = [ids.filter(id => locked.includes(id)), ids.filter(id => !locked.includes(id))]
    if (goes.length === 0) return stays[0] ? refuse(`${title(stays[0])} ${LOCKED}`) : undefined
    const what = goes.length === 1 ? title(goes[0] ?? '') : `${goes.length} blocks`
    if (!edit(removeNodes(graph, goes, locked), `remove ${what}`)) return
    done(`${what} removed. Undo brings ${goes.length === 1 ? 'it' : 'them'} back.`)
  }
  const copy = () => {
    const piece = cut(graph, present, locked)
    if (piece.nodes.length === 0) return refuse(present.length > 0 ? 'Blocks of the quest exist once and cannot be copied.' : 'Select a block first.')
    clipboard = piece
    done(piece.nodes.length === 1 ? '1 block copied.' : `${piece.nodes.length} blocks copied.`)
  }
  const insert = (piece: Graph | null, label: string) => {
    if (!piece || piece.nodes.length === 0) return refuse('There is nothing to paste yet.')
    if (graph.nodes.length >= nodeLimit) return refuse(FULL(nodeLimit))
    const pasted = paste(graph, specs, piece, nodeLimit)
    if (!edit(pasted.graph, label)) return
    select(pasted.ids)
    done(pasted.ids.length === 1 ? '1 block added.' : `${pasted.ids.length} blocks added.`)
  }
  const duplicate = () => {
    const piece = cut(graph, present, locked)
    if (piece.nodes.length === 0) copy()
    else insert(piece, 'duplicate')
  }
  const tidy = () => {
    if (edit(moveNodes(graph, tidyPlaces(graph, heights())), 'tidy up')) done('Blocks arranged from left to right.')
  }
  const step = (type: 'undo' | 'redo') => {
    const label = type === 'undo' ? undoLabel(history) : redoLabel(history)
    if (label === null || readOnly) return
    dispatch({ type })
    done(`${type === 'undo' ? 'Undone' : 'Done again'}: ${label}.`)
  }

  return {
    title, edit, select, add, remove, copy, duplicate, tidy, selection, notice,
    selected: present.length === 1 ? (present[0] ?? null) : null,
    notify: setNotice,
    endGesture: () => dispatch({ type: 'gesture.ended' }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    connect: join,
    disconnect: part,
    paste: () => insert(clipboard, 'paste'),
  }
}
