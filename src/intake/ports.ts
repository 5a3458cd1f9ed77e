import type { Result } from '#foundation'
import type { FormLanguage } from './application-form.ts'

/** Our application form as a PDF that can be filled in, and filled forms read back. */
export type ApplicationForms = {
  blank(language: FormLanguage): Promise<Uint8Array>
  /**
   * The values of the fields of any PDF by their names; a ticked box is "yes". Works in a process
   * that can be killed. Refusals: those of the PDF reader, and `pdf-has-no-fields`.
   */
  readFields(content: Uint8Array): Promise<Result<Readonly<Record<string, string>>>>
}
