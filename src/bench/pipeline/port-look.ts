/** Colour and shape of each type of port: no two types share both, so neither has to be seen alone. */
import type { PortType } from '../../lab/graph/ports.ts'

export type PortShape = 'square' | 'diamond' | 'hexagon' | 'circle' | 'triangle' | 'star' | 'ring' | 'cross' | 'pill' | 'drop'

export interface PortLook {
  colour: string
  shape: PortShape
  /** What travels here, in a few words. */
  about: string
}

const C = { teal: '#12776f', blue: '#1f6fb5', plum: '#6b4a94', amber: '#8a5a00', green: '#2f7a45', coral: '#b8402f', slate: '#456079' } as const

export const PORT_LOOK: Readonly<Record<PortType, PortLook>> = {
  Any: { colour: C.slate, shape: 'ring', about: 'takes several kinds' },
  Table: { colour: C.teal, shape: 'square', about: 'rows and columns' },
  Split: { colour: C.blue, shape: 'diamond', about: 'rows to learn from and rows to test on' },
  Matrix: { colour: C.plum, shape: 'hexagon', about: 'features as numbers' },
  Scores: { colour: C.amber, shape: 'circle', about: 'a score or a risk for each person' },
  Decisions: { colour: C.green, shape: 'triangle', about: 'who is on the list' },
  Stream: { colour: C.blue, shape: 'pill', about: 'stays with charts that fill hour by hour' },
  Signal: { colour: C.coral, shape: 'pill', about: 'a trace over time' },
  Windows: { colour: C.plum, shape: 'pill', about: 'stretches of a trace' },
  Images: { colour: C.blue, shape: 'square', about: 'pictures' },
  Boxes: { colour: C.coral, shape: 'square', about: 'marked places in pictures' },
  Text: { colour: C.amber, shape: 'drop', about: 'written words' },
  Spans: { colour: C.coral, shape: 'drop', about: 'marked words' },
  V2: { colour: C.teal, shape: 'cross', about: 'messages between systems' },
  Fhir: { colour: C.coral, shape: 'cross', about: 'records in FHIR' },
  Codes: { colour: C.plum, shape: 'cross', about: 'codes' },
  Pairs: { colour: C.blue, shape: 'hexagon', about: 'records that may be one person' },
  Links: { colour: C.green, shape: 'hexagon', about: 'records that are one person' },
  Shelf: { colour: C.amber, shape: 'square', about: 'documents' },
  Chunks: { colour: C.amber, shape: 'hexagon', about: 'passages' },
  Hits: { colour: C.amber, shape: 'star', about: 'passages found' },
  Answers: { colour: C.green, shape: 'drop', about: 'answers' },
  Flags: { colour: C.coral, shape: 'circle', about: 'red flags in what is said' },
  Intents: { colour: C.plum, shape: 'drop', about: 'what is meant by each turn' },
  Transcript: { colour: C.green, shape: 'star', about: 'conversations as they went' },
  Events: { colour: C.slate, shape: 'diamond', about: 'what happened, in order' },
  Plan: { colour: C.green, shape: 'square', about: 'who does what, when' },
  Findings: { colour: C.coral, shape: 'diamond', about: 'what was noticed' },
  Board: { colour: C.plum, shape: 'star', about: 'papers for the board' },
  Rulings: { colour: C.plum, shape: 'diamond', about: 'what the rules say' },
  Cards: { colour: C.blue, shape: 'drop', about: 'what the ordering screen shows' },
  Archive: { colour: C.slate, shape: 'square', about: 'notes and films of the archive' },
  Dicom: { colour: C.teal, shape: 'hexagon', about: 'films with their headers' },
  Release: { colour: C.green, shape: 'pill', about: 'records to hand over' },
  Worklist: { colour: C.teal, shape: 'triangle', about: 'films in the order of a rule' },
  Alerts: { colour: C.coral, shape: 'triangle', about: 'when an alarm rings' },
  Records: { colour: C.slate, shape: 'cross', about: 'records as their senders write them' },
  Mapped: { colour: C.green, shape: 'cross', about: 'what the map made of records' },
  Stays: { colour: C.teal, shape: 'drop', about: 'people who go home, with their charts' },
  Letters: { colour: C.slate, shape: 'drop', about: 'letters that people take home' },
  Quantiles: { colour: C.blue, shape: 'circle', about: 'numbers foretold, with their spread' },
  Pool: { colour: C.blue, shape: 'star', about: 'people and what they may be offered' },
  Matches: { colour: C.slate, shape: 'hexagon', about: 'criteria held against people' },
  Offers: { colour: C.teal, shape: 'star', about: 'lists of people to invite' },
  Synthetic: { colour: C.plum, shape: 'square', about: 'people who never were' },
  Result: { colour: C.coral, shape: 'star', about: 'what the ward receives' },
  View: { colour: C.slate, shape: 'circle', about: 'a picture to look at' },
}

/** Outlines in a box of 14 x 14. */
export const SHAPE_PATHS: Readonly<Record<PortShape, string>> = {
  square: 'M2 2h10v10h-10z',
  diamond: 'M7 .8l6.2 6.2l-6.2 6.2l-6.2-6.2z',
  hexagon: 'M3.8 1.4h6.4l3.2 5.6l-3.2 5.6h-6.4l-3.2-5.6z',
  circle: 'M7 1a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  triangle: 'M2 1l11 6l-11 6z',
  star: 'M7 .6l1.9 4.2l4.6.5l-3.4 3.1l.9 4.5l-4-2.3l-4 2.3l.9-4.5l-3.4-3.1l4.6-.5z',
  ring: 'M7 1a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM7 4.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2z',
  cross: 'M5 1h4v4h4v4h-4v4h-4v-4h-4v-4h4z',
  pill: 'M4.5 3.5h5a3.5 3.5 0 0 1 0 7h-5a3.5 3.5 0 0 1 0-7z',
  drop: 'M7 .6c3 3.6 4.8 5.6 4.8 8a4.8 4.8 0 0 1-9.6 0c0-2.4 1.8-4.4 4.8-8z',
}
