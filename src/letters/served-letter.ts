import type { ListedDocument, ServedRecipient } from '#case'
import type { Determination } from '#determination'
import type { PlainDate } from '#foundation'

/** The organization that sends letters, as their head names it. */
export type LetterOrganization = {
  readonly name: string
  readonly address: readonly string[]
  readonly phone: string
  readonly medicalDirector: string
}

/** What the served letter adds to the determination: names, list of records, service, what next. */
export type ServedLetter = {
  readonly determination: Determination
  readonly organization: LetterOrganization
  /** The day the letter is dated and goes out; dates of "what happens next" count from it. */
  readonly servedOn: PlainDate
  readonly employee: { readonly name: string; readonly address: readonly string[] }
  readonly employerName: string
  readonly claimNumber: string
  readonly requestingPhysicianName: string
  readonly claimsAdministratorName: string
  readonly documentsReviewed: readonly (ListedDocument & { readonly fileName: string })[]
  /** What happens next, per party, with its date and authority. */
  readonly whatHappensNext: readonly NextStep[]
  readonly recipients: readonly ServedRecipient[]
}

/** One line of "what happens next". `by` is a day in words, or when the step is open, when. */
export type NextStep = {
  readonly party: string
  readonly what: string
  readonly by: string
  readonly authority: string
}
