import type { NonEmpty, PlainDate } from '#foundation'
import type { Application, DisputedTreatment } from '#intake'
import { sha256Of } from '#integrity'
import { checkConflicts } from './conflicts.ts'
import { isOlderThanYears } from './credentials.ts'
import type { ConflictCheck, Reviewer } from './reviewer.ts'
import { qualificationRules, sameOrSimilarRules } from './rules.ts'
import { certificateName, fitSpecialty, type SpecialtyFit } from './specialty-fit.ts'

/** One hard filter of Labor Code 139.5, passed or not, with what was looked at. */
export type FilterResult = {
  readonly filter: FilterId
  readonly passed: boolean
  readonly because: string
}

export type FilterId =
  | 'licence'
  | 'certification'
  | 'discipline'
  | 'practice-years'
  | 'practice-hours'
  | 'not-evaluator'
  | 'same-or-similar-specialty'
  | 'conflicts'
  | 'not-blocked'
  | 'capacity'
  | 'expedited'

export type RankedReviewer = {
  readonly reviewerId: string
  /** Sum of the points in `reasons`, 0 to 100. */
  readonly score: number
  /** Each part of the score with its points, and possible ties to be looked at. No names. */
  readonly reasons: readonly string[]
  readonly filters: readonly FilterResult[]
  readonly conflicts: readonly ConflictCheck[]
}

export type ExcludedReviewer = {
  readonly reviewerId: string
  /** Every filter that failed, not only the first. */
  readonly reasons: readonly string[]
  readonly filters: readonly FilterResult[]
  readonly conflicts: readonly ConflictCheck[]
}

export type ReviewerMatch = {
  /** The rules it was made by. */
  readonly rules: readonly [string, string]
  readonly on: PlainDate
  readonly seed: string
  /** Best first. */
  readonly ranked: readonly RankedReviewer[]
  readonly excluded: readonly ExcludedReviewer[]
}

/**
 * Which reviewers may decide a case, and in which order they fit: hard filters with a reason each,
 * then a score that adds up from explained parts. Equal scores are ordered by the hash of the seed
 * and the id: the same seed gives the same order, and nobody can choose it.
 *
 * The overturn rate of a reviewer is not an input, and must not become one.
 * Authority: Labor Code 139.5(c) to (e); 8 CCR 9792.10.6(c).
 */
export function matchReviewers(request: {
  readonly application: Application
  readonly treatments: NonEmpty<DisputedTreatment>
  readonly reviewers: readonly Reviewer[]
  readonly on: PlainDate
  readonly priority: 'standard' | 'expedited'
  readonly blockedReviewerIds: readonly string[]
  readonly seed: string
  /**
   * A person found, with this reason, that one reviewer's specialty is the same or similar although
   * the graded map does not have it. Sets aside that filter and no other; the reason is recorded.
   */
  readonly judgedSimilar?: { readonly reviewerId: string; readonly because: string }
}): ReviewerMatch {
  const ranked: RankedReviewer[] = []
  const excluded: ExcludedReviewer[] = []
  for (const reviewer of request.reviewers) {
    const { reviewerId } = reviewer
    const conflicts = checkConflicts({ ...request, reviewer })
    const fits = request.treatments.map((treatment) =>
      fitSpecialty(reviewer, treatment, request.on),
    )
    const filters = filtersFor(reviewer, fits, conflicts, request)
    const failed = filters.filter(({ passed }) => !passed)
    if (failed.length > 0) {
      const reasons = failed.map(({ because }) => because)
      excluded.push({ reviewerId, reasons, filters, conflicts })
      continue
    }
    const parts = scoreParts(reviewer, fits, request)
    ranked.push({
      reviewerId,
      score: round(parts.reduce((sum, { points }) => sum + points, 0)),
      reasons: [
        ...parts.map(({ points, because }) => `+${points} ${because}`),
        ...conflicts
          .filter(({ result }) => result === 'possible-tie')
          .map(({ party, role, because }) => `to be looked at: ${party} (${role}): ${because}`),
      ],
      filters,
      conflicts,
    })
  }
  const lot = (reviewerId: string): string => sha256Of(`${request.seed}\n${reviewerId}`)
  return {
    rules: [qualificationRules.id, sameOrSimilarRules.id],
    on: request.on,
    seed: request.seed,
    ranked: ranked.toSorted(
      (first, second) =>
        second.score - first.score || (lot(first.reviewerId) < lot(second.reviewerId) ? -1 : 1),
    ),
    excluded,
  }
}

