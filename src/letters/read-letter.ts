import { outcomeOf } from '#case'
import type { Determination, Issue } from '#determination'
import { isNonEmpty, ok, type Refusal, type Result, refuse, refused } from '#foundation'
import { parseGuideline } from '#guidelines'
import type { PageText } from '#records'
import { joinLines } from './clean-text.ts'
import { findImpossibleDates } from './find-impossible-dates.ts'
import { findSections, type LetterSections } from './find-sections.ts'
import { textOfPages, textOfPlainText } from './letter-text.ts'
import { readEarlyLayout } from './read-early-layouts.ts'
import { readHeader } from './read-header.ts'
import { readHeading } from './read-heading.ts'
import type { AboutFile, Finding, LetterFormat, ReadLetter } from './read-letter-types.ts'
import { readReviewer } from './read-reviewer.ts'
import { letterRefusals } from './refusals.ts'
import { type IssueText, splitIssues } from './split-issues.ts'

/**
 * Reads a determination letter from its plain text, in any layout family and any order of the
 * header's labels and values. What was not found is null or empty and listed in `notFound`; what
 * is odd is in `findings`; nothing is repaired. Refusals: `not-a-determination-letter`,
 * `letter-without-readable-issue`, `letter-without-text`, `letter-too-long`. Authority: handbook, letters.md 2–5.
 */
export function readLetterText(text: string, about: AboutFile): Result<ReadLetter> {
  if (text.length > maximumCharacters) return refused(tooLong(text.length, about))
  return readNormalText(textOfPlainText(text), about, false)
}

/** The same from the pages of a PDF: word boxes give the header table and the paragraphs. */
export function readLetterPages(pages: readonly PageText[], about: AboutFile): Result<ReadLetter> {
  const characters = pages.reduce((sum, { text }) => sum + text.length, 0)
  if (characters > maximumCharacters) return refused(tooLong(characters, about))
  const counted = about.pages ?? pages.length
  const known = { ...about, ...(counted > 0 ? { pages: counted } : {}) }
  const byPosition = pages.some((page) => page.words.length > 0)
  return readNormalText(textOfPages(pages), known, byPosition)
}

/** Fifteen times the longest letter known; what is longer is something else, or hostile. */
const maximumCharacters = 400_000

function tooLong(characters: number, about: AboutFile): Refusal {
  const because = `the text has ${characters} characters; letters have at most ${maximumCharacters}`
  return refuse(letterRefusals, 'letter-too-long', because, about.file)
}

function readNormalText(text: string, about: AboutFile, byPosition: boolean): Result<ReadLetter> {
  if (text.trim() === '') {
    return refused(
      refuse(letterRefusals, 'letter-without-text', 'the file has no text', about.file),
    )
  }
  const findings: Finding[] = []
  const early = readEarlyLayout(text, findings)
  if (early) {
    return assemble(early.format, early.header, early.reviewerZone, early.summary, early.issues, {
      about,
      findings,
      byPosition,
    })
  }
  const sections = findSections(text)
  if (!sections) return refused(notALetter(text, about))
  const issues = sections.issues === null ? [] : splitIssues(sections.issues, findings)
  return assemble(sections.format, sections.header, sections.howMade, summaryOf(sections), issues, {
    about,
    findings,
    byPosition,
  })
}

function assemble(
  format: LetterFormat,
  headerZone: string,
  reviewerZone: string | null,
  caseSummary: string | null,
  issueTexts: readonly IssueText[],
  { about, findings, byPosition }: { about: AboutFile; findings: Finding[]; byPosition: boolean },
): Result<ReadLetter> {
  const notFound: string[] = []
  const header = readHeader(headerZone, findings, { byPosition })
  for (const [field, value] of Object.entries(header)) if (value === null) notFound.push(field)
  const { licensure, specialties, boards } = readReviewer(reviewerZone ?? '', findings)
  if (licensure.length === 0) notFound.push('reviewer.licensure')
  if (specialties.length === 0) notFound.push('reviewer.specialties')
  const summary = caseSummary ?? ''
  if (summary === '') notFound.push('caseSummary')
  findImpossibleDates(summary, 'caseSummary', findings)
  const issues = issueTexts.map((issue, index) =>
    readIssue(issue, `issues[${index}]`, findings, notFound),
  )
  if (!isNonEmpty(issues)) {
    return refused(
      refuse(
        letterRefusals,
        'letter-without-readable-issue',
        'the headings of a determination are there, but no treatment with its decision',
        about.file,
      ),
    )
  }
  const determination: Determination = {
    ...header,
    reviewer: { licensure, specialties, boards },
    caseSummary: summary,
    issues,
    outcome: outcomeOf(issues),
  }
  return ok({
    file: about.file,
    ...(about.sha256 === undefined ? {} : { sha256: about.sha256 }),
    ...(about.pages === undefined ? {} : { pages: about.pages }),
    format,
    ...determination,
    findings,
    notFound,
  })
}

function readIssue(
  issue: IssueText,
  where: string,
  findings: Finding[],
  notFound: string[],
): Issue {
  const treatment = joinLines(issue.treatment)
  if (treatment === '') notFound.push(`${where}.treatment`)
  const { partial, ...facts } = readHeading(treatment, where, findings)
  const claims = joinLines(issue.claimsAdministratorGuideline ?? '')
  const review = joinLines(issue.reviewOrganizationGuideline ?? '')
  const rationale = joinLines(issue.rationale ?? '')
  if (claims === '') notFound.push(`${where}.claimsAdministratorGuideline`)
  if (review === '') notFound.push(`${where}.reviewOrganizationGuideline`)
  if (rationale === '') notFound.push(`${where}.rationale`)
  findImpossibleDates(rationale, `${where}.rationale`, findings)
  return {
    treatment,
    decision: issue.decision,
    partial,
    ...facts,
    claimsAdministratorGuideline: parseGuideline(claims),
    reviewOrganizationGuideline: parseGuideline(review),
    rationale,
  }
}

const summaryIntroduction =
  /^\s*(?:The\s+expert\s+reviewer\s+(?:developed|wrote|prepared|created)\b[^:]{0,260}?(?:case\s+file|medical\s+records?)[^:]{0,120}:)/i

/** The narrative without its stock introduction. */
function summaryOf(sections: LetterSections): string | null {
  return sections.summary === null
    ? null
    : joinLines(sections.summary.replace(summaryIntroduction, ''))
}

function notALetter(text: string, about: AboutFile): Refusal {
  const missing = [
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'CLINICAL CASE SUMMARY',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'Decision rationale:',
  ].filter((heading) => !text.includes(heading))
  return refuse(
    letterRefusals,
    'not-a-determination-letter',
    missing.length === 4
      ? 'none of the headings of a determination letter is in it'
      : `these headings of a determination letter are missing: ${missing.join('; ')}`,
    about.file,
  )
}
