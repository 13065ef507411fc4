import { Dialog } from '../kit/dialog.tsx'
import { common, credits } from './words/en.ts'

export function CreditsDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={credits.title} closeLabel={common.close} onClose={onClose}>
      <div className="markdown">{credits.lines.map(line => <p key={line}>{line}</p>)}</div>
    </Dialog>
  )
}
