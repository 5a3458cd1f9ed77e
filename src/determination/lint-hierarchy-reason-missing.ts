import type { Finding, LintRule } from './finding.ts'

/** MTUS and another work together: the order of search asks why the second was needed (8 CCR 9792.21.1). */
export const lintHierarchyReason: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale, ...issue }, index): Finding[] => {
    if (givesReason.test(rationale)) return []
    const citers = [
      ['the reviewer cites', issue.reviewOrganizationGuideline.text],
      ['the claims administrator cites', issue.claimsAdministratorGuideline.text],
    ] as const
    const citer = citers.find(([, text]) => citesMtusAndOther(text))?.[0]
    if (!citer) return []
    return [
      {
        code: 'hierarchy-reason-missing',
        severity: 'note',
        issue: index + 1,
        part: 'rationale',
        message: `${citer} MTUS and another work; why MTUS alone does not answer is not said`,
      },
    ]
  })

function citesMtusAndOther(text: string): boolean {
  const mtus = /\bMTUS\b/.test(text.replace(/Non-MTUS|outside of the MTUS/g, ''))
  return mtus && /Non-MTUS|\bODG\b|Official Disability/.test(text)
}

const givesReason =
  /\b(?:silent|do(?:es)? not (?:\w+ )?(?:address|discuss|mention|cover|contain)|more (?:specific|recent|current|detailed)|(?:specifically|further) address|in addition to the MTUS|supplement|not (?:specifically )?addressed|alternative(?:ly)? guideline|other guidelines)\b/i
