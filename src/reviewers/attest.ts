import type { RecordedEvent, ReviewerCredentials } from '#case'
import {
  isNonEmpty,
  type NonEmpty,
  ok,
  type PlainDate,
  type Result,
  refuse,
  refused,
} from '#foundation'
import { type ClearedTie, refuseTies } from './conflict-certificate.ts'
import { credentialsOf } from './credentials.ts'
import type { ReviewerMatch } from './match.ts'
import { reviewersRefusals } from './refusals.ts'
import type { AttestedReviewer, ConflictCheck, Reviewer } from './reviewer.ts'

/**
 * What a reviewer must state for each case, in words that go into the record. Authority: Labor
 * Code 139.5(c) and (d); the practice statements are printed in every determination.
 */
export const attestationStatements = {
  'no-conflict':
    'I have no material professional, familial or financial affiliation with any party of this case.',
  'unrestricted-licence': 'My licence is active and not restricted.',
  'current-certification': 'My certification is current.',
  'no-discipline':
    'No disciplinary action or sanction against me has been taken or is pending, and I have lost no staff privileges.',
  'five-years': 'I have been in active clinical practice for more than five years.',
  'twenty-four-hours': 'I work in active practice at least 24 hours a week.',
  'same-or-similar-specialty':
    'I know the treatment of this medical condition and the proposed treatment from my own practice in the same or a similar specialty.',
  'not-evaluator': 'I am not a Qualified Medical Evaluator.',
} as const

export type AttestationStatement = keyof typeof attestationStatements

/**
 * Makes the attested reviewer of one case: the only way there is. Every hard filter passed on the
 * day of the match, no tie stands open, and the reviewer made every statement.
 *
 * Refusals, all that apply: `reviewer-not-matched`, `reviewer-filter-failed` (one per filter),
 * `conflict-not-checked`, `reviewer-has-tie`, `reviewer-tie-not-cleared`, `reviewer-not-attested`
 * (one per missing statement).
 */
export function attest(request: {
  readonly reviewer: Reviewer
  readonly caseId: string
  readonly match: ReviewerMatch
  readonly checks: readonly ConflictCheck[]
  readonly cleared?: readonly ClearedTie[]
  /** Ids of the statements that the reviewer made for this case. */
  readonly statements: readonly string[]
  readonly on: PlainDate
}): Result<AttestedReviewer> {
  const { reviewer, caseId, match, on } = request
  const credentials = credentialsOf(reviewer, on)
  const sentences = Object.entries(attestationStatements)
  const missing = sentences.filter(([id]) => !request.statements.includes(id))
  const ranked = match.ranked.some(({ reviewerId }) => reviewerId === reviewer.reviewerId)
  const excluded = match.excluded.find(({ reviewerId }) => reviewerId === reviewer.reviewerId)
  const refusals = [
    ...(ranked || excluded
      ? []
      : [
          refuse(
            reviewersRefusals,
            'reviewer-not-matched',
            'the reviewer was not among those matched',
          ),
        ]),
    ...(excluded?.filters ?? [])
      .filter(({ passed }) => !passed)
      .map(({ filter, because }) =>
        refuse(reviewersRefusals, 'reviewer-filter-failed', because, filter),
      ),
    ...(credentials === null
      ? [
          refuse(
            reviewersRefusals,
            'reviewer-filter-failed',
            `no unrestricted licence or no certification holds on ${on}`,
            'licence',
          ),
        ]
      : []),
    ...(request.checks.length === 0
      ? [refuse(reviewersRefusals, 'conflict-not-checked', 'no party was compared')]
      : refuseTies(request.checks, request.cleared ?? [])),
    ...missing.map(([id, sentence]) =>
      refuse(reviewersRefusals, 'reviewer-not-attested', `not stated: "${sentence}"`, id),
    ),
  ]
  if (isNonEmpty(refusals)) return { ok: false, refusals }
  const made = sentences.map(([, sentence]) => sentence)
  if (credentials === null || !isNonEmpty(made)) throw new TypeError('refused above')
  return ok(brand({ reviewerId: reviewer.reviewerId, caseId, credentials, statements: made }))
}

/**
 * The attested reviewer of a case as its ledger has it, for when the process that attested is
 * gone. Refusal `reviewer-not-attested`: nobody attested, or the reviewer was released or the
 * determination remanded since.
 */
export function recallAttestation(
  caseId: string,
  events: readonly RecordedEvent[],
): Result<AttestedReviewer> {
  const last = events.findLast(
    ({ event }) =>
      event.type === 'ReviewerAttested' ||
      event.type === 'ReviewerReleased' ||
      event.type === 'ReviewerSelected' ||
      event.type === 'DeterminationRemanded',
  )
  if (last?.caseId !== caseId || last.event.type !== 'ReviewerAttested') {
    return refused(
      refuse(reviewersRefusals, 'reviewer-not-attested', 'no attestation stands in this case'),
    )
  }
  const { reviewerId, credentials, statements } = last.event
  return isNonEmpty(statements)
    ? ok(brand({ reviewerId, caseId, credentials, statements }))
    : refused(
        refuse(reviewersRefusals, 'reviewer-not-attested', 'the attestation holds no statement'),
      )
}

function brand(content: {
  readonly reviewerId: string
  readonly caseId: string
  readonly credentials: ReviewerCredentials
  readonly statements: NonEmpty<string>
}): AttestedReviewer {
  // The brand exists for the compiler only: this is the one place that may give it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return content as AttestedReviewer
}
