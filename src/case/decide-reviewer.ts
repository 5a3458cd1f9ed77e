import type { CommandOf } from './command.ts'
import { type Decision, decided, inStatus, no, ofKind, said } from './guards.ts'
import type { CaseState } from './state.ts'

/** A reviewer without ties is proposed; after a remand never an earlier one (4610.6(i)). */
export function selectReviewer(command: CommandOf<'SelectReviewer'>, state: CaseState): Decision {
  const { reviewerId, reasons, conflictCertificate } = command
  return decided(
    [
      inStatus(state, 'records-complete', 'remanded'),
      said(reviewerId, 'reviewerId'),
      state.blockedReviewerIds.includes(reviewerId)
        ? no('reviewer-blocked', 'this reviewer made the determination that was sent back')
        : null,
      reasons.length > 0
        ? null
        : no('reasons-missing', 'nothing says why this reviewer was chosen', 'reasons'),
      ofKind(conflictCertificate, 'conflict-certificate', 'conflictCertificate'),
    ],
    () => [{ type: 'ReviewerSelected', reviewerId, reasons, conflictCertificate }],
  )
}

/** The selected reviewer, in person, attests for this case (Labor Code 139.5(d)). */
export function attestReviewer(command: CommandOf<'AttestReviewer'>, state: CaseState): Decision {
  const { reviewerId, credentials, statements } = command
  const selected = state.reviewerId
  const own = command.by.kind === 'person' && command.by.userId === reviewerId
  return decided(
    [
      selected === null
        ? no('reviewer-not-selected', 'no reviewer has been selected for this case')
        : inStatus(state, 'reviewer-selected'),
      selected !== null && selected !== reviewerId
        ? no('reviewer-not-selected', 'another reviewer was selected', 'reviewerId')
        : null,
      own ? null : no('not-the-attested-reviewer', 'nobody attests for somebody else', 'by'),
      statements.length > 0 ? null : no('text-missing', 'nothing is attested', 'statements'),
      credentials.yearsInPractice >= 5 && credentials.hoursPerWeek >= 24
        ? null
        : no(
            'reviewer-not-qualified',
            `${credentials.yearsInPractice} years, ${credentials.hoursPerWeek} hours a week`,
            'credentials',
          ),
    ],
    () => [
      { type: 'ReviewerAttested', reviewerId, credentials, statements, attestedAt: command.at },
    ],
  )
}

/** The reviewer declines or is removed; the next one starts afresh. */
export function releaseReviewer(command: CommandOf<'ReleaseReviewer'>, state: CaseState): Decision {
  const { reviewerId, reason } = command
  const byReviewer = command.by.kind === 'person' && command.by.role === 'reviewer'
  return decided(
    [
      inStatus(state, 'reviewer-selected', 'in-review', 'quality', 'quality-passed'),
      state.reviewerId === reviewerId
        ? null
        : no('reviewer-not-selected', 'this reviewer is not on the case', 'reviewerId'),
      byReviewer && command.by.userId !== reviewerId
        ? no('not-the-attested-reviewer', 'a reviewer releases nobody else', 'by')
        : null,
      said(reason, 'reason'),
    ],
    () => [{ type: 'ReviewerReleased', reviewerId, reason }],
  )
}
