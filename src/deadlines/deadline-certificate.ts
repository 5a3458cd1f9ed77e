import { canonicalJson, ok, type Result } from '#foundation'
import { computeDeadline, ruleOf } from './compute-deadline.ts'
import type { Deadline, DeadlineRequest, RuleSetId } from './deadline.ts'
import { explainDeadline } from './explain-deadline.ts'
import type { ClockRule } from './rules.ts'

/** How a deadline was found, complete enough to find it again without asking anyone. */
export type DeadlineCertificate = {
  readonly kind: 'deadline-certificate'
  readonly format: 1
  /** With rule set and calendar named, so that the same question is asked again. */
  readonly request: DeadlineRequest
  readonly rule: ClockRule
  readonly ruleSet: {
    readonly id: RuleSetId
    readonly version: number
    readonly effectiveFrom: string
    readonly effectiveTo: string | null
    readonly authority: string
    readonly sha256: string
  }
  readonly calendar: { readonly id: string; readonly authority: string; readonly sha256: string }
  readonly deadline: Deadline
  /** One line for the worker. */
  readonly explanation: string
}

/** Computes a deadline and certifies it. Refuses what `computeDeadline` refuses. */
export function certifyDeadline(request: DeadlineRequest): Result<DeadlineCertificate> {
  const deadline = computeDeadline(request)
  if (!deadline.ok) return deadline
  const found = ruleOf(request)
  if (!found.ok) return found
  const { set, rule, calendar } = found.value
  return ok({
    kind: 'deadline-certificate',
    format: 1,
    request: {
      clock: rule.id,
      rules: set.id,
      calendar: calendar.id,
      start: request.start,
      ...(request.extension ? { extension: request.extension } : {}),
    },
    rule,
    ruleSet: {
      id: set.id,
      version: set.version,
      effectiveFrom: set.effectiveFrom,
      effectiveTo: set.effectiveTo,
      authority: set.authority,
      sha256: set.sha256,
    },
    calendar: { id: calendar.id, authority: calendar.authority, sha256: calendar.sha256 },
    deadline: deadline.value,
    explanation: explainDeadline(deadline.value),
  })
}

/**
 * Whether a certificate holds: the request is computed again from the rules that lie here, and
 * everything in the certificate must come out the same. Offline.
 */
export function verifyDeadlineCertificate(
  certificate: DeadlineCertificate,
): { readonly ok: true } | { readonly ok: false; readonly because: string } {
  const again = certifyDeadline(certificate.request)
  if (!again.ok) {
    return { ok: false, because: `cannot be computed again: ${again.refusals[0].because}` }
  }
  const { ruleSet, calendar, deadline } = again.value
  if (ruleSet.sha256 !== certificate.ruleSet.sha256) {
    return { ok: false, because: `the rule set ${ruleSet.id} here is not the one certified with` }
  }
  if (calendar.sha256 !== certificate.calendar.sha256) {
    return { ok: false, because: `the calendar ${calendar.id} here is not the one certified with` }
  }
  if (canonicalJson(deadline) !== canonicalJson(certificate.deadline)) {
    return { ok: false, because: 'the deadline comes out differently' }
  }
  return canonicalJson(again.value) === canonicalJson(certificate)
    ? { ok: true }
    : { ok: false, because: 'the certificate says more or less than its computation' }
}
