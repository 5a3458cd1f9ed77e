import { z } from 'zod'
import { actedShape, caseIdShape, day, list, partyRoleShape } from './common-shapes.ts'

/** The acknowledgement of files that came together. */
export const receiptShape = z.object({
  receiptId: z.string(),
  caseNumber: z.string(),
  receivedAt: z.string(),
  from: partyRoleShape,
  files: list(
    z.object({
      fileName: z.string(),
      /** Its place in the folder, archive or message that it came in. */
      path: z.string().exactOptional(),
      sha256: z.string(),
      bytes: z.int(),
      mediaType: z.string(),
      /** As the file claims them; null where only reading will tell. */
      pages: z.int().nullable(),
      documentId: z.string().exactOptional(),
      outcome: z.enum(['received', 'already-there', 'refused']),
      refusal: z
        .object({ code: z.string(), because: z.string(), next: z.string() })
        .exactOptional(),
    }),
  ),
})

/** Where the case stands, and what became of each file. */
export const receivedShape = z.object({ ...actedShape.shape, receipt: receiptShape })

export const uploadIdShape = z.string().regex(/^[0-9a-f-]{36}$/)
export const uploadParams = z.strictObject({ caseId: caseIdShape, uploadId: uploadIdShape })

/** A name without a way to another place. */
export const fileNameShape = z
  .string()
  .min(1)
  .max(255)
  .regex(/^(?!\.{1,2}$)[^/\\\p{Cc}]+$/u)

/** What a file comes with. */
export const deliveryMembers = {
  fileName: fileNameShape,
  from: partyRoleShape,
  /** Its place in the folder that was chosen. */
  path: z.string().min(1).max(1000).exactOptional(),
  /** When the sender found it, where it was not sent with the others (Labor Code 4610.5(m)). */
  foundOn: day.exactOptional(),
} as const

/** An upload that is under way; the next byte to send is the one at `offset`. */
export const uploadShape = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  offset: z.int(),
  bytes: z.int(),
})
