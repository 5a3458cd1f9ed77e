export type { Application, UtilizationReviewDecision } from './application.ts'
export type { BodyRegion, DisputedTreatment, Side } from './disputed-treatment.ts'
export type { EligibilityTable, EligibilityTest, EligibilityVerdict } from './eligibility.ts'
export type {
  ClaimsAdministrator,
  Employee,
  Employer,
  PartyRole,
  PersonName,
  PostalAddress,
  Representative,
  RequestingPhysician,
} from './party.ts'
