import type { PlainDate, TextSpan } from '#foundation'
import type { Determination } from './determination.ts'

/** A defect found in a determination. */
export type Finding = {
  /** Stable, kebab-case. */
  readonly code: string
  /** `blocking` stops the letter; `warning` is worth a look; `note` costs nobody time. */
  readonly severity: 'blocking' | 'warning' | 'note'
  /** Counted from 1, in the order of the letter; absent where the finding is about the whole. */
  readonly issue?: number
  /** The text that `span` counts in. */
  readonly part?: FindingPart
  readonly message: string
  readonly span?: TextSpan
  /** The words at the span. */
  readonly quote?: string
}

export type FindingPart =
  | 'header'
  | 'case-summary'
  | 'treatment'
  | 'claims-administrator-guideline'
  | 'review-organization-guideline'
  | 'rationale'

/** What the lint may know besides the letter. */
export type LintContext = {
  readonly dateOfBirth?: PlainDate
  /** The reasons of the utilization review, which must not become the summary. */
  readonly utilizationReviewReasons?: string
  /** Texts of the office whose words a rationale should not be made of. */
  readonly stockTexts?: readonly string[]
}

/** One defect looked for: one file each. */
export type LintRule = (determination: Determination, context: LintContext) => readonly Finding[]

/** Names a finding within its determination, for an override: `wrong-region-citation@2`. */
export function findingKey(finding: Finding): string {
  return `${finding.code}@${finding.issue ?? 'letter'}`
}
