import type { Determination } from '#determination'
import { layOutBody } from './letter-body.ts'

/**
 * The public letter as plain text, one paragraph a line: what the artifact `public-letter-text`
 * holds. It carries the same words as the printed one and nobody's name.
 */
export function printLetterText(determination: Determination, organization: string): string {
  const body = layOutBody(determination, organization)
  const [caseNumber, ...pairs] = body.header
  const lines: string[] = [
    ...(caseNumber ? [`${caseNumber[0]} ${caseNumber[1]}`.trimEnd()] : []),
    ...pairs.map(([label, value]) => `${label} ${value}`.trimEnd()),
    '',
    body.headings.howMade,
    body.howMade,
    '',
    body.credentials.introduction,
    ...body.credentials.lines.map(([label, value]) => `${label} ${value}`),
    '',
    body.headings.caseSummary,
    body.caseSummaryIntroduction,
    '',
    ...body.caseSummary,
    '',
    body.headings.issues,
    body.issuesIntroduction,
  ]
  for (const issue of body.issues) {
    lines.push('', issue.heading)
    for (const [label, [first, ...rest]] of issue.parts) {
      lines.push('', `${label} ${first}`, ...rest)
    }
  }
  return `${lines.join('\n')}\n`
}
