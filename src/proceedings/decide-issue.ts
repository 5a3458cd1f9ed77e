import type { Result } from '#foundation'
import { ok } from '#foundation'
import { parseGuideline } from '#guidelines'
import { type Acted, actOn } from './act-on.ts'
import type { Act, Deps } from './deps.ts'
import { prepareRecord } from './prepare-review.ts'
import { type NamedSource, resolveSources } from './resolve-sources.ts'

/** What the physician decides for one disputed treatment, with reasons. */
export type NamedDecision = {
  readonly treatmentId: string
  readonly decision: 'upheld' | 'overturned'
  /** What the reviewer cites, in the words of the letter. */
  readonly guideline: string
  readonly rationale: string
  /** Needed where nothing is cited for a treatment that stands by itself. */
  readonly noGuidelineBecause?: string
  readonly sources: readonly NamedSource[]
}

/**
 * The physician decides one disputed treatment (LC 4610.6). Every source is proved against the
 * record first; the room `case` lets nobody decide but the attested reviewer.
 */
export async function decideIssue(
  deps: Deps,
  act: Act,
  caseId: string,
  decision: NamedDecision,
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const sources = resolveSources(decision.sources, await prepareRecord(deps, caseId))
    if (!sources.ok) return sources
    const treatment = state.application?.disputedTreatments.find(
      ({ id }) => id === decision.treatmentId,
    )
    return ok([
      {
        type: 'DecideIssue',
        issue: {
          treatmentId: decision.treatmentId,
          decision: decision.decision,
          claimsAdministratorGuideline: parseGuideline(
            treatment?.claimsAdministratorGuideline ?? '',
          ),
          reviewOrganizationGuideline: parseGuideline(decision.guideline),
          rationale: decision.rationale,
          sources: sources.value,
          ...(decision.noGuidelineBecause === undefined
            ? {}
            : { noGuidelineBecause: decision.noGuidelineBecause }),
        },
      },
    ])
  })
}
