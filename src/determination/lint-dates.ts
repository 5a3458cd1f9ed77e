import { printAmericanDate } from '#foundation'
import { findDates } from './dates-in-text.ts'
import type { Determination } from './determination.ts'
import type { Finding, FindingPart, LintRule } from './finding.ts'

/** Header dates out of order: injury, utilization review, application, assignment, decision. */
export const lintDateOrder: LintRule = (determination) => {
  const steps = [
    ['the injury', determination.dateOfInjury],
    ['the utilization review decision', determination.urDenialDate],
    ['the application', determination.applicationReceived],
    ['the assignment', determination.dateAssigned],
    ['the decision', determination.decisionDate],
  ] as const
  const known = steps.flatMap(([name, date]) => (date === null ? [] : [{ name, date }]))
  return known.flatMap((later, index) => {
    const earlier = known[index - 1]
    if (!earlier || earlier.date <= later.date) return []
    return [
      {
        code: 'date-order',
        severity: 'blocking',
        part: 'header',
        message: `${later.name} (${later.date}) is before ${earlier.name} (${earlier.date})`,
      },
    ]
  })
}

/** Days that do not exist (`2/30/2016`), and dates with a digit lost (`10/204`). */
export const lintImpossibleDates: LintRule = (determination) =>
  textsOf(determination).flatMap(({ text, part, issue }) => {
    const impossible = findDates(text)
      .filter(({ date }) => date === null)
      .map(({ span }) => span)
    const broken = [...text.matchAll(lostDigit)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
    return [...impossible, ...broken].map((span): Finding => {
      const quote = text.slice(span.start, span.end)
      return {
        code: 'date-impossible',
        severity: 'blocking',
        ...(issue === undefined ? {} : { issue }),
        part,
        message: `"${quote}" is not a day or month that exists`,
        span,
        quote,
      }
    })
  })

/** `10/204`, not `10/325 mg`: a month, then the 19 or 20 of a year with one digit, after a word of time. */
const lostDigit =
  /(?<=\b(?:of|on|in|since|from|dated|date|until|to|by) )(?:0?[1-9]|1[0-2])\/(?:19\d|20[1-9])(?![\d/%]|\s?(?:mg|mcg|ml)\b)/gi

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

/** The utilization review dated in the summary otherwise than in the header. */
export const lintReviewDate: LintRule = ({ caseSummary, urDenialDate }) => {
  if (urDenialDate === null) return []
  const told = findDates(caseSummary).filter(({ span }) =>
    /\b(?:utilization review|UR)(?: (?:decision|determination|form|denial|report|letter))?(?: dated| on| of|,| from)?\s*\(?$/i.test(
      caseSummary.slice(Math.max(0, span.start - 60), span.start),
    ),
  )
  const first = told[0]
  if (!first?.date || told.some(({ date }) => date === urDenialDate)) return []
  return [
    {
      code: 'review-date-differs',
      severity: 'warning',
      part: 'case-summary',
      message: `the summary dates the utilization review ${first.text}, the header ${printAmericanDate(urDenialDate)}`,
      span: first.span,
      quote: first.text,
    },
  ]
}

type LetterText = { readonly text: string; readonly part: FindingPart; readonly issue?: number }

function textsOf(determination: Determination): readonly LetterText[] {
  return [
    { text: determination.caseSummary, part: 'case-summary' },
    ...determination.issues.map(
      ({ rationale }, index): LetterText => ({
        text: rationale,
        part: 'rationale',
        issue: index + 1,
      }),
    ),
  ]
}
