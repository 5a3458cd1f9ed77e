import { concludes } from './conclusion.ts'
import type { LintRule } from './finding.ts'
import { findLevels, findRegions, type RegionMention, regionsOf } from './regions-in-text.ts'

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

/** The rationale names spinal levels, and none of the request's. */
export const lintLevel: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment, rationale }, index) => {
    const asked = findLevels(treatment).flatMap(({ level }) => segments(level))
    const said = findLevels(rationale)
    const other = said[0]
    if (asked.length === 0 || !other) return []
    if (said.some(({ level }) => segments(level).some((segment) => asked.includes(segment))))
      return []
    const { start, end } = other.span
    return [
      {
        code: 'level-mismatch',
        severity: 'warning',
        issue: index + 1,
        part: 'rationale',
        message: `the request is for ${[...new Set(asked)].join(', ')}, the rationale speaks of ${other.level}`,
        span: other.span,
        quote: rationale.slice(start, end),
      } as const,
    ]
  })

/** Vertebrae of a level: `L4-5` and `L4-L5` are L4 and L5. */
function segments(level: string): readonly string[] {
  return level.split('-')
}

/** One issue joins imaging of several regions: each is a service of its own. */
export const lintJoinedRegions: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment }, index) => {
    const regions = regionsOf(treatment)
    if (regions.length < 2 || !imaging.test(treatment)) return []
    if (regions.every((region) => arm.has(region))) return []
    return [
      {
        code: 'joined-body-parts',
        severity: 'warning',
        issue: index + 1,
        part: 'treatment',
        message: `one issue joins ${regions.join(' and ')}: decide each for itself`,
        quote: treatment,
      } as const,
    ]
  })

const imaging = /\b(?:MRIs?|magnetic resonance|X-?rays?|radiographs?|CT|computed tomography)\b/i

/** One picture shows them together. */
const arm = new Set<string>(['wrist', 'hand', 'forearm'])

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

/** The summary tells complaints elsewhere and none of the region that the request is for. */
export const lintRequestWithoutComplaint: LintRule = ({ issues, caseSummary }) =>
  issues.flatMap(({ treatment, associatedSurgicalService }, index) => {
    // A pillow for the hip goes with the surgery, not with a complaint.
    if (associatedSurgicalService) return []
    const own = regionsOf(treatment)
    const told = findRegions(caseSummary).filter(
      ({ span }) => !request.test(caseSummary.slice(Math.max(0, span.start - 90), span.start)),
    )
    const first = told[0]
    if (own.length === 0 || !first || told.some(({ region }) => own.includes(region))) return []
    return [
      {
        code: 'request-without-complaint',
        severity: 'note',
        issue: index + 1,
        part: 'case-summary',
        message: `the request is for the ${own.join(', ')}; the summary tells only of the ${[...new Set(told.map(({ region }) => region))].join(', ')}`,
        span: first.span,
        quote: first.text,
      } as const,
    ]
  })

/** What is asked for, and what is said to be missing, is no complaint. */
const request =
  /\b(?:request\w*|certif\w*|denied|denial|utilization review|ordered|imaging for|MRI|magnetic resonance|x-?rays?|no documentation|not documented|no findings)\b(?:(?!due to|because|complain)[^.])*$/i
