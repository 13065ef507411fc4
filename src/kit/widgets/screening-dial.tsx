import { useState } from 'react'
import { PeopleChart } from '../charts/people-chart.tsx'
import { Slider } from '../slider.tsx'
import { screeningCounts } from './screening-counts.ts'
import './screening-dial.css'

interface ScreeningDialProps {
  n?: number
  /** Where the sliders start, as shares of 1. */
  rate?: number
  cut?: number
}

/** Slide the cut and how many are ill; the same hundred people answer. */
export function ScreeningDial({ n = 100, rate = 0.24, cut = 0.5 }: ScreeningDialProps) {
  const [ill, setIll] = useState(Math.round(rate * n))
  const [at, setAt] = useState(Math.round(cut * 100))
  const counts = screeningCounts(n, ill / n, at / 100)
  const { found, missed, needless, ppv } = counts
  const referred = found + needless
  return (
    <section className="screening-dial" aria-label="The dial">
      <div className="screening-sliders">
        <Slider label="Refer above" value={at} min={5} max={95} step={1} onChange={setAt} format={value => (value / 100).toFixed(2)} />
        <Slider label="Are ill" value={ill} min={1} max={Math.round(n * 0.4)} step={1} onChange={setIll} format={value => `${value} of ${n}`} />
        <dl className="screening-figures">
          <Figure name="Sensitivity" say="of the ill, referred">{share(found, ill)}</Figure>
          <Figure name="Specificity" say="of the well, left in peace">{share(n - ill - needless, n - ill)}</Figure>
          <Figure name="PPV" say="of those referred, ill">{ppv === null ? 'nobody referred' : share(found, referred)}</Figure>
        </dl>
      </div>
      <div className="screening-people">
        <PeopleChart
          view={{
            view: 'people', title: 'A hundred people', of: n,
            say: `${found} ill ${found === 1 ? 'person is' : 'people are'} referred, ${missed} ${missed === 1 ? 'goes' : 'go'} home ill, ${needless} well ${needless === 1 ? 'person is' : 'people are'} referred.`,
            groups: [
              { label: 'ill and referred', n: found, tone: 'right' },
              { label: 'ill and sent home', n: missed, tone: 'missed' },
              { label: 'well and referred', n: needless, tone: 'wrong' },
              { label: 'well and at home', n: n - ill - needless, tone: 'note' },
            ],
          }}
        />
      </div>
      <output className="visually-hidden">{`Sensitivity ${share(found, ill)}, specificity ${share(n - ill - needless, n - ill)}, of those referred ${ppv === null ? 'nobody' : share(found, referred)} ill.`}</output>
    </section>
  )
}

function Figure({ name, say, children }: { name: string; say: string; children: string }) {
  return <div><dt>{name} <small>{say}</small></dt><dd>{children}</dd></div>
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'nobody there' : `${Math.round((part / whole) * 100)}%`
}
