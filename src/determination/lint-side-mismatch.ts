import { concludes } from './conclusion.ts'
import type { LintRule } from './finding.ts'
import { findRegions, type RegionMention } from './regions-in-text.ts'

/**
 * The rationale speaks of the other side than the request and never of the request's. In the
 * conclusion that is plainly wrong; elsewhere it may be history.
 */
export const lintSide: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment, rationale }, index) =>
    sidesOf(treatment).flatMap(({ region, side }) => {
      if (side !== 'left' && side !== 'right') return []
      const conclusion = concludes(rationale)
      const mentions = findRegions(rationale).filter((mention) => mention.region === region)
      const sided = mentions.filter((mention) => mention.side !== undefined)
      const other = sided[0]
      if (
        !other ||
        sided.some((mention) => mention.side === side || mention.side === 'bilateral')
      ) {
        return []
      }
      return [
        {
          code: 'side-mismatch',
          severity:
            conclusion && sided.some(({ span }) => span.start >= conclusion.sentence.span.start)
              ? 'blocking'
              : 'warning',
          issue: index + 1,
          part: 'rationale',
          message: `the request is for the ${side} ${region}, the rationale speaks of the ${other.side}`,
          span: other.span,
          quote: other.text,
        } as const,
      ]
    }),
  )

/** Regions of a heading with their sides, each once. */
function sidesOf(treatment: string): readonly RegionMention[] {
  const mentions = findRegions(treatment)
  return mentions.filter(
    ({ region, side }, at) =>
      mentions.findIndex((first) => first.region === region && first.side === side) === at,
  )
}
