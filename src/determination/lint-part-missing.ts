import type { Finding, LintRule } from './finding.ts'

/** Parts that every determination has (8 CCR 9792.10.6(d); Labor Code 4610.6(d) and (e)). */
export const lintMissingParts: LintRule = ({ caseSummary, reviewer, issues, ...header }) => {
  const findings: Finding[] = []
  if (caseSummary.trim() === '') {
    findings.push(missing('the clinical case summary is missing', { part: 'case-summary' }))
  }
  if (reviewer.licensure.length === 0) findings.push(missing('no state of licensure is named'))
  if (reviewer.specialties.length === 0) findings.push(missing('no specialty is named'))
  for (const [index, each] of issues.entries()) {
    const issue = index + 1
    if (each.treatment.trim() === '')
      findings.push(missing('the treatment is not named', { issue }))
    if (each.rationale.trim() === '') {
      findings.push(missing('the rationale is missing', { issue, part: 'rationale' }))
    }
    if (each.claimsAdministratorGuideline.text.trim() === '') {
      findings.push(missing("the claims administrator's guideline is missing", { issue }))
    }
    if (each.reviewOrganizationGuideline.text.trim() === '') {
      findings.push(missing('our guideline is missing', { issue }))
    }
  }
  const absent = [
    ['case number', header.caseNumber],
    ['date of injury', header.dateOfInjury],
    ['date of the utilization review', header.urDenialDate],
    ['date of the application', header.applicationReceived],
    ['date of the assignment', header.dateAssigned],
  ].flatMap(([name, value]) => (value === null ? [name] : []))
  if (absent.length > 0) {
    findings.push({
      code: 'header-incomplete',
      severity: 'note',
      part: 'header',
      message: `not in the header: ${absent.join(', ')}`,
    })
  }
  return findings
}

function missing(message: string, place: Pick<Finding, 'part' | 'issue'> = {}): Finding {
  return { code: 'part-missing', severity: 'blocking', ...place, message }
}
