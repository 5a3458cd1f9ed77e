import type { Instant } from '#foundation'
import type { PartyRole } from '#intake'

/** What became of a file that was sent. */
export type ReceiptLine = {
  readonly fileName: string
  /** Its place in the folder, archive or message that it came in. */
  readonly path?: string
  readonly sha256: string
  readonly bytes: number
  /** By content; the general one where nobody could tell. */
  readonly mediaType: string
  /** As the file claims them; null where only reading will tell. */
  readonly pages: number | null
  /** In the record; left out where it was refused. */
  readonly documentId?: string
  readonly outcome: 'received' | 'already-there' | 'refused'
  readonly refusal?: { readonly code: string; readonly because: string; readonly next: string }
}

/** The acknowledgement of files that came together: kept as the artifact `receipt`. */
export type Receipt = {
  readonly receiptId: string
  readonly caseNumber: string
  readonly receivedAt: Instant
  readonly from: PartyRole
  readonly files: readonly ReceiptLine[]
}
