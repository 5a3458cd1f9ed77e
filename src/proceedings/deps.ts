import type { Actor, ArtifactStore, CaseStore } from '#case'
import type { Instant } from '#foundation'
import type { ApplicationForms } from '#intake'
import type { LetterOrganization, LetterPrinter } from '#letters'
import type { FileContent, PdfReader, RecordReader } from '#records'
import type { Reviewer } from '#reviewers'

/** The register of reviewers; names stay inside the organization. */
export type ReviewerRegister = {
  list(): Promise<readonly Reviewer[]>
  get(reviewerId: string): Promise<Reviewer | null>
}

/** Files on this machine while they are worked on. */
export type WorkFiles = {
  /** Lends empty folders for the time of the work, as many as it asks for. */
  withFolders<T>(work: (another: () => Promise<string>) => Promise<T>): Promise<T>
  sha256Of(content: FileContent): Promise<string>
  /** A file's bytes in parts of a bounded size. */
  partsOf(path: string): AsyncIterable<Uint8Array>
}

/** What the way of a case needs from outside the rooms. */
export type Deps = {
  readonly cases: CaseStore
  readonly artifacts: ArtifactStore
  readonly pdf: PdfReader
  /** Looks into files of the record: what they are, what is in them, their pages. */
  readonly recordReader: RecordReader
  readonly printer: LetterPrinter
  readonly forms: ApplicationForms
  readonly reviewers: ReviewerRegister
  /** The organization that reviews, as letters name it. */
  readonly organization: LetterOrganization
  newId(): string
  readonly workFiles: WorkFiles
}

/** Who acts, and when: every step is somebody's act at a time. */
export type Act = { readonly by: Actor; readonly at: Instant }
