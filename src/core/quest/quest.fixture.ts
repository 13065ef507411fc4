/** A small whole quest for tests: three cards, three steps, one goal, a huddle before the debrief, a mark and a timer. */
import { Quest, type Solution } from './schema.ts'
import type { VerdictSummary } from '../verdict.ts'

const graph = () => ({
  nodes: [
    { id: 'src', block: 'data.source:cohort', params: { dataset: 'train' }, at: [0, 0] },
    { id: 'sco', block: 'score.points:lace', params: {}, at: [1, 0] },
    { id: 'cap', block: 'policy.capacity', params: { share: 0.2 }, at: [2, 0] },
    { id: 'out', block: 'sink.result:decisions', params: {}, at: [3, 0] },
  ],
  edges: [['src.table', 'sco.table'], ['sco.scores', 'cap.scores'], ['cap.decisions', 'out.decisions']],
})

/** The quest as a trainer writes it, before defaults are filled in. */
export function questSource(): Record<string, unknown> {
  return {
    schema: 1,
    id: 'lost-labels',
    n: 7,
    version: '1.0.0',
    title: 'Lost labels',
    place: { department: 'medical-wards', room: 'discharge-desk', marker: 'revolving-door' },
    npc: { id: 'joan-malik', name: 'Sister Joan Malik', role: 'Discharge coordinator', portrait: 'npc/joan-malik' },
    archetypes: ['Creators'],
    literacy: ['F2'],
    seeds: ['A2'],
    difficulty: 2,
    minutes: 20,
    story: {
      brief: 'Somebody mixed up the labels.',
      dialogue: [{ who: 'npc', mood: 'worried', say: 'Can you help us?' }],
      stake: 'People wait for a call that never comes.',
      win: 'The right people are called.',
      lose: 'The wrong people are called.',
    },
    dialogs: { 'group-gap': [{ say: 'One group is found less often than the other.' }] },
    learn: [
      { kind: 'card', title: 'A label', md: 'A label says what happened.', cite: ['donze'] },
      { kind: 'widget', title: 'Who would you call?', widget: { id: 'icon-array', params: { n: 100 } } },
      { kind: 'card', title: 'A moment', md: 'A value is written at a moment.' },
    ],
    practice: [
      { say: 'Place the score.', highlight: 'palette:score.points:lace', expect: { some: [{ var: 'graph.nodes' }, { '==': [{ var: 'block' }, 'score.points:lace'] }] }, onFail: 'It sits under Scores.' },
      { say: 'Set the share to 20%.', highlight: 'node:cap', expect: { '==': [{ var: 'params.cap.share' }, 0.2] }, onFail: 'One in five.' },
      { say: 'Run it.', highlight: 'button:run', expect: { var: 'last.ran' }, onFail: 'Press Run.' },
    ],
    build: {
      workbench: 'pipeline',
      palette: ['data.source:cohort', 'score.points:lace', 'policy.capacity', 'inspect.view:timeline', 'sink.result:decisions'],
      limits: { nodes: 12, runs: 3, msPerRun: 4000 },
      locked: ['src', 'out'],
      start: graph(),
      reference: graph(),
    },
    data: {
      generator: 'cohort.readmission',
      sets: { practice: { seed: 'p-1', params: { n: 200 } }, train: { seed: 't-1', params: { n: 400 } } },
      hidden: [{ seed: 'h-1', params: { n: 300 }, viewAt: 'discharge' }],
    },
    verify: {
      harness: 'tabular-risk',
      truth: 'readmit30',
      budget: { ms: 4000, mb: 64 },
      metrics: [{ id: 'auc', label: 'AUROC', fn: 'auc' }, { id: 'gap', label: 'Test minus use', fn: 'testMinusDeployed', params: { of: 'auc' } }, { id: 'groupGap', label: 'Gap between groups', fn: 'sensitivityGap' }],
      guards: [{ id: 'some-skill', rule: { '>': [{ var: 'auc' }, 0.5] }, say: 'Tossing a coin would do as well.' }],
      goals: [{ metric: 'auc', op: '>=', pass: 0.6, silver: 0.65, gold: 0.7 }],
    },
    trap: { id: 'future-leak', when: { '>': [{ var: 'gap' }, 0.08] }, reveal: 'Test {test.auc}, in use {auc}.', replay: 'ward-lights-go-dark', badge: 'time-traveller' },
    hints: [
      { md: 'Look at the timeline.', after: { fails: 1 }, cost: 0 },
      { md: 'Think of the label.', after: { fails: 2, minutes: 10 }, cost: 1 },
      { md: 'Use the score.', after: { fails: 3 }, cost: 2 },
    ],
    check: [
      { q: 'What is a label?', options: ['What happened', 'A sticker'], answer: 0, why: 'It is what you want to foresee.' },
      { q: 'When is a form known?', options: ['Always', 'Once it is filed', 'Never'], answer: 1, why: 'Not before.' },
    ],
    debrief: { md: 'You found them.', compare: ['score.points:lace', 'reference'], transfer: 'Ask when each value is written.', cite: ['kans'] },
    effects: [
      { on: 'pass', do: 'sprite', target: 'revolving-door', state: 'slow' },
      { on: 'pass', do: 'npc', target: 'joan-malik', state: 'tablet' },
      { on: 'silver', do: 'stat', target: 'readmissions', delta: -6 },
      { on: 'gold', do: 'unlock', target: 'medical-wards.follow-up-room' },
    ],
    machine: {
      context: { timelineOpened: false },
      states: [
        {
          id: 'ethics-huddle', kind: 'dialog', after: 'verify', blocks: 'debrief', dialog: 'group-gap',
          when: { and: [{ '==': [{ var: 'medal' }, 'gold'] }, { '>': [{ var: 'metrics.groupGap' }, 0.12] }] },
          choices: [{ id: 'report', md: 'Tell the board' }, { id: 'hide', md: 'Leave it out' }],
        },
        { id: 'timeline-nudge', kind: 'event', during: 'build', on: 'INSPECTOR_OPENED:timeline', assign: { timelineOpened: true } },
      ],
      timers: [{ id: 'stuck', during: 'build', ms: 600_000, when: { '!': { var: 'timelineOpened' } }, do: { highlight: 'palette:inspect.view:timeline' } }],
    },
    sources: ['kans', 'donze'],
  }
}

export function sampleQuest(change: (source: Record<string, unknown>) => void = () => {}): Quest {
  const source = questSource()
  change(source)
  return Quest.parse(source)
}

export function sampleSolution(share = 0.2): Solution {
  const { nodes, edges } = sampleQuest().build.start
  return {
    graph: { nodes: nodes.map((node) => (node.id === 'cap' ? { ...node, params: { share } } : node)), edges },
    artefacts: {},
  }
}

export function sampleVerdict(change: Partial<VerdictSummary> = {}): VerdictSummary {
  return { medal: 'none', metrics: { auc: 0.55, groupGap: 0.02 }, goals: [], guards: [], trap: null, problems: [], seeds: ['h-1'], ms: 12, ...change }
}
