import type { Determination } from '#determination'
import { printLetterText } from './print-letter-text.ts'

/**
 * The public letter as plain text, in the grammar that `readLetterText` reads: the two are each
 * other's inverse for every determination whose citations, categories and regions are those of its
 * printed words. `organization` heads the reviewer's guideline of each issue.
 */
export function renderDeterminationText(
  determination: Determination,
  organization: string,
): string {
  return printLetterText(determination, organization)
}
