import { Component } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { useActions } from './game.ts'
import { title } from './words/en.ts'

/** A screen whose code does not arrive, or that fails, leaves words and a way on in its place; without this the page goes blank. */
export class BrokenPart extends Component<{ instead: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? this.props.instead : this.props.children
  }
}

export function BrokenScreen() {
  const { reload } = useActions()
  return (
    <main className="waiting">
      <div className="waiting-card waiting-broken" role="alert">
        <p>{title.broken}</p>
        <Button look="primary" icon="refresh" onClick={reload}>{title.reload}</Button>
      </div>
    </main>
  )
}
