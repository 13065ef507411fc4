/** Things made from a recipe, the last few of them: whoever asks again gets the same one and need not wait for it. */
export class Kept<Value> {
  private readonly most: number
  /** The one that was asked for least recently comes first. */
  private readonly values = new Map<string, Value>()

  constructor(most: number) {
    this.most = most
  }

  /** `recipe` must say everything that `make` depends on. */
  get(recipe: string, make: () => Value): Value {
    const value = this.values.has(recipe) ? (this.values.get(recipe) as Value) : make()
    this.values.delete(recipe)
    this.values.set(recipe, value)
    const [oldest] = this.values.keys()
    if (this.values.size > this.most && oldest !== undefined) this.values.delete(oldest)
    return value
  }
}

/**
 * The same value, which nobody can change any more, since others will be handed it as well. What typed arrays hold cannot be
 * frozen: a test plays every proof and looks at them afterwards.
 */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}
