import { z } from 'zod'
import { list, recipientChoiceShape } from './common-shapes.ts'

/** A notice to be sent: a template of the house and what a person adds to it. */
export const noticeToSendShape = z.strictObject({
  template: z.string().min(1).max(60),
  /** Values that the template asks a person for, by name. */
  values: list(
    z.strictObject({ name: z.string().min(1).max(60), says: z.string().min(1).max(4000) }),
  ).exactOptional(),
  /** What is missing of the record, for templates that list it. */
  missing: list(z.string().min(1).max(500)).exactOptional(),
  /** By default whom the template is addressed to, by mail. */
  recipients: list(recipientChoiceShape).exactOptional(),
})
