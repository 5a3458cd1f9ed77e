import type { Determination } from './determination.ts'
import type { Finding, LintRule } from './finding.ts'

/** Two ages of one person, or an age that the date of birth rules out. */
export const lintAge: LintRule = (determination, { dateOfBirth }) => {
  const ages = findAges(determination)
  const first = ages[0]
  if (!first) return []
  const findings: Finding[] = []
  const other = ages.find(({ age }) => Math.abs(age - first.age) > 1)
  if (other) {
    findings.push({
      code: 'age-contradiction',
      severity: 'warning',
      ...(other.issue === undefined ? {} : { issue: other.issue }),
      part: other.issue === undefined ? 'case-summary' : 'rationale',
      message: `${first.age} years old in the summary, ${other.age} here`,
      span: other.span,
      quote: other.quote,
    })
  }
  const { decisionDate, dateOfInjury } = determination
  if (dateOfBirth && decisionDate) {
    const oldest = yearsBetween(dateOfBirth, decisionDate)
    const youngest = dateOfInjury ? yearsBetween(dateOfBirth, dateOfInjury) : oldest - 1
    if (first.age > oldest || first.age < Math.min(youngest, oldest - 1)) {
      findings.push({
        code: 'age-contradiction',
        severity: 'blocking',
        part: 'case-summary',
        message: `the summary says ${first.age} years; by the date of birth it is ${oldest}`,
        span: first.span,
        quote: first.quote,
      })
    }
  }
  return findings
}

function findAges({ caseSummary, issues }: Determination) {
  const texts: readonly { readonly text: string; readonly issue?: number }[] = [
    { text: caseSummary },
    ...issues.map(({ rationale }, index) => ({ text: rationale, issue: index + 1 })),
  ]
  return texts.flatMap(({ text, issue }) =>
    [
      ...text.matchAll(/\b(\d{1,3})[- ]years?[- ]old\b(?! (?:injur|mri|x-?ray|stud|scan|surg))/gi),
    ].map((match) => ({
      age: Number(match[1]),
      quote: match[0],
      span: { start: match.index, end: match.index + match[0].length },
      ...(issue === undefined ? {} : { issue }),
    })),
  )
}

function yearsBetween(first: string, second: string): number {
  const years = Number(second.slice(0, 4)) - Number(first.slice(0, 4))
  return second.slice(5) < first.slice(5) ? years - 1 : years
}
