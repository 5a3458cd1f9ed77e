import type { LintRule } from './finding.ts'
import { regionsOf } from './regions-in-text.ts'

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
