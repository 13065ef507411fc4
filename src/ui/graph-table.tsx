import { blockSettings, blockTitle } from '../bench/block-title.ts'
import { topologicalOrder } from '../bench/pipeline/graph-order.ts'
import type { Graph, GraphNode } from '../core/quest/schema.ts'
import { journal as words } from './words/en-record.ts'

/** A graph read as a table, from the source on: block by block, with its settings and where its input comes from. */
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
          {topologicalOrder(graph).map((node, at) => (
            <tr key={node.id}>
              <td>{at + 1}</td>
              <th scope="row">{blockTitle(node.block)}</th>
              <td>{blockSettings(node) || '–'}</td>
              <td>{sourcesOf(graph, node).join(', ') || words.start}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Blocks that a node reads from, in the order of its edges. */
function sourcesOf(graph: Graph, node: GraphNode): string[] {
  return graph.edges
    .filter(([, to]) => to.startsWith(`${node.id}.`))
    .map(([from]) => graph.nodes.find(one => from.startsWith(`${one.id}.`)))
    .flatMap(source => (source ? blockTitle(source.block) : []))
}
