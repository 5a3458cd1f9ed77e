import { findNameParts } from './find-name-parts.ts'
import type { Found } from './page-words.ts'
import type { UtilizationReviewReading } from './read-utilization-review.ts'

/** One field of the application with the words and the page it was taken from. */
export type DraftedField = {
  /** Path in the application: `employee.name.first`. */
  readonly path: string
  readonly value: string
  readonly page: number
}

/** What a letter gives for an application. A person confirms each field against its page. */
export type DraftedApplication = {
  readonly fields: readonly DraftedField[]
  readonly treatments: number
}

/**
 * Fields of the application (8 CCR 9792.10.2) that a utilization review decision answers, by their
 * paths. Requests that were approved are not in dispute and stay out; of a modified one, what was
 * approved is named, and the remainder is for a person to say.
 */
export function draftApplication(reading: UtilizationReviewReading): DraftedApplication {
  const { fields } = reading
  const disputed = reading.requests.filter(({ outcome }) => outcome?.value !== 'approved')
  return {
    treatments: Math.max(1, disputed.length),
    fields: [
      ...nameFields('employee.name', fields.employee),
      ...field('employer.name', fields.employer),
      ...field('claimsAdministrator.company', fields.claimsAdministrator),
      ...nameFields('requestingPhysician.name', fields.requestingPhysician),
      ...field('claimNumber', fields.claimNumber),
      ...field('dateOfInjury', fields.dateOfInjury),
      ...field('utilizationReview.organization', fields.organization),
      ...field('utilizationReview.reviewerName', fields.reviewerName),
      ...field('utilizationReview.requestReceivedOn', fields.requestReceivedOn),
      ...field('utilizationReview.decidedOn', fields.decidedOn),
      ...field('utilizationReview.servedOn', fields.servedOn),
      ...field('utilizationReview.served.method', fields.servedBy),
      ...field('utilizationReview.outcome', fields.outcome),
      ...ticked('utilizationReview.conditional', fields.informationMissing),
      ...ticked('utilizationReview.formServed', fields.formServed),
      ...ticked('utilizationReview.formularyDispute', fields.formularyDispute),
      ...reasonsOf(disputed),
      ...disputed.flatMap(({ treatment, guideline, approved }, index) => {
        const path = `disputedTreatments.${index}`
        return [
          ...field(`${path}.treatment`, treatment),
          ...field(`${path}.claimsAdministratorGuideline`, guideline),
          ...(approved
            ? [
                ...field(`${path}.partial.requested`, treatment),
                ...field(`${path}.partial.authorized`, approved),
              ]
            : []),
        ]
      }),
    ],
  }
}

function field(path: string, found: Found<string> | null): readonly DraftedField[] {
  return found && found.value.trim() !== ''
    ? [{ path, value: found.value.trim(), page: found.page }]
    : []
}

function ticked(path: string, found: Found | null): readonly DraftedField[] {
  return found ? [{ path, value: 'yes', page: found.page }] : []
}

function nameFields(path: string, found: Found | null): readonly DraftedField[] {
  const name = found ? findNameParts(found.value) : null
  return found && name
    ? Object.entries(name).map(([part, value]) => ({
        path: `${path}.${part}`,
        value,
        page: found.page,
      }))
    : []
}

function reasonsOf(disputed: UtilizationReviewReading['requests']): readonly DraftedField[] {
  const reasons = disputed.flatMap(({ reasons: said }) => (said ? [said] : []))
  const [first] = reasons
  return first
    ? [
        {
          path: 'utilizationReview.reasons',
          value: reasons.map(({ value }) => value).join('\n'),
          page: first.page,
        },
      ]
    : []
}
