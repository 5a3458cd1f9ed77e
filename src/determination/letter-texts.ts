import type { Determination } from './determination.ts'
import type { FindingPart } from './finding.ts'

/** A text of a letter with its place. */
export type LetterText = {
  readonly text: string
  readonly part: FindingPart
  readonly issue?: number
}

/** The texts that tell of the case: the summary and the rationale of each issue. */
export function textsOf(determination: Determination): readonly LetterText[] {
  return [
    { text: determination.caseSummary, part: 'case-summary' },
    ...determination.issues.map(
      ({ rationale }, index): LetterText => ({
        text: rationale,
        part: 'rationale',
        issue: index + 1,
      }),
    ),
  ]
}
