import type { ControlProps } from './param-form.tsx'

/** Values over time, a row each, and the ways of looking at them, a box each: "pulse", "delta(pulse)", "since(lactate)". */
export function LooksField({ field, value, onChange, disabled }: ControlProps) {
  const terms = Array.isArray(value) ? value.filter((term): term is string => typeof term === 'string') : []
  const [first] = field.ways
  const termOf = (name: string, way: string) => (way === first?.value ? name : `${way}(${name})`)
  const known = new Set(field.over.flatMap(({ name }) => field.ways.map(({ value: way }) => termOf(name, way))))
  const strangers = terms.filter(term => !known.has(term))
  const full = field.maxItems !== null && terms.length >= field.maxItems
  const tick = (term: string, on: boolean) => onChange(on ? [...terms, term] : terms.filter(held => held !== term))
  return (
    <fieldset className="param-columns" disabled={disabled}>
      <legend className="field-label">{field.title}</legend>
      {field.description && <p className="field-help">{field.description}</p>}
      <output>{terms.length === 1 ? '1 value chosen' : `${terms.length || 'No'} values chosen`}</output>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="param-looks" aria-label={field.title} tabIndex={0}>
        <table>
          <thead><tr><th scope="col">Value</th>{field.ways.map(({ value: way, label }) => <th key={way} scope="col">{label}</th>)}</tr></thead>
          <tbody>
            {field.over.map(({ name, label, happens }) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                {field.ways.map(({ value: way, label: wayLabel }) => {
                  const term = termOf(name, way)
                  const on = terms.includes(term)
                  return (
                    <td key={way}>
                      {(!happens || way === 'since') && (
                        <label><input type="checkbox" aria-label={`${label}: ${wayLabel}`} checked={on} disabled={full && !on} onChange={event => tick(term, event.target.checked)} /></label>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
            {strangers.map(term => (
              <tr key={term}>
                <th scope="row">{term} <small>not in these charts</small></th>
                <td><label><input type="checkbox" aria-label={term} checked onChange={() => tick(term, false)} /></label></td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  )
}
