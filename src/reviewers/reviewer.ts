import type { ReviewerCredentials } from '#case'
import type { NonEmpty, PlainDate } from '#foundation'

/** A physician in the organization's register. The name never leaves the organization. */
export type Reviewer = {
  readonly reviewerId: string
  readonly name: { readonly first: string; readonly last: string }
  readonly licences: NonEmpty<{
    readonly state: string
    readonly number: string
    readonly expiresOn: PlainDate
    readonly restricted: boolean
  }>
  readonly certifications: NonEmpty<{
    readonly board: string
    readonly specialty: string
    readonly currentUntil: PlainDate | null
  }>
  readonly practisingSince: PlainDate
  readonly practiceHoursPerWeek: number
  readonly qualifiedMedicalEvaluator: boolean
  readonly disciplined: boolean
  readonly openCases: number
  readonly capacity: number
  readonly acceptsExpedited: boolean
  readonly disclosures: readonly Disclosure[]
}

/** A tie that the reviewer has disclosed: to whom, what, since when until when. */
export type Disclosure = {
  readonly kind: 'professional' | 'familial' | 'financial'
  readonly party: string
  readonly npi?: string
  readonly nature: string
  readonly from?: PlainDate
  readonly until?: PlainDate
  /** Share of yearly income, in percent, for financial ties. */
  readonly incomeShare?: number
}

declare const attested: unique symbol

/**
 * A reviewer who attested, for one case, licence, board, practice and absence of ties, after the
 * filters passed. Only `attest` of this room makes one; `issueDetermination` takes nothing else.
 */
export type AttestedReviewer = {
  readonly reviewerId: string
  readonly caseId: string
  readonly credentials: ReviewerCredentials
  readonly statements: NonEmpty<string>
  readonly [attested]: true
}

/** One comparison of the conflict check. */
export type ConflictCheck = {
  readonly party: string
  readonly role: string
  readonly result: 'no-tie' | 'tie' | 'possible-tie'
  readonly because: string
}
