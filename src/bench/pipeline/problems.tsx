import { Icon } from '../../kit/icon.tsx'
import { useBench } from './bench-context.ts'

/** What kept the run from going through; a click leads to the block. */
export function Problems() {
  const { report, goTo, title, graph } = useBench()
  if (!report || report.problems.length === 0) return null
  return (
    <div className="bench-problems">
      <h4><Icon name="warning" /> {report.problems.length === 1 ? 'One thing to mend' : `${report.problems.length} things to mend`}</h4>
      <ul>
        {report.problems.map(problem => {
          const node = graph.nodes.find(candidate => candidate.id === problem.node)?.id
          return (
            <li key={`${problem.node}${problem.code}${problem.say}`}>
              {node ? <button type="button" onClick={() => goTo(node)}><strong>{title(node)}</strong> {problem.say}</button> : problem.say}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
