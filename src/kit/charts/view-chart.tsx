import { lazy, Suspense } from 'react'
import type { View } from '../../core/verdict.ts'
import { Exhibit } from '../exhibit/exhibit.tsx'
import { BarChart } from './bar-chart.tsx'
import { BarsChart } from './bars-chart.tsx'
import { CalibrationChart } from './calibration-chart.tsx'
import { ConfusionChart } from './confusion-chart.tsx'
import { GroupsChart } from './groups-chart.tsx'
import { CategoryChart, Histogram } from './histogram.tsx'
import { LinesChart } from './lines-chart.tsx'
import { PeopleChart } from './people-chart.tsx'
import { PrChart } from './pr-chart.tsx'
import { RocChart } from './roc-chart.tsx'
import { MetersView, RowsView } from './rows-view.tsx'
import { TimelineChart } from './timeline-chart.tsx'

/** Fetched when there is something to play. */
const Replay = lazy(() => import('../replay/replay.tsx').then(file => ({ default: file.Replay })))

/** The right chart for what a run or a verdict has to show. */
export function ViewChart({ view }: { view: View }) {
  switch (view.view) {
    case 'roc': return <><RocChart view={view} />{view.pr.length > 1 && <PrChart view={view} />}</>
    case 'calibration': return <CalibrationChart view={view} />
    case 'timeline': return <TimelineChart view={view} />
    case 'groups': return <GroupsChart view={view} />
    case 'coefficients': return <BarChart view={view} />
    case 'confusion': return <ConfusionChart view={view} />
    case 'distribution': return <Histogram view={view} />
    case 'categories': return <CategoryChart view={view} />
    case 'bars': return <BarsChart view={view} />
    case 'lines': return <LinesChart view={view} />
    case 'meters': return <MetersView view={view} />
    case 'rows': return <RowsView view={view} />
    case 'people': return <PeopleChart view={view} />
    case 'replay': return <Suspense fallback={null}><Replay log={view.log} /></Suspense>
    case 'exhibits': return <section className="exhibits" aria-label={view.title}><h4>{view.title}</h4>{view.exhibits.map(exhibit => <Exhibit key={exhibit.caption} exhibit={exhibit} />)}</section>
  }
}
