/** Kleene's three truth values; `null` is "unknown", which is never the same as false. */
export type ThreeValued = true | false | null

export function not(value: ThreeValued): ThreeValued {
  return value === null ? null : !value
}

export function all(values: readonly ThreeValued[]): ThreeValued {
  if (values.includes(false)) return false
  return values.includes(null) ? null : true
}

export function any(values: readonly ThreeValued[]): ThreeValued {
  if (values.includes(true)) return true
  return values.includes(null) ? null : false
}

/** True when at least `needed` are true; false when that has become impossible; else unknown. */
export function atLeast(needed: number, values: readonly ThreeValued[]): ThreeValued {
  const met = values.filter((value) => value === true).length
  if (met >= needed) return true
  const open = values.filter((value) => value === null).length
  return met + open < needed ? false : null
}
