import type { Finding, LintRule } from './finding.ts'

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
