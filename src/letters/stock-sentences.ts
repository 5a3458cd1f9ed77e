/**
 * The fixed words of our determination letters, for the reader and for every printer. Headings and
 * labels are those of the published genre (handbook, letters.md 2–4), so that any reader of such
 * letters reads ours; the sentences between them are our own.
 */

/** The title of the served and of the public letter. */
export const letterHeading = 'Independent Medical Review: Final Determination'

/** Headings of the three sections, in their order. */
export const sectionHeadings = {
  howMade: 'HOW THE IMR FINAL DETERMINATION WAS MADE',
  caseSummary: 'CLINICAL CASE SUMMARY',
  issues: 'IMR ISSUES, DECISIONS AND RATIONALES',
} as const

/** Labels of the header table; a value follows each. Printed two by two, as listed. */
export const headerLabels = {
  caseNumber: 'Case Number:',
  dateAssigned: 'Date Assigned:',
  dateOfInjury: 'Date of Injury:',
  decisionDate: 'Decision Date:',
  urDenialDate: 'UR Denial Date:',
  priority: 'Priority:',
  applicationReceived: 'Application Received:',
} as const

/** Values of the header's priority. */
export const priorityWords = { standard: 'Standard', expedited: 'Expedited' } as const

/** The paragraph under `howMade`; names nobody. */
export function howMadeParagraph(organization: string): string {
  return (
    `${organization} sent the complete case file to an expert reviewer who has no affiliation ` +
    'with the employer, the employee, the providers or the claims administrator. The expert ' +
    'reviewer has been in active clinical practice for more than five years, works in it at least ' +
    '24 hours a week, and was chosen for experience, education, background and expertise in the ' +
    'same or a similar specialty as those that evaluate or treat the medical condition and the ' +
    'disputed items/services. The expert reviewer knows the governing laws and regulations, ' +
    'including the order in which medical evidence is searched and weighed in Independent ' +
    'Medical Review.'
  )
}

/** The credentials block after it: introduction, then one line per label. */
export const credentialsIntroduction = 'The Expert Reviewer has the following credentials:'
export const credentialsLabels = {
  licensure: 'State(s) of Licensure:',
  specialties: 'Certification(s)/Specialty:',
} as const

/** First sentence under `caseSummary`; the narrative follows as its own paragraph. */
export const caseSummaryIntroduction =
  'The expert reviewer wrote the following clinical case summary from the case file, including all medical records:'

/** First sentence under `issues`; the first issue follows. */
export const issuesIntroduction =
  'The Final Determination rests on these decisions for the disputed items/services:'

/** `<treatment>: Upheld` heads each issue; after a remainder clause the treatment ends in ` is`. */
export const decisionWords = { upheld: 'Upheld', overturned: 'Overturned' } as const

/** Labels inside an issue, each followed by its text in the same paragraph. */
export const claimsAdministratorGuidelineLabel = 'Claims Administrator guideline:'
export const decisionRationaleLabel = 'Decision rationale:'
export function reviewOrganizationGuidelineLabel(organization: string): string {
  return `${organization} guideline:`
}

/** What a guideline says when nothing was cited. */
export const nothingCited = {
  claimsAdministrator:
    'The Claims Administrator did not cite any medical evidence for its decision.',
  reviewer: 'The Expert Reviewer did not cite any medical evidence for its decision.',
} as const

/** The foot of every printed page; no part of the determination's text, readers drop it. */
export function pageFoot(caseNumber: string | null): string {
  return caseNumber === null ? 'IMR Final Determination' : `IMR Final Determination ${caseNumber}`
}
export const pageFootPattern: RegExp =
  /^IMR Final Determination(?: CM\d{2}-\d{7})?\s*·\s*Page \d+ of \d+$/

/** Heads the served letter's last part: what follows it is no longer the determination. */
export const proofOfServiceHeading = 'PROOF OF SERVICE'
/** Heads the determination inside the served letter, after cover and list of documents. */
export const determinationHeading = 'Final Determination'
