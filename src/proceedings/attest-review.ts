import type { RecordedEvent } from '#case'
import { ok, pacificDateOf, type Result, refuse, refused } from '#foundation'
import { attest, type ClearedTie, type ConflictCertificate, checkConflicts } from '#reviewers'
import { type Acted, actOn } from './act-on.ts'
import { getJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'
import { judgedSimilarIn, matchFor } from './select-reviewer.ts'

/**
 * The reviewer attests licence, practice and absence of ties for this case (LC 139.5). The filters
 * and the conflict check are made again on the day of the attestation.
 */
export async function attestReview(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly statements: readonly string[] },
): Promise<Result<Acted>> {
  const on = pacificDateOf(act.at)
  return actOn(deps, act, caseId, async (state) => {
    const reviewer = state.reviewerId === null ? null : await deps.reviewers.get(state.reviewerId)
    if (!reviewer || !state.application) {
      return refused(
        refuse(proceedingsRefusals, 'reviewer-unknown', 'no reviewer was selected for this case'),
      )
    }
    const events = await deps.cases.load(caseId)
    const judged = judgedSimilarIn(events)
    const attested = attest({
      reviewer,
      caseId,
      match: await matchFor(deps, caseId, state, on, judged),
      checks: checkConflicts({ reviewer, application: state.application, on }),
      cleared: await clearedIn(deps, events),
      statements: request.statements,
      on,
    })
    if (!attested.ok) return attested
    return ok([
      {
        type: 'AttestReviewer',
        reviewerId: reviewer.reviewerId,
        credentials: attested.value.credentials,
        statements: attested.value.statements,
      },
    ])
  })
}

/** The possible ties that a person looked at and cleared when the reviewer was selected. */
async function clearedIn(
  deps: Deps,
  events: readonly RecordedEvent[],
): Promise<readonly ClearedTie[]> {
  const selected = events.findLast(({ event }) => event.type === 'ReviewerSelected')?.event
  if (selected?.type !== 'ReviewerSelected') return []
  const { cleared } = await getJson<ConflictCertificate>(
    deps.artifacts,
    selected.conflictCertificate,
  )
  return cleared
}
