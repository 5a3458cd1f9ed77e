import type { ListedDocument, ServedRecipient } from '#case'
import type { Determination } from '#determination'

/** What the served letter adds to the determination: names, list of records, service, what next. */
export type ServedLetter = {
  readonly determination: Determination
  readonly organization: {
    readonly name: string
    readonly address: readonly string[]
    readonly phone: string
    readonly medicalDirector: string
  }
  readonly employee: { readonly name: string; readonly address: readonly string[] }
  readonly employerName: string
  readonly claimNumber: string
  readonly requestingPhysicianName: string
  readonly claimsAdministratorName: string
  readonly documentsReviewed: readonly (ListedDocument & { readonly fileName: string })[]
  /** What happens next, per party, with its date and authority. */
  readonly whatHappensNext: readonly {
    readonly party: string
    readonly what: string
    readonly by: string
    readonly authority: string
  }[]
  readonly recipients: readonly ServedRecipient[]
}
