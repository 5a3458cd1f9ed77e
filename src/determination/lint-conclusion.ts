import { concludes } from './conclusion.ts'
import type { LintRule } from './finding.ts'
import { regionsOf } from './regions-in-text.ts'
import { splitSentences } from './sentences.ts'

/** Upheld although the rationale finds it necessary, or overturned although it does not. */
export const lintContradictedDecision: LintRule = ({ issues }) =>
  issues.flatMap(({ decision, rationale }, index) => {
    const conclusion = concludes(rationale)
    const expected = decision === 'upheld' ? 'not-necessary' : 'necessary'
    if (!conclusion || conclusion.says === expected) return []
    const { text, span } = conclusion.sentence
    return [
      {
        code: 'decision-contradicts-rationale',
        severity: 'blocking',
        issue: index + 1,
        part: 'rationale',
        message: `the decision is "${decision}", the rationale concludes otherwise`,
        span,
        quote: text,
      },
    ]
  })

/** No sentence says whether the treatment is medically necessary. */
export const lintMissingConclusion: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale }, index) =>
    rationale.trim() === '' ||
    /\bmedical(?:ly)? (?:necess|appropriate)|certified\b/i.test(rationale)
      ? []
      : [
          {
            code: 'conclusion-missing',
            severity: 'note',
            issue: index + 1,
            part: 'rationale',
            message: 'no sentence says whether the treatment is medically necessary',
          },
        ],
  )

/** "Not medically necessary or fully established": one word decides, two leave a doubt. */
export const lintMixedConclusion: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale }, index) =>
    splitSentences(rationale).flatMap(({ text, span }) => {
      const match = mixed.exec(text)
      if (!match) return []
      const start = span.start + match.index
      return [
        {
          code: 'mixed-conclusion',
          severity: 'warning',
          issue: index + 1,
          part: 'rationale',
          message: 'the conclusion names two standards; say whether it is medically necessary',
          span: { start, end: start + match[0].length },
          quote: match[0],
        } as const,
      ]
    }),
  )

const mixed =
  /\b(?:not )?medically (?:necessary|appropriate)(?:,)? (?:or|and\/or|nor) (?:\w+ )?(?:established|certified|substantiated|proven|documented)\b/i

/** The conclusion speaks of another part of the body than the heading. */
export const lintOtherRequest: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment, rationale }, index) => {
    const conclusion = concludes(rationale)
    const own = regionsOf(treatment)
    const named = conclusion ? regionsOf(conclusion.sentence.text) : []
    if (!conclusion || own.length === 0 || named.length === 0) return []
    if (named.some((region) => own.includes(region))) return []
    const { text, span } = conclusion.sentence
    return [
      {
        code: 'conclusion-names-other-region',
        severity: 'blocking',
        issue: index + 1,
        part: 'rationale',
        message: `the request is for the ${own.join(', ')}, the conclusion speaks of the ${named.join(', ')}`,
        span,
        quote: text,
      },
    ]
  })
