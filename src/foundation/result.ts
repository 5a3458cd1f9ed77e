import type { NonEmpty } from './non-empty.ts'
import type { Refusal } from './refusal.ts'

/** Either the value asked for, or at least one refusal. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: NonEmpty<Refusal> }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refused<T = never>(first: Refusal, ...rest: readonly Refusal[]): Result<T> {
  return { ok: false, refusals: [first, ...rest] }
}

/** The value, or a fault: for callers that have already ruled refusals out. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new UnexpectedRefusalError(result.refusals)
}

/** A refusal came where the code had ruled it out. Carries codes only, no personal data. */
export class UnexpectedRefusalError extends Error {
  readonly refusals: NonEmpty<Refusal>
  constructor(refusals: NonEmpty<Refusal>) {
    super(`unexpected refusal: ${refusals.map((refusal) => refusal.code).join(', ')}`)
    this.name = 'UnexpectedRefusalError'
    this.refusals = refusals
  }
}
