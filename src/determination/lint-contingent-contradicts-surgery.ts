import type { Finding, LintRule } from './finding.ts'

/**
 * A service that goes with a surgery is reasoned against the decision on the surgery: it falls
 * because "the surgery is not necessary" although the letter overturns the denial of the surgery,
 * or stands with a surgery that the letter does not grant. If the surgery is granted, what goes
 * with it is decided on its own merits.
 */
export const lintContingent: LintRule = ({ issues }) => {
  const surgeries = issues.filter(({ associatedSurgicalService, treatment }) =>
    associatedSurgicalService ? false : surgery.test(treatment),
  )
  const [first] = surgeries
  // Where surgeries are decided differently, it takes a reader to tell which one is meant.
  if (!first || surgeries.some(({ decision }) => decision !== first.decision)) return []
  return issues.flatMap(({ associatedSurgicalService, rationale }, index): Finding[] => {
    if (!associatedSurgicalService) return []
    const wrong = first.decision === 'overturned' ? falls.exec(rationale) : stands.exec(rationale)
    if (!wrong) return []
    return [
      {
        code: 'contingent-contradicts-surgery',
        severity: 'blocking',
        issue: index + 1,
        part: 'rationale',
        message: `the surgery is ${first.decision} in this letter, the reasons here say otherwise`,
        span: { start: wrong.index, end: wrong.index + wrong[0].length },
        quote: wrong[0],
      },
    ]
  })
}

const surgery =
  /\b(?:surger\w+|\w+ectomy|\w+otomy|\w+plasty|arthroscop\w+|repair|fusion|release|fixation|replacement|reconstruction|decompression|excision|debridement)\b/i

const falls =
  /\b(?:surgery|surgical \w+|procedure)\b[^.]{0,30}\b(?:is|was|are) not (?:\w+ )?(?:medically )?(?:necessary|supported|certified)\b/i

const stands =
  /\b(?:surgery|surgical \w+|procedure)\b[^.]{0,30}\b(?:is|was|are) (?:medically )?(?:necessary|supported|certified)\b/i
