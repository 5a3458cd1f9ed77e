import { findDates } from './dates-in-text.ts'
import type { Finding, LintRule } from './finding.ts'
import { textsOf } from './letter-texts.ts'

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
