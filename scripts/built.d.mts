export function buildIfStale(options?: { root?: string; except?: string }): boolean
export function isStale(options?: { root?: string; except?: string }): boolean
