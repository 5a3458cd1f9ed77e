import type { Determination } from './determination.ts'
import type { Finding, LintContext, LintRule } from './finding.ts'
import { lintAge } from './lint-age-contradiction.ts'
import { lintBoilerplate } from './lint-boilerplate-share.ts'
import { lintMissingChapter } from './lint-chapter-missing.ts'
import { lintAmbiguousCitation } from './lint-citation-ambiguous.ts'
import { lintMissingCitation } from './lint-citation-missing.ts'
import { lintRepeatedCitation } from './lint-citation-repeated.ts'
import { lintClaimsAdministratorRegion } from './lint-claims-administrator-wrong-region.ts'
import { lintMissingConclusion } from './lint-conclusion-missing.ts'
import { lintOtherRequest } from './lint-conclusion-names-other-region.ts'
import { lintOtherService } from './lint-conclusion-names-other-service.ts'
import { lintContingentOrder } from './lint-contingent-before-surgery.ts'
import { lintContingent } from './lint-contingent-contradicts-surgery.ts'
import { lintCopiedSummary } from './lint-copied-from-summary.ts'
import { lintFutureDates } from './lint-date-after-decision.ts'
import { lintImpossibleDates } from './lint-date-impossible.ts'
import { lintDateOrder } from './lint-date-order.ts'
import { lintContradictedDecision } from './lint-decision-contradicts-rationale.ts'
import { lintEdition } from './lint-edition-not-in-force.ts'
import { lintHierarchyReason } from './lint-hierarchy-reason-missing.ts'
import { lintInjuryDate } from './lint-injury-date-differs.ts'
import { lintJoinedRegions } from './lint-joined-body-parts.ts'
import { lintLevel } from './lint-level-mismatch.ts'
import { lintGarbled } from './lint-list-garbled.ts'
import { lintMixedConclusion } from './lint-mixed-conclusion.ts'
import { lintPagesDiffer } from './lint-pages-differ.ts'
import { lintPagesOutsideChapter } from './lint-pages-outside-chapter.ts'
import { lintMissingParts } from './lint-part-missing.ts'
import { lintQuotations } from './lint-quotation-differs.ts'
import { lintOtherRegion } from './lint-rationale-other-region.ts'
import { lintUnspecifiedPart } from './lint-record-unspecified.ts'
import { lintRemainder } from './lint-remainder-does-not-add-up.ts'
import { lintWithinLimit } from './lint-request-within-quoted-limit.ts'
import { lintRequestWithoutComplaint } from './lint-request-without-complaint.ts'
import { lintCopiedReview } from './lint-review-copied-as-summary.ts'
import { lintReviewDate } from './lint-review-date-differs.ts'
import { lintOtherServiceSection } from './lint-section-of-other-service.ts'
import { lintRepeatedSentence } from './lint-sentence-repeated.ts'
import { lintSex } from './lint-sex-contradiction.ts'
import { lintSide } from './lint-side-mismatch.ts'
import { lintSideInSummary } from './lint-side-not-in-summary.ts'
import { lintUnscholarlySource } from './lint-source-not-scholarly.ts'
import { lintTypingErrors } from './lint-typing-error.ts'
import { lintUndocumented } from './lint-undocumented-but-in-summary.ts'
import { lintWrongRegionCitation } from './lint-wrong-region-citation.ts'

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
  lintOtherService,
  lintMixedConclusion,
  lintMissingConclusion,
  lintContingent,
  lintContingentOrder,
  lintMissingCitation,
  lintMissingChapter,
  lintEdition,
  lintWrongRegionCitation,
  lintClaimsAdministratorRegion,
  lintOtherServiceSection,
  lintAmbiguousCitation,
  lintHierarchyReason,
  lintUnscholarlySource,
  lintPagesDiffer,
  lintPagesOutsideChapter,
  lintRepeatedCitation,
  lintQuotations,
  lintSide,
  lintSideInSummary,
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
  lintBoilerplate,
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
