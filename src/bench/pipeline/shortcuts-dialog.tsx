import { Dialog } from '../../kit/dialog.tsx'

const KEYS: [string, string][] = [
  ['Tab', 'From block to block, in the order of the flow'],
  ['Enter', 'Open the settings of the block'],
  ['Space', 'Select the block as well, or no longer'],
  ['C', 'Connect the block to another'],
  ['Arrow keys', 'Move the block (with Shift: further)'],
  ['Delete', 'Remove the selected blocks'],
  ['Ctrl Z', 'Undo'],
  ['Ctrl Shift Z', 'Redo'],
  ['Ctrl A', 'Select all blocks'],
  ['Ctrl C, Ctrl V, Ctrl D', 'Copy, paste, duplicate'],
  ['F', 'Show all blocks'],
  ['+ and −', 'Zoom in and out'],
  ['Ctrl Enter', 'Run'],
  ['?', 'This list'],
]

export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="Keys of the bench" closeLabel="Close" onClose={onClose}>
      <p>Single keys work while a block or the canvas has focus. On a Mac, Cmd stands for Ctrl. Everything can also be done in the Table.</p>
      <table className="bench-keys">
        <thead className="visually-hidden"><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead>
        <tbody>
          {KEYS.map(([key, does]) => <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{does}</td></tr>)}
        </tbody>
      </table>
    </Dialog>
  )
}
