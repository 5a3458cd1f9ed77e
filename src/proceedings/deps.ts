import type { Actor, ArtifactStore, CaseStore } from '#case'
import type { Instant } from '#foundation'
import type { ApplicationForms } from '#intake'
import type { LetterOrganization, LetterPrinter } from '#letters'
import type { PdfReader } from '#records'
import type { Reviewer } from '#reviewers'

/** The register of reviewers; names stay inside the organization. */
export type ReviewerRegister = {
  list(): Promise<readonly Reviewer[]>
  get(reviewerId: string): Promise<Reviewer | null>
}

/** What the way of a case needs from outside the rooms. */
export type Deps = {
  readonly cases: CaseStore
  readonly artifacts: ArtifactStore
  readonly pdf: PdfReader
  readonly printer: LetterPrinter
  readonly forms: ApplicationForms
  readonly reviewers: ReviewerRegister
  /** The organization that reviews, as letters name it. */
  readonly organization: LetterOrganization
  newId(): string
}

/** Who acts, and when: every step is somebody's act at a time. */
export type Act = { readonly by: Actor; readonly at: Instant }
