import { ok, type PlainDate, type Result, refused } from '#foundation'
import { no } from './guards.ts'
import { feeRulesFor } from './money-rules.ts'
import type { CaseState } from './state.ts'

export type FeeStage = 'determined' | 'terminated-before-reviewer' | 'terminated-after-reviewer'

export type Fee = {
  readonly stage: FeeStage
  readonly review: 'standard' | 'expedited' | 'pharmacy-only'
  readonly degree: 'md-do' | 'other'
  readonly reviewers: number
  /** Null where the schedule of the time was not found: a person must look it up. */
  readonly dollars: number | null
  readonly payer: string
  /** The day whose schedule applies. */
  readonly governedBy: PlainDate
  readonly authority: string
  readonly verified: boolean
  readonly source: string
  readonly because: string
}

/** What the case does not say by itself. */
export type FeeKnowledge = {
  readonly reviewers?: number
  readonly degree?: 'md-do' | 'other'
  /** By default a formulary dispute is one about drugs only. */
  readonly pharmacyOnly?: boolean
}

/**
 * The fee of a review (8 CCR 9792.10.8; handbook, law 6), by the schedule of the day of assignment,
 * the stage it reached and the reviewer's degree. The claims administrator pays; the employee never.
 * Refusal `no-fee-yet`: the review was not assigned, is under way, or joined another one.
 */
export function computeFee(state: CaseState, knowledge: FeeKnowledge = {}): Result<Fee> {
  const { application, assignedOn } = state
  const stage = stageOf(state)
  if (!application || assignedOn === null || stage === null) {
    return refused(
      no(
        'no-fee-yet',
        state.consolidatedInto
          ? `the review joined ${state.consolidatedInto.caseNumber}, which carries the fee`
          : assignedOn === null
            ? 'the review was never assigned'
            : `the review is "${state.status}"`,
      ),
    )
  }
  const rules = feeRulesFor(application.program)
  const period = rules?.periods.find(
    (candidate) =>
      candidate.from <= assignedOn && (candidate.to === null || assignedOn <= candidate.to),
  )
  if (!rules || !period) {
    return refused(no('no-fee-yet', `${application.program} has no fee schedule for ${assignedOn}`))
  }
  const specialties = state.attestation?.credentials.specialties ?? []
  const degree =
    knowledge.degree ??
    (specialties.length > 0 && specialties.every((one) => rules.otherDegrees.includes(one))
      ? 'other'
      : 'md-do')
  const reviewers = knowledge.reviewers ?? 1
  const pharmacyOnly =
    knowledge.pharmacyOnly ?? application.utilizationReview?.formularyDispute === true
  const kinds =
    pharmacyOnly && state.priority === 'standard'
      ? (['pharmacy-only', 'standard'] as const)
      : ([state.priority] as const)
  const full = kinds
    .map((review) =>
      period.determined.find(
        (line) =>
          line.review === review &&
          (line.degree ?? degree) === degree &&
          (line.reviewers ?? reviewers) === reviewers,
      ),
    )
    .find((line) => line !== undefined)
  const dollars =
    stage === 'terminated-before-reviewer'
      ? period.terminatedBeforeReviewer
      : stage === 'terminated-after-reviewer' && period.terminatedAfterReviewer === 'unknown'
        ? null
        : (full?.dollars ?? null)
  return ok({
    stage,
    review: full?.review ?? state.priority,
    degree,
    reviewers,
    dollars,
    payer: rules.payer,
    governedBy: assignedOn,
    authority: rules.authority,
    verified: period.verified && rules.governedBy.verified,
    source: period.source,
    because: `schedule from ${period.from}, ${stage.replaceAll('-', ' ')}${period.note === '' ? '' : `. ${period.note}`}${rules.governedBy.verified ? '' : ` ${rules.governedBy.note}`}`,
  })
}

function stageOf(state: CaseState): FeeStage | null {
  if (state.issuedOn !== null || state.earlierDeterminations.length > 0) return 'determined'
  if (state.status !== 'terminated' || state.consolidatedInto) return null
  return state.reviewerId === null ? 'terminated-before-reviewer' : 'terminated-after-reviewer'
}
