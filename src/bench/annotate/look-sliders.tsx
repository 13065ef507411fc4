import { type LightWindow, type Look, lookWithin, MOST_ZOOM } from '../../kit/exhibit/picture-pixels.ts'
import { Slider } from '../../kit/slider.tsx'
import { words } from './words.ts'

interface LookSlidersProps {
  look: Look
  light: LightWindow
  onLook(look: Look): void
  onLight(light: LightWindow): void
}

/** Zoom, and which part of the range of grey is shown: level and window, in the words of a screen. */
export function LookSliders({ look, light, onLook, onLight }: LookSlidersProps) {
  return (
    <>
      <Slider label={words.zoom} value={look.zoom} min={1} max={MOST_ZOOM} step={0.25} format={value => `${Math.round(value * 100)}%`} onChange={zoom => onLook(lookWithin({ ...look, zoom }))} />
      <Slider label={words.brightness} value={Math.round((1 - light.level) * 100)} min={5} max={95} step={1} onChange={value => onLight({ ...light, level: 1 - value / 100 })} />
      <Slider label={words.contrast} value={Math.round(100 / light.width)} min={60} max={500} step={10} format={value => `${value}%`} onChange={value => onLight({ ...light, width: 100 / value })} />
    </>
  )
}
