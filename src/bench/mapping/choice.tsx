interface ChoiceProps<T extends string> {
  label: string
  choices: Readonly<Record<T, string>>
  value: T
  disabled: boolean
  onChange(value: T): void
}

/** One of a few ways, each in a sentence. */
export function Choice<T extends string>({ label, choices, value, disabled, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="mapping-choice">
      <legend>{label}</legend>
      {(Object.keys(choices) as T[]).map(one => (
        <label key={one}>
          <input type="radio" name={label} checked={one === value} disabled={disabled} onChange={() => onChange(one)} /> {choices[one]}
        </label>
      ))}
    </fieldset>
  )
}
