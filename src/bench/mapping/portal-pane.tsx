import { use, useRef } from 'react'
import type { FieldDiff } from '../../lab/interop/fhir/compare.ts'
import { DEFECT_WORDS } from '../../lab/interop/feed/feed-message.ts'
import { Note } from '../../kit/note.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import type { ResourceView } from './live.ts'
import { samePath } from './live.ts'
import { MessagesContext, useMapping } from './mapping-context.ts'
import { useRoving } from './use-roving.ts'
import { words } from './words.ts'

/** The resources after this message, as trees: each value beside what it should be. */
export function PortalPane() {
  const { shown, sides } = useMapping()
  const keys = (shown?.views ?? []).flatMap((view, v) => view.diffs.map(({ path }) => `${v} ${path}`))
  const group = useRef<HTMLDivElement>(null)
  const roving = useRoving(group, keys)
  return (
    <section className="mapping-pane mapping-portal" aria-label={sides.words.portal}>
      <h3>{sides.words.portal}</h3>
      <GateWord />
      <div className="mapping-trees" ref={group} role="toolbar" tabIndex={-1} aria-label={words.portalHelp} aria-orientation="vertical" onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
        {shown && !shown.sample.compared && shown.sample.defect === null && <p className="mapping-quiet">{words.notLookedAt}</p>}
        {shown?.views.map((view, v) => (
          <div key={`${view.type} ${view.id}`} className="mapping-tree">
            <h4>{view.type} <small>{view.id}</small></h4>
            <Branch view={view} nodes={treeOf(view.diffs)} prefix={String(v)} tabIndex={key => roving.tabIndex(key, key === keys[0])} />
          </div>
        ))}
      </div>
    </section>
  )
}

/** For a defective message: whether it would get in. For a good one that would not: that too. */
function GateWord() {
  const messages = use(MessagesContext)
  if (!messages?.shown) return null
  const { shown, gate } = messages
  const aside = gate.aside.has(shown.sample.id)
  const { defect } = shown.sample
  if (defect) return <Note tone={aside ? 'good' : 'warning'}>{words.defective(DEFECT_WORDS[defect])} {aside ? words.stopped : words.letIn}</Note>
  return aside ? <Note tone="bad">{words.stoppedGood}</Note> : null
}

interface TreeNode {
  name: string
  diff: FieldDiff | null
  inner: TreeNode[]
}

function treeOf(diffs: readonly FieldDiff[]): TreeNode[] {
  const root: TreeNode[] = []
  for (const diff of diffs) {
    let level = root
    const parts = diff.path.split('.').slice(1)
    for (const [i, name] of parts.entries()) {
      let node = level.find(one => one.name === name)
      if (!node) {
        node = { name, diff: null, inner: [] }
        level.push(node)
      }
      if (i === parts.length - 1) node.diff = diff
      level = node.inner
    }
  }
  return root.map(joined)
}

/** A branch with one twig is drawn as one: `identifier[0].value` needs no three lines. */
function joined(node: TreeNode): TreeNode {
  const [only] = node.inner
  if (node.inner.length === 1 && only && !node.diff) return joined({ name: `${node.name}.${only.name}`, diff: only.diff, inner: only.inner })
  return { ...node, inner: node.inner.map(joined) }
}

function Branch({ view, nodes, prefix, tabIndex }: { view: ResourceView; nodes: readonly TreeNode[]; prefix: string; tabIndex(key: string): 0 | -1 }) {
  return (
    <ul>
      {nodes.map(({ name, diff, inner }) => (
        <li key={name}>
          {diff ? <LeafButton view={view} diff={diff} name={name} id={`${prefix} ${diff.path}`} tabIndex={tabIndex(`${prefix} ${diff.path}`)} /> : <span className="mapping-branch">{name}</span>}
          {inner.length > 0 && <Branch view={view} nodes={inner} prefix={prefix} tabIndex={tabIndex} />}
        </li>
      ))}
    </ul>
  )
}

function LeafButton({ view, diff, name, id, tabIndex }: { view: ResourceView; diff: FieldDiff; name: string; id: string; tabIndex: 0 | -1 }) {
  const { table, row, goToPath, shown } = useMapping()
  const fills = table.rows.find(one => one.id === row)
  const compared = shown?.sample.compared === true
  return (
    <button
      type="button" data-rove={id} tabIndex={tabIndex}
      className={classNames('mapping-leaf', compared && (diff.ok ? 'mapping-leaf-ok' : 'mapping-leaf-wrong'), fills && samePath(fills.to, diff.path) && 'mapping-leaf-filled')}
      onClick={() => goToPath(diff.path, view.rows.get(diff.path))}
    >
      <span className="mapping-leaf-name">{name}</span>
      <span className={diff.got === null ? 'mapping-leaf-none' : 'mapping-leaf-value'}>{said(diff.got)}</span>
      {compared && !diff.ok && <span className="mapping-leaf-wanted"><Icon name="cross" size={0.875} /> {words.wanted(said(diff.wanted))}</span>}
      {compared && diff.ok && <Icon name="check" size={0.875} label="right" />}
    </button>
  )
}

function said(value: FieldDiff['got']): string {
  return value === null ? words.nothing : String(value)
}
