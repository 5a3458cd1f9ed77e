import type { Determination } from '#determination'
import { canonicalJson } from '#foundation'

/** One field in which two determinations differ, with both values as they are. */
export type Difference = {
  readonly field: string
  readonly first: unknown
  readonly second: unknown
}

/**
 * Compares two determinations field by field, down to single issues and citations, for replay.
 * Optional fields that say nothing (`undefined`, `null`, `false`, empty list) are the same.
 */
export function compareDeterminations(
  first: Determination,
  second: Determination,
): readonly Difference[] {
  const differences: Difference[] = []
  for (const field of [
    'caseNumber',
    'priority',
    'dateAssigned',
    'dateOfInjury',
    'decisionDate',
    'urDenialDate',
    'applicationReceived',
    'caseSummary',
    'outcome',
  ] as const) {
    compare(field, first[field], second[field], differences)
  }
  compareMembers('reviewer', first.reviewer, second.reviewer, differences)
  compare('issues.length', first.issues.length, second.issues.length, differences)
  const count = Math.min(first.issues.length, second.issues.length)
  for (let index = 0; index < count; index += 1) {
    compareMembers(`issues[${index}]`, first.issues[index], second.issues[index], differences)
  }
  return differences
}

function compareMembers(path: string, first: unknown, second: unknown, into: Difference[]): void {
  if (isObject(first) && isObject(second)) {
    for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
      compareMembers(`${path}.${name}`, first[name], second[name], into)
    }
    return
  }
  compare(path, first, second, into)
}

function compare(field: string, first: unknown, second: unknown, into: Difference[]): void {
  if (canonicalJson(meaning(first)) !== canonicalJson(meaning(second))) {
    into.push({ field, first: first ?? null, second: second ?? null })
  }
}

function meaning(value: unknown): unknown {
  if (value === undefined || value === false) return null
  if (Array.isArray(value) && value.length === 0) return null
  return value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
