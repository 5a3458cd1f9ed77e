import type { Determination, Issue } from '#determination'
import { type PlainDate, printAmericanDate } from '#foundation'
import {
  caseSummaryIntroduction,
  claimsAdministratorGuidelineLabel,
  credentialsIntroduction,
  credentialsLabels,
  decisionRationaleLabel,
  decisionWords,
  headerLabels,
  howMadeParagraph,
  issuesIntroduction,
  priorityWords,
  reviewOrganizationGuidelineLabel,
  sectionHeadings,
} from './stock-sentences.ts'

/** A label of the letter and what stands behind it. */
export type Labelled = readonly [label: string, value: string]

/**
 * The determination laid out as the letter prints it, in reading order: every printer (PDF, text)
 * sets this and nothing else, so that all of them say the same.
 */
export type LetterBody = {
  readonly headings: {
    readonly howMade: string
    readonly caseSummary: string
    readonly issues: string
  }
  /** First the case number, which has a line of its own; the others stand two by two. */
  readonly header: readonly Labelled[]
  readonly howMade: string
  readonly credentials: {
    readonly introduction: string
    readonly lines: readonly Labelled[]
  }
  readonly caseSummaryIntroduction: string
  readonly caseSummary: readonly string[]
  readonly issuesIntroduction: string
  readonly issues: readonly {
    readonly heading: string
    readonly parts: readonly (readonly [label: string, paragraphs: readonly string[]])[]
  }[]
}

/**
 * Lays a determination out in the F1 anatomy (handbook, letters.md 3 and 4). `organization` is the
 * review organization's name. A header field that is null stays empty: nothing is made up.
 */
export function layOutBody(determination: Determination, organization: string): LetterBody {
  const { reviewer } = determination
  return {
    headings: sectionHeadings,
    header: [
      [headerLabels.caseNumber, determination.caseNumber ?? ''],
      [headerLabels.dateAssigned, printDay(determination.dateAssigned)],
      [headerLabels.dateOfInjury, printDay(determination.dateOfInjury)],
      [headerLabels.decisionDate, printDay(determination.decisionDate)],
      [headerLabels.urDenialDate, printDay(determination.urDenialDate)],
      [headerLabels.priority, determination.priority ? priorityWords[determination.priority] : ''],
      [headerLabels.applicationReceived, printDay(determination.applicationReceived)],
    ],
    howMade: howMadeParagraph(organization),
    credentials: {
      introduction: credentialsIntroduction,
      lines: [
        [credentialsLabels.licensure, reviewer.licensure.join(', ')],
        [credentialsLabels.specialties, reviewer.specialties.join(', ')],
      ],
    },
    caseSummaryIntroduction,
    caseSummary: paragraphsOf(determination.caseSummary),
    issuesIntroduction,
    issues: determination.issues.map((issue) => layOutIssue(issue, organization)),
  }
}

function layOutIssue(issue: Issue, organization: string): LetterBody['issues'][number] {
  return {
    heading: `${issue.treatment}: ${decisionWords[issue.decision]}`,
    parts: [
      [claimsAdministratorGuidelineLabel, paragraphsOf(issue.claimsAdministratorGuideline.text)],
      [
        reviewOrganizationGuidelineLabel(organization),
        paragraphsOf(issue.reviewOrganizationGuideline.text),
      ],
      [decisionRationaleLabel, paragraphsOf(issue.rationale)],
    ],
  }
}

function printDay(date: PlainDate | null): string {
  return date === null ? '' : printAmericanDate(date)
}

/** Paragraphs as the author broke them; at least one, so that a label never stands alone. */
function paragraphsOf(text: string): readonly string[] {
  const paragraphs = text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  return paragraphs.length === 0 ? [''] : paragraphs
}
