import { ok, type Result } from '#foundation'
import { inputOfForm, readFormFields } from '#intake'
import type { Deps } from './deps.ts'

/** A filled application form: its fields by path, and the application they make. */
export type FilledForm = {
  readonly values: Readonly<Record<string, string>>
  /** As `parseApplication` takes it. */
  readonly input: Readonly<Record<string, unknown>>
}

/** Reads our form out of a PDF (8 CCR 9792.10.2). Refuses whatever is not our form. */
export async function readApplicationForm(
  deps: Pick<Deps, 'forms'>,
  content: Uint8Array,
): Promise<Result<FilledForm>> {
  const written = await deps.forms.readFields(content)
  if (!written.ok) return written
  const values = readFormFields(written.value)
  return values.ok ? ok({ values: values.value, input: inputOfForm(values.value) }) : values
}