function filtersFor(
  reviewer: Reviewer,
  fits: readonly SpecialtyFit[],
  conflicts: readonly ConflictCheck[],
  request: {
    readonly on: PlainDate
    readonly priority: 'standard' | 'expedited'
    readonly blockedReviewerIds: readonly string[]
    readonly judgedSimilar?: { readonly reviewerId: string; readonly because: string }
  },
): readonly FilterResult[] {
  const { on, judgedSimilar } = request
  const judged =
    judgedSimilar?.reviewerId === reviewer.reviewerId && judgedSimilar.because.trim() !== ''
      ? judgedSimilar.because.trim()
      : null
  const { moreThanYears, hoursPerWeek } = qualificationRules.practice
  const licences = reviewer.licences.filter(
    ({ restricted, expiresOn }) => !restricted && expiresOn >= on,
  )
  const restricted = reviewer.licences.filter((licence) => licence.restricted)
  const certificates = reviewer.certifications.filter(
    ({ currentUntil }) => currentUntil === null || currentUntil >= on,
  )
  const ties = conflicts.filter(({ result }) => result === 'tie')
  const unfit = fits.filter(({ weight }) => weight < sameOrSimilarRules.sameOrSimilarFrom)
  return [
    {
      filter: 'licence',
      passed: licences.length > 0,
      because:
        licences.length > 0
          ? `unrestricted licence on ${on}: ${licences.map(({ state, expiresOn }) => `${state} until ${expiresOn}`).join(', ')}`
          : `no unrestricted licence that is active on ${on}`,
    },
    {
      filter: 'certification',
      passed: certificates.length > 0,
      because:
        certificates.length > 0
          ? `current on ${on}: ${certificates.map(({ specialty, currentUntil }) => `${specialty}${currentUntil ? ` until ${currentUntil}` : ''}`).join(', ')}`
          : `no certification that is current on ${on}`,
    },
    {
      filter: 'discipline',
      passed: !reviewer.disciplined && restricted.length === 0,
      because: reviewer.disciplined
        ? 'a disciplinary action or sanction is on record'
        : restricted.length > 0
          ? `the licence of ${restricted.map(({ state }) => state).join(', ')} is restricted`
          : 'no disciplinary action or sanction on record',
    },
    {
      filter: 'practice-years',
      passed: isOlderThanYears(reviewer.practisingSince, moreThanYears, on),
      because: `in practice since ${reviewer.practisingSince}; more than ${moreThanYears} years are needed`,
    },
    {
      filter: 'practice-hours',
      passed: reviewer.practiceHoursPerWeek >= hoursPerWeek,
      because: `${reviewer.practiceHoursPerWeek} hours of practice a week; at least ${hoursPerWeek} are needed`,
    },
    {
      filter: 'not-evaluator',
      passed: !reviewer.qualifiedMedicalEvaluator,
      because: reviewer.qualifiedMedicalEvaluator
        ? 'is a Qualified Medical Evaluator'
        : 'is not a Qualified Medical Evaluator',
    },
    {
      filter: 'same-or-similar-specialty',
      passed: unfit.length === 0 || judged !== null,
      because:
        unfit.length === 0
          ? fits.map(sayFit).join('; ')
          : judged !== null
            ? `judged the same or similar by a person: ${judged}`
            : `no same or similar specialty: ${unfit.map(sayFit).join('; ')}`,
    },
    {
      filter: 'conflicts',
      passed: ties.length === 0,
      because:
        ties.length === 0
          ? `no tie to any of ${conflicts.length} parties`
          : ties.map(({ party, role, because }) => `${party} (${role}): ${because}`).join('; '),
    },
    {
      filter: 'not-blocked',
      passed: !request.blockedReviewerIds.includes(reviewer.reviewerId),
      because: request.blockedReviewerIds.includes(reviewer.reviewerId)
        ? 'decided this dispute before, or was taken off it'
        : 'has not decided this dispute before',
    },
    {
      filter: 'capacity',
      passed: reviewer.openCases < reviewer.capacity,
      because: `${reviewer.openCases} of ${reviewer.capacity} cases open`,
    },
    {
      filter: 'expedited',
      passed: request.priority === 'standard' || reviewer.acceptsExpedited,
      because:
        request.priority === 'standard'
          ? 'the review is not expedited'
          : reviewer.acceptsExpedited
            ? 'takes expedited reviews'
            : 'does not take expedited reviews',
    },
  ]
}

type ScorePart = { readonly points: number; readonly because: string }

function scoreParts(
  reviewer: Reviewer,
  fits: readonly SpecialtyFit[],
  request: { readonly application: Application; readonly on: PlainDate },
): readonly ScorePart[] {
  const most = sameOrSimilarRules.score
  const mean = fits.reduce((sum, { weight }) => sum + weight, 0) / fits.length
  const free = 1 - reviewer.openCases / reviewer.capacity
  const california = reviewer.licences.some(
    ({ state, restricted, expiresOn }) =>
      state === 'California' && !restricted && expiresOn >= request.on,
  )
  const asked = request.application.requestingPhysician.specialty
  const shared = reviewer.certifications.some(
    ({ specialty }) => asked !== undefined && certificateName(specialty) === certificateName(asked),
  )
  return [
    { points: round(most.specialty * mean), because: `specialty: ${fits.map(sayFit).join('; ')}` },
    {
      points: round(most.load * free),
      because: `load: ${reviewer.openCases} of ${reviewer.capacity} cases open`,
    },
    {
      points: california ? most.californiaLicence : 0,
      because: california ? 'licensed in California' : 'not licensed in California',
    },
    {
      points: shared ? most.requestersSpecialty : 0,
      because: shared
        ? `the requesting physician's specialty: ${asked}`
        : "not the requesting physician's specialty, or it is not stated",
    },
  ]
}

function sayFit({ treatmentId, service, specialty, weight }: SpecialtyFit): string {
  return specialty === null
    ? `${treatmentId} (${service}): none`
    : `${treatmentId} (${service}): ${specialty} ${weight}`
}

/** To tenths, so that the printed points add up to the printed score. */
function round(points: number): number {
  return Math.round(points * 10) / 10
}
