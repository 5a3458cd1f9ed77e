import { datePatterns } from './date-patterns.ts'
import type { DeidentificationProfile, IdentifierPattern } from './identifier-pattern.ts'
import { namePatterns } from './name-patterns.ts'
import { numberPatterns } from './number-patterns.ts'
import { placePatterns } from './place-patterns.ts'

/** What a profile strikes out by its look. */
export function identifierPatternsOf(
  profile: DeidentificationProfile,
): readonly IdentifierPattern[] {
  return [...numberPatterns, ...placePatterns, ...namePatterns, ...datePatterns].filter(
    ({ profiles }) => profiles === undefined || profiles.includes(profile),
  )
}
