/** Undo and redo of the board's dossier, as a value. */
import type { BoardDossier } from '../../core/artefacts/board-dossier.ts'

const DEPTH = 200

interface Step {
  dossier: BoardDossier
  label: string
}

export interface History {
  past: readonly Step[]
  present: BoardDossier
  future: readonly Step[]
}

export type HistoryEvent = { type: 'changed'; dossier: BoardDossier; label: string } | { type: 'undo' } | { type: 'redo' } | { type: 'replaced'; dossier: BoardDossier }

export function newHistory(dossier: BoardDossier): History {
  return { past: [], present: dossier, future: [] }
}

/** A change after undo forgets what was undone. */
export function historyReducer(history: History, event: HistoryEvent): History {
  const { past, present, future } = history
  switch (event.type) {
    case 'changed': return { past: [...past, { dossier: present, label: event.label }].slice(-DEPTH), present: event.dossier, future: [] }
    case 'undo': {
      const last = past.at(-1)
      return last ? { past: past.slice(0, -1), present: last.dossier, future: [{ dossier: present, label: last.label }, ...future] } : history
    }
    case 'redo': {
      const next = future[0]
      return next ? { past: [...past, { dossier: present, label: next.label }], present: next.dossier, future: future.slice(1) } : history
    }
    case 'replaced': return newHistory(event.dossier)
  }
}
