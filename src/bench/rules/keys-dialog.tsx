import { Dialog } from '../../kit/dialog.tsx'
import { words } from './words.ts'

export function KeysDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={words.keys} closeLabel="Close" onClose={onClose}>
      <p>{words.keysAbout}</p>
      <table className="rules-keys">
        <thead className="visually-hidden"><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead>
        <tbody>{words.keyList.map(([key, does]) => <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{does}</td></tr>)}</tbody>
      </table>
    </Dialog>
  )
}
