import { type CaseOutcome, type CaseState, openTreatments } from '#case'
import {
  canonicalJson,
  isNonEmpty,
  ok,
  type PlainDate,
  type Refusal,
  type Result,
  refuse,
  refused,
} from '#foundation'
import { type ArtifactReference, sha256Of } from '#integrity'
import type { AttestedReviewer } from '#reviewers'
import { composeDetermination } from './compose-determination.ts'
import type { IssuedDetermination } from './determination.ts'
import { type Finding, findingKey } from './finding.ts'
import { lintDetermination } from './lint-determination.ts'
import { determinationRefusals } from './refusals.ts'

/** What the issue of a determination hands on: the artifact to store, and what the event says. */
export type DeterminationToIssue = {
  readonly issued: IssuedDetermination
  readonly outcome: CaseOutcome
  readonly issuedOn: PlainDate
  /** Canonical JSON of `issued`, and the reference that it will have once stored. */
  readonly artifact: { readonly content: Uint8Array; readonly reference: ArtifactReference }
  /** What the lint found, overridden findings among them. */
  readonly findings: readonly Finding[]
}

/**
 * Issues the determination of a case: only with an attested reviewer, of this case, and without a
 * blocking finding that nobody has overridden. A pure act: the caller stores the artifact, prints
 * the letter and records the event.
 *
 * Refusals: those of `composeDetermination`; `attested-for-another-case`;
 * `determination-has-blocking-finding`, one for each. Authority: Labor Code 4610.6.
 */
export function issueDetermination(
  attested: AttestedReviewer,
  request: {
    readonly caseId: string
    readonly state: CaseState
    readonly issuedOn: PlainDate
    /** As the quality reader recorded them; `finding` is a `findingKey`. */
    readonly overrides?: readonly { readonly finding: string; readonly reason: string }[]
  },
): Result<DeterminationToIssue> {
  const { caseId, state, issuedOn } = request
  if (attested.caseId !== caseId || attested.reviewerId !== state.attestation?.reviewerId) {
    return refused(
      refuse(
        determinationRefusals,
        'attested-for-another-case',
        'the reviewer who signs is not the one who attested for this case',
      ),
    )
  }
  const composed = composeDetermination({ state, decidedOn: issuedOn })
  if (!composed.ok) return composed
  const determination = composed.value
  const reasons = state.application?.utilizationReview?.reasons
  const findings = lintDetermination(determination, {
    ...(reasons === undefined ? {} : { utilizationReviewReasons: reasons }),
    ...(state.application ? { dateOfBirth: state.application.employee.dateOfBirth } : {}),
  })
  const refusals = refuseBlocking(findings, request.overrides ?? [])
  if (isNonEmpty(refusals)) return { ok: false, refusals }
  const issued: IssuedDetermination = {
    determination,
    documentsReviewed: state.listedDocuments,
    credentials: attested.credentials,
    sources: openTreatments(state).map(
      ({ id }) => state.issues.find(({ treatmentId }) => treatmentId === id)?.sources ?? [],
    ),
  }
  const content = new TextEncoder().encode(canonicalJson(issued))
  return ok({
    issued,
    outcome: determination.outcome,
    issuedOn,
    artifact: {
      content,
      reference: {
        sha256: sha256Of(content),
        bytes: content.length,
        mediaType: 'application/json',
        kind: 'determination',
      },
    },
    findings,
  })
}

function refuseBlocking(
  findings: readonly Finding[],
  overrides: readonly { readonly finding: string; readonly reason: string }[],
): readonly Refusal[] {
  return findings
    .filter(({ severity }) => severity === 'blocking')
    .filter(
      (finding) =>
        !overrides.some(
          (override) => override.finding === findingKey(finding) && override.reason.trim() !== '',
        ),
    )
    .map((finding) =>
      refuse(
        determinationRefusals,
        'determination-has-blocking-finding',
        finding.message,
        findingKey(finding),
      ),
    )
}
