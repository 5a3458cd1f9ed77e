import { printAmericanDate } from '#foundation'
import { findDates } from './dates-in-text.ts'
import type { Finding, LintRule } from './finding.ts'
import { textsOf } from './letter-texts.ts'

/** A day after the decision, in a letter that tells what has been. */
export const lintFutureDates: LintRule = (determination) => {
  const { decisionDate } = determination
  if (decisionDate === null) return []
  return textsOf(determination).flatMap(({ text, part, issue }) =>
    findDates(text)
      .filter(({ date }) => date !== null && date > decisionDate)
      .filter(({ span }) => !planned.test(text.slice(Math.max(0, span.start - 60), span.start)))
      .map(
        ({ text: quote, span }): Finding => ({
          code: 'date-after-decision',
          severity: 'warning',
          ...(issue === undefined ? {} : { issue }),
          part,
          message: `"${quote}" is after the day of the decision, ${printAmericanDate(decisionDate)}`,
          span,
          quote,
        }),
      ),
  )
}

const planned = /\b(?:scheduled|planned|appointment|until|through|return|follow[- ]up|next)\b/i
