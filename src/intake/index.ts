export type { Application, InternalAppeal, UtilizationReviewDecision } from './application.ts'
export {
  type ApplicationForm,
  applicationForm,
  type FormField,
  type FormLanguage,
  formMark,
  inputOfForm,
  readFormFields,
} from './application-form.ts'
export type { BodyRegion, DisputedTreatment, Side } from './disputed-treatment.ts'
export {
  type DraftedApplication,
  type DraftedField,
  draftApplication,
} from './draft-application.ts'
export type { EligibilityTable, EligibilityTest, EligibilityVerdict } from './eligibility.ts'
export {
  type EligibilityRule,
  type EligibilityRules,
  eligibilityRules,
  eligibilityRulesOf,
} from './eligibility-rules.ts'
export type { Found } from './page-words.ts'
export { parseApplication } from './parse-application.ts'
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
export type { ApplicationForms } from './ports.ts'
export {
  type AppealExcuse,
  missingSections,
  type Program,
  type ProgramId,
  panelDecision,
  programOf,
  programs,
  type ReviewType,
  reviewersNeeded,
} from './program.ts'
export {
  type RequestedTreatment,
  type RequestForAuthorizationReading,
  type RequestKind,
  readRequestForAuthorization,
} from './read-request-for-authorization.ts'
export {
  type DecidedRequest,
  type DecisionCheck,
  decisionPlacesIn,
  prefillUtilizationReview,
  readUtilizationReviewDecision,
  type UtilizationReviewReading,
} from './read-utilization-review.ts'
export { type IntakeRefusalCode, intakeRefusals } from './refusals.ts'
export {
  type DecisionField,
  type DecisionPlace,
  type EligibilityContext,
  employeeKeyOf,
  type KnownApplication,
  knownApplicationOf,
  physicianKeyOf,
  testEligibility,
} from './test-eligibility.ts'
