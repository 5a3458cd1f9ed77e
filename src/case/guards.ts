import {
  isNonEmpty,
  type NonEmpty,
  ok,
  type PlainDate,
  pacificDateOf,
  type Refusal,
  type Result,
  refuse,
} from '#foundation'
import type { ArtifactKind, ArtifactReference } from '#integrity'
import type { CaseCommand } from './command.ts'
import type { CaseEvent } from './event.ts'
import { type CaseRefusalCode, caseRefusals } from './refusals.ts'
import type { CaseState, CaseStatus } from './state.ts'

/** From the receipt of the application to the signature: the review is open. */
export const beforeIssue: readonly CaseStatus[] = [
  'received',
  'awaiting-information',
  'deferred',
  'eligible',
  'records-open',
  'records-overdue',
  'records-complete',
  'reviewer-selected',
  'in-review',
  'quality',
  'quality-passed',
  'remanded',
]

/** The same without the time in which quality has the draft. */
export const beforeQuality: readonly CaseStatus[] = beforeIssue.filter(
  (status) => status !== 'quality' && status !== 'quality-passed',
)

/** What a command is decided to: events, or refusals. */
export type Decision = Result<NonEmpty<CaseEvent>>

/** A refusal of this room. */
export function no(code: CaseRefusalCode, because: string, where?: string): Refusal {
  return refuse(caseRefusals, code, because, where)
}

/** The events, unless one of the guards refused: then all refusals together. */
export function decided(
  guards: readonly (Refusal | null | readonly Refusal[])[],
  events: () => readonly CaseEvent[],
): Decision {
  const refusals = guards.flat().filter((refusal): refusal is Refusal => refusal !== null)
  if (isNonEmpty(refusals)) return { ok: false, refusals }
  const list = events()
  return isNonEmpty(list)
    ? ok(list)
    : { ok: false, refusals: [no('step-out-of-order', 'nothing is to be done')] }
}

/** Refuses where the case is not in one of the statuses. */
export function inStatus(state: CaseState, ...statuses: readonly CaseStatus[]): Refusal | null {
  if (statuses.includes(state.status)) return null
  if (state.status === 'none') return no('no-application', 'the case has no application')
  return no(
    'step-out-of-order',
    `the case is "${state.status}"; this needs "${statuses.join('", "')}"`,
  )
}

/** The actor must be the reviewer who attested for this case. */
export function byAttestedReviewer(command: CaseCommand, state: CaseState): Refusal | null {
  if (!state.attestation) {
    return no('reviewer-not-attested', 'no reviewer has attested for this case', 'by')
  }
  return command.by.kind === 'person' && command.by.userId === state.attestation.reviewerId
    ? null
    : no('not-the-attested-reviewer', 'the actor is not the reviewer who attested', 'by')
}

/** Text that must say something. */
export function said(text: string, where: string): Refusal | null {
  return text.trim() === '' ? no('text-missing', `${where} is empty`, where) : null
}

/** The artifact must be of the kind that the event says. */
export function ofKind(
  artifact: ArtifactReference,
  kind: ArtifactKind,
  where: string,
): Refusal | null {
  return artifact.kind === kind
    ? null
    : no('artifact-of-wrong-kind', `a ${artifact.kind} is no ${kind}`, where)
}

/** A day on which something happened lies not after the day of the command. */
export function notAfterToday(
  on: PlainDate,
  command: Pick<CaseCommand, 'at'>,
  where: string,
): Refusal | null {
  const today = pacificDateOf(command.at)
  return on <= today
    ? null
    : no('date-in-the-future', `${on} is after ${today}, the day of this act`, where)
}

/** A day lies not before the one that made it possible. */
export function notBefore(
  on: PlainDate,
  cause: PlainDate | null,
  what: string,
  where: string,
): Refusal | null {
  return cause === null || on >= cause
    ? null
    : no('date-before-its-cause', `${on} is before ${what} (${cause})`, where)
}
