import type { Finding, LintRule } from './finding.ts'
import { splitSentences } from './sentences.ts'

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

/** A sentence twice in one rationale. */
export const lintRepeatedSentence: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale }, index) => {
    const seen = new Set<string>()
    return splitSentences(rationale).flatMap(({ text, span }): Finding[] => {
      const said = plain(text)
      if (said.split(' ').length < 8) return []
      if (!seen.has(said)) {
        seen.add(said)
        return []
      }
      return [
        {
          code: 'sentence-repeated',
          severity: 'warning',
          issue: index + 1,
          part: 'rationale',
          message: 'the same sentence stands twice in the rationale',
          span,
          quote: text,
        },
      ]
    })
  })

/** Sentences of the summary copied into the rationale, typing errors and all. */
export const lintCopiedSummary: LintRule = ({ caseSummary, issues }) => {
  const summary = new Set(
    splitSentences(caseSummary)
      .flatMap(({ text }) => text.split(';'))
      .map(plain)
      .filter((said) => said.split(' ').length >= 12),
  )
  return issues.flatMap(({ rationale }, index) =>
    splitSentences(rationale)
      .filter(({ text }) => text.split(';').some((part) => summary.has(plain(part))))
      .slice(0, 1)
      .map(
        ({ text, span }): Finding => ({
          code: 'copied-from-summary',
          severity: 'note',
          issue: index + 1,
          part: 'rationale',
          message: 'the rationale repeats the summary word for word',
          span,
          quote: text,
        }),
      ),
  )
}

/** Marks of a list that lost its bullets ("are:o Emergence"), and letters stuck to words. */
export const lintGarbled: LintRule = ({ caseSummary, issues }) =>
  [
    { text: caseSummary, part: 'case-summary' as const },
    ...issues.map(({ rationale }, index) => ({
      text: rationale,
      part: 'rationale' as const,
      issue: index + 1,
    })),
  ].flatMap(({ text, ...place }) =>
    [...text.matchAll(/[:;.]\s?o [A-Z][a-z]+|[a-z]{4,}o [A-Z][a-z]+ to [a-z]+/g)].slice(0, 1).map(
      (match): Finding => ({
        code: 'list-garbled',
        severity: 'warning',
        ...place,
        message: 'the bullets of a list have run into its words',
        span: { start: match.index, end: match.index + match[0].length },
        quote: match[0],
      }),
    ),
  )

/** A study of "an unspecified part of the body" proves nothing about the region in dispute. */
export const lintUnspecifiedPart: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale }, index) =>
    [...rationale.matchAll(/\b(?:of )?an unspecified (?:part|body part|area|region)\b[^.;,(]*/gi)]
      .slice(0, 1)
      .map(
        (match): Finding => ({
          code: 'record-unspecified',
          severity: 'warning',
          issue: index + 1,
          part: 'rationale',
          message: 'the rationale rests on a study whose body part the record does not name',
          span: { start: match.index, end: match.index + match[0].length },
          quote: match[0],
        }),
      ),
  )

/** The summary is the utilization review's text, not the reviewer's (8 CCR 9792.10.6(b)(2)). */
export const lintCopiedReview: LintRule = ({ caseSummary }, { utilizationReviewReasons }) => {
  const said = /\b(?:taken|copied) (?:directly )?from the utilization review\b/i.exec(caseSummary)
  if (said) return [copied('the summary says that it is taken from the utilization review')]
  const review = new Set(shingles(utilizationReviewReasons ?? ''))
  const summary = shingles(caseSummary)
  const shared = summary.filter((shingle) => review.has(shingle)).length
  return summary.length >= 30 && shared / summary.length > 0.5
    ? [copied('more than half of the summary is the text of the utilization review')]
    : []
}

function copied(message: string): Finding {
  return { code: 'review-copied-as-summary', severity: 'blocking', part: 'case-summary', message }
}

/** Runs of eight words. */
function shingles(text: string): readonly string[] {
  const words = plain(text).split(' ')
  return words
    .slice(0, Math.max(0, words.length - 7))
    .map((_, at) => words.slice(at, at + 8).join(' '))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * Words of two small letters that are no words ("the central canal os otherwise maintained"), and
 * a word written twice. Bones named "os" are left alone.
 */
export const lintTypingErrors: LintRule = ({ caseSummary, issues }) =>
  [
    { text: caseSummary, part: 'case-summary' as const },
    ...issues.map(({ rationale }, index) => ({
      text: rationale,
      part: 'rationale' as const,
      issue: index + 1,
    })),
  ].flatMap(({ text, ...place }) =>
    [
      ...text.matchAll(
        /(?<=[a-z] )(?!os (?:trigonum|calcis|peroneum|odontoideum|acromiale|pubis))[a-z]{2}(?= [a-z])|\b(\w{2,}) \1(?= [a-z])/g,
      ),
    ]
      .filter(({ 0: word }) => !shortWords.has(word))
      .map(
        (match): Finding => ({
          code: 'typing-error',
          severity: 'note',
          ...place,
          message: `"${match[0]}" looks like a typing error`,
          span: { start: match.index, end: match.index + match[0].length },
          quote: match[0],
        }),
      ),
  )

const shortWords = new Set(
  (
    'ad ah am an as at be by cc cm co cs de do dr ed eg en et ex ft go gm he hr id ie if in is it ' +
    'kg km la lb le lt ma mc me mg ml mm mo ms mv my nd no of oh ok on op or oz pm po pr pt qd re ' +
    'rd rt rx so st th to up us vs we wk yr'
  )
    .split(' ')
    .concat('that that', 'had had'),
)
