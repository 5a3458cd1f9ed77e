import { type CaseState, type DecidedIssue, openTreatments, outcomeOf } from '#case'
import { isNonEmpty, ok, type PlainDate, type Refusal, type Result, refuse } from '#foundation'
import type { DisputedTreatment } from '#intake'
import type { Determination, Issue } from './determination.ts'
import { headingOf } from './heading.ts'
import { determinationRefusals } from './refusals.ts'

/**
 * The determination as the case now stands: header, credentials, summary, and one issue for each
 * treatment in dispute in the order of the application. Nothing is made up: what is missing is
 * refused, all of it at once. `decidedOn` is the day of issue; without it the decision date stays
 * null, as in a draft.
 *
 * Refusals: `determination-incomplete`, `treatment-undecided`, `treatment-not-in-dispute`.
 * Authority: Labor Code 4610.6(d) and (e); 8 CCR 9792.10.6(d).
 */
export function composeDetermination(request: {
  readonly state: CaseState
  readonly decidedOn?: PlainDate
}): Result<Determination> {
  const { state } = request
  const { application, attestation, caseSummary } = state
  const treatments = openTreatments(state)
  const issues = treatments.flatMap((treatment) => {
    const decided = state.issues.find(({ treatmentId }) => treatmentId === treatment.id)
    return decided ? [composeIssue(treatment, decided)] : []
  })
  const refusals = refuseGaps(state, treatments)
  if (isNonEmpty(refusals)) return { ok: false, refusals }
  if (!application || !attestation || caseSummary === null || !isNonEmpty(issues)) {
    throw new TypeError('refused above')
  }
  return ok({
    caseNumber: state.caseNumber,
    priority: state.priority,
    dateAssigned: state.assignedOn,
    dateOfInjury: application.dateOfInjury,
    decisionDate: request.decidedOn ?? state.issuedOn,
    urDenialDate: application.utilizationReview?.decidedOn ?? null,
    applicationReceived: application.receivedOn,
    reviewer: {
      licensure: attestation.credentials.licensure,
      specialties: attestation.credentials.specialties,
    },
    caseSummary,
    issues,
    outcome: outcomeOf(issues),
  })
}

function composeIssue(treatment: DisputedTreatment, decided: DecidedIssue): Issue {
  return {
    treatment: headingOf(treatment),
    decision: decided.decision,
    partial: treatment.partial ?? null,
    associatedSurgicalService: treatment.associatedWith !== undefined,
    retrospective: treatment.retrospective,
    datesOfService: treatment.datesOfService ?? [],
    category: treatment.category ?? null,
    subcategory: treatment.subcategory ?? null,
    bodyRegions: treatment.bodyRegions,
    claimsAdministratorGuideline: decided.claimsAdministratorGuideline,
    reviewOrganizationGuideline: decided.reviewOrganizationGuideline,
    rationale: decided.rationale,
  }
}

function refuseGaps(
  state: CaseState,
  treatments: readonly DisputedTreatment[],
): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (!state.application) refusals.push(incomplete('there is no application', 'application'))
  else if (!state.application.utilizationReview) {
    refusals.push(
      incomplete('the utilization review decision is missing', 'application.utilizationReview'),
    )
  }
  if (!state.attestation) refusals.push(incomplete('no reviewer has attested', 'attestation'))
  if (!state.caseSummary?.trim()) {
    refusals.push(incomplete('the clinical case summary is not written', 'caseSummary'))
  }
  if (state.listedDocuments.length === 0) {
    refusals.push(incomplete('the list of documents reviewed is empty', 'listedDocuments'))
  }
  if (state.application && treatments.length === 0) {
    refusals.push(incomplete('no treatment is in dispute any more', 'disputedTreatments'))
  }
  for (const { id, treatment } of treatments) {
    if (!state.issues.some(({ treatmentId }) => treatmentId === id)) {
      refusals.push(
        refuse(determinationRefusals, 'treatment-undecided', `"${treatment}" is not decided`, id),
      )
    }
  }
  for (const { treatmentId } of state.issues) {
    if (!treatments.some(({ id }) => id === treatmentId)) {
      refusals.push(
        refuse(
          determinationRefusals,
          'treatment-not-in-dispute',
          `${treatmentId} was decided and is not in dispute`,
          treatmentId,
        ),
      )
    }
  }
  return refusals
}

function incomplete(what: string, where: string): Refusal {
  return refuse(determinationRefusals, 'determination-incomplete', what, where)
}
