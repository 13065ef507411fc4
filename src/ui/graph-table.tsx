import { blockTitle } from '../bench/block-title.ts'
import type { Graph, GraphNode, Json } from '../core/quest/schema.ts'
import { journal as words } from './words/en-record.ts'

/** A graph read as a table: block by block, with its settings and where its input comes from. */
export function GraphTable({ graph }: { graph: Graph }) {
  return (
    // A wide table scrolls in its own box, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" tabIndex={0} aria-label={words.graph}>
      <table className="graph-table">
        <thead>
          <tr><th scope="col">{words.colStep}</th><th scope="col">{words.colBlock}</th><th scope="col">{words.colSettings}</th><th scope="col">{words.colFrom}</th></tr>
        </thead>
        <tbody>
          {graph.nodes.map((node, at) => (
            <tr key={node.id}>
              <td>{at + 1}</td>
              <th scope="row">{blockTitle(node.block)}</th>
              <td>{settingsText(node)}</td>
              <td>{sourcesOf(graph, node).join(', ') || words.start}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Parameters as one line: "share 0.2, fixOn test". */
export function settingsText(node: GraphNode): string {
  return Object.entries(node.params).map(([name, value]) => `${name} ${valueText(value)}`).join('; ') || '–'
}

function valueText(value: Json): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

/** Blocks that a node reads from, in the order of its edges. */
export function sourcesOf(graph: Graph, node: GraphNode): string[] {
  return graph.edges
    .filter(([, to]) => to.startsWith(`${node.id}.`))
    .map(([from]) => graph.nodes.find(one => from.startsWith(`${one.id}.`)))
    .flatMap(source => (source ? blockTitle(source.block) : []))
}
