import { PLOT, ticks } from './scale.ts'
import type { Plot, Scale } from './scale.ts'

interface AxesProps {
  x: Scale
  y: Scale
  xDomain: readonly [number, number]
  yDomain: readonly [number, number]
  xLabel: string
  yLabel: string
  format?(value: number): string
  xFormat?(value: number): string
  plot?: Plot
}

/** Quiet grid, marks and the two names. */
export function Axes({ x, y, xDomain, yDomain, xLabel, yLabel, format = String, xFormat = format, plot = PLOT }: AxesProps) {
  const { left, right, top, bottom, width, height } = plot
  const middle = (left + width - right) / 2
  return (
    <g className="chart-axes">
      {ticks(yDomain).map(tick => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 7} y={y(tick)} textAnchor="end" dominantBaseline="central">{format(tick)}</text>
        </g>
      ))}
      {ticks(xDomain).map(tick => (
        <text key={tick} x={x(tick)} y={height - bottom + 17} textAnchor="middle">{xFormat(tick)}</text>
      ))}
      <text className="chart-axis-name" x={middle} y={height - 8} textAnchor="middle">{xLabel}</text>
      <text className="chart-axis-name" textAnchor="middle" transform={`translate(12 ${(top + height - bottom) / 2}) rotate(-90)`}>{yLabel}</text>
    </g>
  )
}

export const UNIT: readonly [number, number] = [0, 1]

export function asPercent(value: number): string {
  return `${Math.round(value * 100)}%`
}
