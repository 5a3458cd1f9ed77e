import type { ServiceMethod, ServicePlace } from '#deadlines'
import type { NonEmpty, PlainDate } from '#foundation'
import type { DisputedTreatment } from './disputed-treatment.ts'
import type {
  ClaimsAdministrator,
  Employee,
  Employer,
  Representative,
  RequestingPhysician,
} from './party.ts'
import type { AppealExcuse, ProgramId, ReviewType } from './program.ts'

/**
 * The application for Independent Medical Review: DWC Form IMR (8 CCR 9792.10.2).
 * Built only by `parseApplication`; dates exist and the required fields are there.
 */
export type Application = {
  /** Whose rules the review follows (`rules/programs`). */
  readonly program: ProgramId
  /** Where the program tells kinds of review apart; a dispute over medical necessity by default. */
  readonly reviewType?: ReviewType
  /** How the plan's internal appeal ended, or why there was none, where the program asks for it. */
  readonly internalAppeal?: InternalAppeal
  readonly receivedOn: PlainDate
  /** Of the review asked for. */
  readonly priority: 'standard' | 'expedited'
  /** A physician's certification that the employee faces an imminent and serious threat. */
  readonly expeditedCertified: boolean
  readonly employee: Employee
  readonly employer: Employer
  readonly claimsAdministrator: ClaimsAdministrator
  readonly requestingPhysician: RequestingPhysician
  readonly representative?: Representative
  readonly claimNumber: string
  readonly eamsNumber?: string
  readonly jurisdictionalClaimNumber?: string
  readonly dateOfInjury: PlainDate
  readonly primaryDiagnosis: { readonly description: string; readonly icd10?: string }
  /** Null where nobody signed: the application is kept, and refused by eligibility. */
  readonly signature: {
    readonly by: 'employee' | 'representative'
    readonly name: string
    readonly signedOn: PlainDate
  } | null
  /** Null where the decision was not attached. */
  readonly utilizationReview: UtilizationReviewDecision | null
  /** A dispute over liability besides medical necessity, as the claims administrator states it. */
  readonly liabilityDispute: {
    readonly reason: string
    readonly resolvedNoticeOn?: PlainDate
  } | null
  readonly disputedTreatments: NonEmpty<DisputedTreatment>
}

export type InternalAppeal =
  | { readonly kind: 'decided'; readonly decidedOn: PlainDate }
  | { readonly kind: 'excused'; readonly because: AppealExcuse }

/** The decision of the claims administrator's utilization review that is in dispute. */
export type UtilizationReviewDecision = {
  readonly organization: string
  /** Name of the physician who reviewed for the claims administrator. */
  readonly reviewerName?: string
  readonly requestReceivedOn: PlainDate
  readonly decidedOn: PlainDate
  readonly servedOn: PlainDate
  readonly served: { readonly method: ServiceMethod; readonly place: ServicePlace }
  readonly outcome: 'denied' | 'modified' | 'delayed' | 'approved'
  /** Denied only because information asked for had not come. */
  readonly conditional: boolean
  /** Whether the application form, filled in, came with the decision. */
  readonly formServed: boolean
  readonly formularyDispute: boolean
  readonly reasons: string
}
