import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../kit/button.tsx'
import '../kit/card.css'
import { Icon } from '../kit/icon.tsx'
import type { IconName } from '../kit/icon.tsx'
import './banners.css'
import { isReadOnly, useActions, useGame } from './game.ts'
import { banners, title } from './words/en.ts'

/** Notices over any screen: how the save stands, a newer version, what went wrong, and captions for sounds. */
export function Banners() {
  return (
    <>
      <section className="banners" aria-label={banners.region}>
        <FailureBanner />
        <NewsBanner />
        <StoreBanner />
        <UpdateBanner />
      </section>
      <CaptionLine />
    </>
  )
}

function Banner({ icon, tone, say, children, onHide }: { icon: IconName; tone: string; say: ReactNode; children?: ReactNode; onHide?(): void }) {
  return (
    <output className={`banner banner-${tone}`}>
      <Icon name={icon} />
      <p>{say}</p>
      {children}
      {onHide && <IconButton small icon="close" label={banners.dismiss} onClick={onHide} />}
    </output>
  )
}

function FailureBanner() {
  const failure = useGame(state => state.failure)
  const [hidden, setHidden] = useState<string | null>(null)
  if (!failure || failure === hidden) return null
  return <Banner icon="warning" tone="bad" say={<><strong>{title.failed}.</strong> {failure}</>} onHide={() => setHidden(failure)} />
}

function NewsBanner() {
  const news = useGame(state => state.news)
  const [hidden, setHidden] = useState<typeof news>(null)
  if (!news || news === hidden) return null
  return <Banner icon="info" tone="info" say={news.say} onHide={() => setHidden(news)} />
}

/** The sentence of the store, and the one thing that helps. */
function StoreBanner() {
  const store = useGame(state => state.store)
  const [hidden, setHidden] = useState<typeof store | null>(null)
  const { exportSave, takeOver, setAside, download, reload } = useActions()
  // Hidden for now, not for ever: a disk that fills up again is told again, and so is whoever tries to play in a tab that follows.
  if (hidden !== null && (hidden.kind !== store.kind || (isReadOnly(store) && hidden !== store))) setHidden(null)
  if (store.kind === 'ready' || hidden?.kind === store.kind) return null
  const hide = () => setHidden(store)
  const saveFile = async (key: string) => {
    const found = (await setAside()).find(save => save.key === key)
    if (found) download(`${found.key}.json`, found.text)
  }
  switch (store.kind) {
    case 'memory-only':
      return <Banner icon="warning" tone="warning" say={store.say} onHide={hide}><Button small onClick={() => void exportSave()}>{banners.memoryOnlyDo}</Button></Banner>
    case 'following':
      return <Banner icon="copy" tone="info" say={store.say} onHide={hide}><Button small onClick={() => void takeOver()}>{banners.followingDo}</Button></Banner>
    case 'cut-off':
      return <Banner icon="warning" tone="bad" say={store.say} onHide={hide}><Button small look="primary" onClick={reload}>{title.reload}</Button></Banner>
    case 'full':
      return (
        <Banner icon="warning" tone="bad" say={<>{store.say} {banners.full(store.waiting)}</>} onHide={hide}>
          <Button small onClick={() => void exportSave()}>{banners.fullDo}</Button>
        </Banner>
      )
    case 'set-aside':
      return <Banner icon="info" tone="warning" say={store.say} onHide={hide}><Button small onClick={() => void saveFile(store.key)}>{banners.setAsideDo}</Button></Banner>
  }
}

function UpdateBanner() {
  const ready = useGame(state => state.update === 'ready')
  // What could not be written is gone once the page is loaded anew: say so, and offer the way out first.
  const unsaved = useGame(state => state.saved === 'waiting')
  const [later, setLater] = useState(false)
  const { applyUpdate, exportSave } = useActions()
  if (!ready || later) return null
  return (
    <Banner icon="refresh" tone={unsaved ? 'warning' : 'info'} say={<>{banners.update} {unsaved ? banners.updateUnsaved : banners.updateKept}</>}>
      {unsaved && <Button small look="primary" onClick={() => void exportSave()}>{banners.fullDo}</Button>}
      <Button small look={unsaved ? 'soft' : 'primary'} onClick={applyUpdate}>{unsaved ? banners.updateAnyway : banners.updateNow}</Button>
      <Button small look="plain" onClick={() => setLater(true)}>{banners.updateLater}</Button>
    </Banner>
  )
}

function CaptionLine() {
  const caption = useGame(state => (state.settings.captions ? state.caption : null))
  if (!caption) return null
  return <output className="caption-line"><Icon name="sound" size={1} />{caption}</output>
}
