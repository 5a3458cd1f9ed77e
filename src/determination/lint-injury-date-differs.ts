import { printAmericanDate } from '#foundation'
import { findDates } from './dates-in-text.ts'
import type { LintRule } from './finding.ts'

/** The injury dated in the summary otherwise than in the header. */
export const lintInjuryDate: LintRule = ({ caseSummary, dateOfInjury }) => {
  if (dateOfInjury === null) return []
  const told = findDates(caseSummary).filter(({ span }) =>
    ofInjury.test(caseSummary.slice(Math.max(0, span.start - 90), span.start)),
  )
  const first = told[0]
  if (!first?.date || told.some(({ date }) => date === dateOfInjury)) return []
  return [
    {
      code: 'injury-date-differs',
      severity: 'blocking',
      part: 'case-summary',
      message: `the summary dates the injury ${first.text}, the header ${printAmericanDate(dateOfInjury)}`,
      span: first.span,
      quote: first.text,
    },
  ]
}

/** What stands right before the date of an injury; no full stop and no other date between. */
const ofInjury =
  /\b(?:industrial|work|occupational|injur\w+|accident|date of injury|DOI)\b(?:(?![.;]\s|\d|review|request|exam|visit|report|note)[\s\S]){0,60}(?:\bon|\bfrom|\bof|\bdated|\binjury|:)\s*$/i
