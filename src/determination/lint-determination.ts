import type { Determination } from './determination.ts'
import type { Finding, LintContext, LintRule } from './finding.ts'
import {
  lintJoinedRegions,
  lintLevel,
  lintOtherRegion,
  lintRequestWithoutComplaint,
  lintSide,
} from './lint-body.ts'
import {
  lintAmbiguousCitation,
  lintClaimsAdministratorRegion,
  lintHierarchyReason,
  lintMissingChapter,
  lintMissingCitation,
  lintOtherServiceSection,
  lintPagesDiffer,
  lintRepeatedCitation,
  lintUnscholarlySource,
  lintWrongRegionCitation,
} from './lint-citations.ts'
import {
  lintContradictedDecision,
  lintMissingConclusion,
  lintMixedConclusion,
  lintOtherRequest,
} from './lint-conclusion.ts'
import { lintContingent, lintContingentOrder } from './lint-contingent.ts'
import {
  lintDateOrder,
  lintFutureDates,
  lintImpossibleDates,
  lintInjuryDate,
  lintReviewDate,
} from './lint-dates.ts'
import { lintAge, lintSex } from './lint-person.ts'
import { lintRemainder, lintWithinLimit } from './lint-quantities.ts'
import { lintQuotations } from './lint-quotations.ts'
import {
  lintCopiedReview,
  lintCopiedSummary,
  lintGarbled,
  lintMissingParts,
  lintRepeatedSentence,
  lintTypingErrors,
  lintUnspecifiedPart,
} from './lint-text.ts'
import { lintUndocumented } from './lint-undocumented.ts'

const rules: readonly LintRule[] = [
  lintMissingParts,
  lintDateOrder,
  lintImpossibleDates,
  lintFutureDates,
  lintInjuryDate,
  lintReviewDate,
  lintAge,
  lintSex,
  lintCopiedReview,
  lintContradictedDecision,
  lintOtherRequest,
  lintMixedConclusion,
  lintMissingConclusion,
  lintContingent,
  lintContingentOrder,
  lintMissingCitation,
  lintMissingChapter,
  lintWrongRegionCitation,
  lintClaimsAdministratorRegion,
  lintOtherServiceSection,
  lintAmbiguousCitation,
  lintHierarchyReason,
  lintUnscholarlySource,
  lintPagesDiffer,
  lintRepeatedCitation,
  lintQuotations,
  lintSide,
  lintLevel,
  lintJoinedRegions,
  lintOtherRegion,
  lintRequestWithoutComplaint,
  lintRemainder,
  lintWithinLimit,
  lintUndocumented,
  lintUnspecifiedPart,
  lintRepeatedSentence,
  lintCopiedSummary,
  lintGarbled,
  lintTypingErrors,
]

const weight = { blocking: 0, warning: 1, note: 2 } as const

/**
 * Looks for defects in a determination, ours or another's: see the files `lint-*.ts`. The gravest
 * come first, then in the order of the letter. Finds what can be seen from the letter itself and
 * the context given; it never judges whether a treatment is necessary.
 */
export function lintDetermination(
  determination: Determination,
  context: LintContext = {},
): readonly Finding[] {
  return rules
    .flatMap((rule) => rule(determination, context))
    .toSorted(
      (first, second) =>
        weight[first.severity] - weight[second.severity] ||
        (first.issue ?? 0) - (second.issue ?? 0),
    )
}
