import type { CaseState, RecordedEvent } from '#case'
import {
  isNonEmpty,
  ok,
  type PlainDate,
  pacificDateOf,
  type Result,
  refuse,
  refused,
} from '#foundation'
import { type ClearedTie, certifyNoConflict, matchReviewers, type ReviewerMatch } from '#reviewers'
import { type Acted, actOn, loadCase } from './act-on.ts'
import { putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'

/**
 * Which reviewers may decide the case, best fit first, and why the others may not. For the inside
 * of the organization only. The lot among equals is drawn with the case's id, by nobody's choice.
 */
export async function reviewerCandidates(
  deps: Deps,
  caseId: string,
  on: PlainDate,
): Promise<Result<ReviewerMatch>> {
  const state = await loadCase(deps, caseId)
  return state.ok ? ok(await matchFor(deps, caseId, state.value, on)) : state
}

/** A person's finding that a specialty is the same or similar, and why. */
export type JudgedSimilar = { readonly reviewerId: string; readonly because: string }

/** The match of a case on a day, made anew from the register. */
export async function matchFor(
  deps: Deps,
  caseId: string,
  state: CaseState,
  on: PlainDate,
  judgedSimilar?: JudgedSimilar,
): Promise<ReviewerMatch> {
  const treatments = state.application?.disputedTreatments ?? []
  if (!state.application || !isNonEmpty(treatments)) {
    return { rules: ['', ''], on, seed: caseId, ranked: [], excluded: [] }
  }
  return matchReviewers({
    application: state.application,
    treatments,
    reviewers: await deps.reviewers.list(),
    on,
    priority: state.priority,
    blockedReviewerIds: state.blockedReviewerIds,
    seed: caseId,
    ...(judgedSimilar ? { judgedSimilar } : {}),
  })
}

/** Begins the reason that a person's finding leaves in the event of the selection. */
const similarBecause = 'Same or similar specialty, as a person judged: '

/** The finding that the latest selection of the case recorded, if any. */
export function judgedSimilarIn(events: readonly RecordedEvent[]): JudgedSimilar | undefined {
  const selected = events.findLast(({ event }) => event.type === 'ReviewerSelected')?.event
  if (selected?.type !== 'ReviewerSelected') return undefined
  const reason = selected.reasons.find((line) => line.startsWith(similarBecause))
  return reason === undefined
    ? undefined
    : { reviewerId: selected.reviewerId, because: reason.slice(similarBecause.length) }
}

/**
 * Gives the case to a reviewer who passes every filter, with the certificate of the conflict check.
 * Refusals: `reviewer-unknown`, `reviewer-excluded` (each reason), those of the conflict check.
 */
export async function selectReviewer(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly reviewerId: string
    readonly cleared?: readonly ClearedTie[]
    /** Why the specialty is the same or similar where the graded map does not have it. */
    readonly similarBecause?: string
  },
): Promise<Result<Acted>> {
  const on = pacificDateOf(act.at)
  const { reviewerId } = request
  return actOn(deps, act, caseId, async (state) => {
    const reviewer = await deps.reviewers.get(reviewerId)
    if (!reviewer || !state.application) {
      return refused(
        refuse(
          proceedingsRefusals,
          'reviewer-unknown',
          'no reviewer of the register has this id',
          'reviewerId',
        ),
      )
    }
    const judged = request.similarBecause?.trim()
    const match = await matchFor(
      deps,
      caseId,
      state,
      on,
      judged ? { reviewerId, because: judged } : undefined,
    )
    const excluded = match.excluded.find((candidate) => candidate.reviewerId === reviewerId)
    if (excluded) {
      return refused(
        refuse(
          proceedingsRefusals,
          'reviewer-excluded',
          `this reviewer may not decide the case: ${excluded.reasons.join('; ')}`,
          'reviewerId',
        ),
      )
    }
    const certificate = certifyNoConflict({
      reviewer,
      application: state.application,
      caseId,
      on,
      ...(request.cleared ? { cleared: request.cleared } : {}),
    })
    if (!certificate.ok) return certificate
    const ranked = match.ranked.find((candidate) => candidate.reviewerId === reviewerId)
    return ok([
      {
        type: 'SelectReviewer',
        reviewerId,
        reasons: [...(ranked?.reasons ?? []), ...(judged ? [`${similarBecause}${judged}`] : [])],
        conflictCertificate: await putJson(
          deps.artifacts,
          'conflict-certificate',
          certificate.value,
        ),
      },
    ])
  })
}
