import { useMemo } from 'react'
import { DataTable } from '../charts/chart-frame.tsx'
import { drawPieces, PER_SECOND, PER_UNIT, PIECE_SECONDS, type TraceData, type TracePiece } from './trace-pieces.ts'
import './trace.css'

/** A trace on squared paper, piece by piece: its line, a mark over each beat, what is drawn in words, and the beats as a table. */
export function Trace({ trace }: { trace: TraceData }) {
  const { pieces, height } = useMemo(() => drawPieces(trace), [trace])
  const { say, caption, beats, unit } = trace
  return (
    <div className="trace">
      <p className="trace-say">{say}</p>
      {/* One picture in several drawings, so it cannot be an <img>. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div className="trace-pieces" role="img" aria-label={caption}>
        {pieces.map(piece => <Piece key={piece.from} piece={piece} seconds={PIECE_SECONDS} height={height} />)}
      </div>
      <ul className="trace-legend" aria-hidden="true">
        <li>One square: 0.2 s, 0.5 {unit}</li>
        {beats && <li><svg viewBox="0 0 14 12"><path d="M2 1h10l-5 9z" /></svg>beat found (R peak)</li>}
      </ul>
      {beats && beats.length > 0 && (
        <details className="chart-table">
          <summary>Read beats as table<span className="visually-hidden">: {caption}</span></summary>
          <DataTable caption={`Beats: ${caption}`} table={{ head: ['Beat', 'At second', 'Since the last, seconds'], rows: beatRows(beats) }} />
        </details>
      )}
    </div>
  )
}

const PREVIEW_SECONDS = 4

/** The first seconds of a trace, small: for a place that says in words elsewhere what it shows. */
export function TracePreview({ trace }: { trace: TraceData }) {
  const { pieces: [first], height } = useMemo(() => drawPieces({ ...trace, samples: trace.samples.subarray(0, PREVIEW_SECONDS * trace.rate) }), [trace])
  return first ? <Piece piece={first} seconds={PREVIEW_SECONDS} height={height} /> : null
}

function Piece({ piece, seconds, height }: { piece: TracePiece; seconds: number; height: number }) {
  return (
    <svg className="trace-piece" viewBox={`0 -14 ${seconds * PER_SECOND} ${height + 14}`} aria-hidden="true" focusable="false">
      <Paper width={piece.seconds * PER_SECOND} height={height} />
      <path className="trace-line" d={piece.path} />
      {piece.beats.map(({ x, y }) => <g key={x} className="trace-beat"><path d={`M${x - 5} -13h10l-5 9z`} /><circle cx={x} cy={y} r={3.4} /></g>)}
    </svg>
  )
}

function beatRows(beats: Float64Array): (string | number)[][] {
  return Array.from(beats, (second, i) => [i + 1, second.toFixed(2), i === 0 ? '–' : (second - (beats[i - 1] ?? 0)).toFixed(2)])
}

/** Squares of 0.2 s by 0.5 of the unit: a heavier line at each second. */
function Paper({ width, height }: { width: number; height: number }) {
  const lines = (to: number, step: number) => Array.from({ length: Math.floor(to / step) + 1 }, (_, i) => i * step)
  const across = lines(height, PER_UNIT / 2).map(y => `M0 ${y}h${width}`).join('')
  const down = lines(width, PER_SECOND / 5).map(x => `M${x} 0v${height}`).join('')
  const seconds = lines(width, PER_SECOND).map(x => `M${x} 0v${height}`).join('')
  return (
    <>
      <path className="trace-grid" d={across + down} />
      <path className="trace-grid trace-grid-second" d={seconds} />
    </>
  )
}
