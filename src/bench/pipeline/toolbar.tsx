import { useReactFlow } from '@xyflow/react'
import { IconButton } from '../../kit/button.tsx'
import { useBench } from './bench-context.ts'
import { redoLabel, undoLabel } from './history.ts'
import { SHOW_ALL } from './layout.ts'

interface ToolbarProps {
  /** Zoom, fit and arrange mean something on the canvas only. */
  canvas: boolean
  onShortcuts(): void
}

export function Toolbar({ canvas, onShortcuts }: ToolbarProps) {
  const { history, undo, redo, copy, paste, duplicate, remove, selection, selected, askConnect, readOnly } = useBench()
  const [back, again] = [undoLabel(history), redoLabel(history)]
  const none = selection.size === 0
  return (
    <div className="bench-tools" role="toolbar" aria-label="Edit the pipeline">
      <IconButton icon="undo" small label={back ? `Undo: ${back}` : 'Undo'} disabled={!back || readOnly} onClick={undo} />
      <IconButton icon="redo" small label={again ? `Redo: ${again}` : 'Redo'} disabled={!again || readOnly} onClick={redo} />
      <span className="bench-tools-gap" />
      <IconButton icon="copy" small label="Copy" disabled={none} onClick={copy} />
      <IconButton icon="clipboard" small label="Paste" disabled={readOnly} onClick={paste} />
      <IconButton icon="plus" small label="Duplicate" disabled={none || readOnly} onClick={duplicate} />
      {canvas && (
        <>
          <IconButton icon="network" small label="Connect the selected block…" disabled={!selected || readOnly} onClick={() => selected && askConnect(selected)} />
          <IconButton icon="trash" small label="Remove the selected blocks" disabled={none || readOnly} onClick={() => remove([...selection])} />
          <span className="bench-tools-gap" />
          <CanvasTools />
        </>
      )}
      <IconButton icon="keyboard" small label="Keys of the bench" onClick={onShortcuts} />
    </div>
  )
}

function CanvasTools() {
  const flow = useReactFlow()
  const { tidy, readOnly } = useBench()
  const fit = () => void flow.fitView({ ...SHOW_ALL, duration: 200 })
  const arrange = () => {
    tidy()
    // The new places are drawn in the next frame.
    requestAnimationFrame(() => requestAnimationFrame(fit))
  }
  return (
    <>
      <IconButton icon="layout" small label="Arrange the blocks" disabled={readOnly} onClick={arrange} />
      <IconButton icon="fit" small label="Show all blocks" onClick={fit} />
      <IconButton icon="zoom-out" small label="Zoom out" onClick={() => void flow.zoomOut({ duration: 120 })} />
      <IconButton icon="zoom-in" small label="Zoom in" onClick={() => void flow.zoomIn({ duration: 120 })} />
    </>
  )
}
