import type { LintRule } from './finding.ts'
import { findRegions, regionsOf } from './regions-in-text.ts'

/** The rationale argues from another part of the body, and never names the request's. */
export const lintOtherRegion: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment, rationale }, index) => {
    const own = regionsOf(treatment)
    const mentions = findRegions(rationale)
    const first = mentions[0]
    if (own.length === 0 || !first) return []
    if (mentions.some(({ region }) => own.includes(region))) return []
    // Arms and legs are where the neck and the low back are felt.
    if (/\b(?:extremit|radicul|spin(?:e|al)\b|back pain)/i.test(rationale)) return []
    return [
      {
        code: 'rationale-other-region',
        severity: 'warning',
        issue: index + 1,
        part: 'rationale',
        message: `the request is for the ${own.join(', ')}, the rationale speaks only of the ${[...new Set(mentions.map(({ region }) => region))].join(', ')}`,
        span: first.span,
        quote: first.text,
      } as const,
    ]
  })
