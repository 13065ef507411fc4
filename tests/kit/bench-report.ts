/** A run as the judge would report it, with made-up figures of the right size: for looking at the bench. */
import { topologicalOrder } from '../../src/bench/pipeline/graph-order.ts'
import type { Graph } from '../../src/core/quest/schema.ts'
import type { NodeReport, RunReport, View } from '../../src/core/verdict.ts'

const curve = (bend: number): [number, number][] => Array.from({ length: 41 }, (_, i) => [i / 40, (i / 40) ** bend])

const timeline: View = {
  view: 'timeline', decision: 'discharge',
  columns: [
    ['age', 'Age', 'admission', true], ['sex', 'Sex', 'admission', false], ['emergent', 'Came as an emergency', 'admission', true],
    ['edVisits6m', 'Emergency visits, last 6 months', 'admission', true], ['los', 'Nights in hospital', 'discharge', true],
    ['charlson', 'Other illnesses (Charlson)', 'discharge', true], ['hb', 'Haemoglobin, last before leaving', 'discharge', false],
    ['tcmFormFiled', 'Transitional-care form filed', 'discharge+21d', true], ['followupCalls30d', 'Follow-up calls in 30 days', 'discharge+30d', true],
    ['episodeCharges', 'Charges of the 90-day episode', 'discharge+90d', true],
  ].map(([name, label, availableAt, used]) => ({ name: String(name), label: String(label), availableAt: String(availableAt), known: !String(availableAt).includes('+'), used: used === true })),
}

const views: Record<string, View[]> = {
  'data.source:cohort': [
    { view: 'distribution', column: 'age', label: 'Age', bins: Array.from({ length: 12 }, (_, i) => ({ from: 20 + i * 6, to: 26 + i * 6, n: Math.round(600 * Math.exp(-((i - 7) ** 2) / 12)), positives: Math.round(90 * Math.exp(-((i - 8) ** 2) / 12)) })) },
    { view: 'categories', column: 'dispo', label: 'Going to', bins: [{ value: 'home', n: 2650, positives: 310 }, { value: 'homecare', n: 820, positives: 140 }, { value: 'snf', n: 430, positives: 95 }, { value: 'ama', n: 100, positives: 27 }] },
  ],
  'ml.logistic': [
    { view: 'roc', auc: 0.889, prevalence: 0.14, roc: curve(0.22), pr: curve(1).map(([x]) => [x, 0.9 - 0.76 * x ** 2]), at: { fpr: 0.1, tpr: 0.6, ppv: 0.44 } },
    { view: 'calibration', ece: 0.3, bins: Array.from({ length: 9 }, (_, i) => ({ predicted: 0.05 + i * 0.1, observed: Math.max(0, (0.05 + i * 0.1) ** 2 * 0.6), n: 400 - i * 40 })) },
    { view: 'coefficients', kind: 'log-odds per sd', rows: [['tcmFormFiled', 1.82], ['followupCalls30d', 0.94], ['episodeCharges', 0.71], ['edVisits6m', 0.3], ['los', 0.22], ['charlson', 0.19], ['age', 0.05], ['emergent', -0.12]].map(([feature, value]) => ({ feature: String(feature), value: Number(value) })) },
    timeline,
  ],
  'policy.threshold': [
    { view: 'confusion', threshold: 0.5, tp: 92, fp: 117, tn: 743, fn: 48 },
    { view: 'groups', by: 'group', rows: [{ group: 'A', n: 740, positives: 102, flagged: 150, sensitivity: 0.71, ppv: 0.48, calibration: 0.29 }, { group: 'B', n: 260, positives: 38, flagged: 59, sensitivity: 0.52, ppv: 0.34, calibration: 0.32 }] },
  ],
}

export function reportFor(graph: Graph): RunReport {
  const nodes: NodeReport[] = topologicalOrder(graph).map((node) => ({
    node: node.id, block: node.block, ms: 12, rows: 4000, columns: 26, facts: node.block === 'ml.split' ? ['3,000 to train', '1,000 to test'] : ['560 came back'],
    views: views[node.block] ?? (node.block === 'inspect.view:timeline' ? [timeline] : []),
    ...(node.block === 'data.source:cohort' ? { head: { columns: ['age', 'sex', 'los', 'dispo'], rows: [[71, 'F', 4, 'home'], [54, 'M', null, 'snf'], [80, 'F', 11.25, 'homecare']] } } : {}),
  }))
  const problem = graph.nodes.find((node) => node.block === 'table.label' && !graph.edges.some(([, to]) => to.startsWith(`${node.id}.`)))
  return {
    ok: !problem, nodes, ms: 240, metrics: { auc: 0.889, flagged: 0.209, sens: 0.657, ece: 0.3 },
    problems: problem ? [{ node: problem.id, port: 'table', code: 'open-input', say: 'Label needs a table. Join the discharges to it.' }] : [],
  }
}
