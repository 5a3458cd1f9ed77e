import { ok, pacificDateOf } from '#foundation'
import * as steps from '#proceedings'
import { liesIn } from '#records'
import { attestationStatements } from '#reviewers'
import { acted } from './acted.ts'
import { stateOf } from './case-handlers.ts'
import { asFile, type HandlersOf } from './handler.ts'

export const reviewHandlers: HandlersOf<
  | 'listReviewerCandidates'
  | 'getAssignedReviewer'
  | 'selectReviewer'
  | 'releaseReviewer'
  | 'getConflictCertificate'
  | 'listAttestationStatements'
  | 'attestReview'
  | 'getFacts'
  | 'reviewFacts'
  | 'getAssessments'
  | 'writeCaseSummary'
  | 'decideIssue'
  | 'submitDraft'
  | 'getDraft'
  | 'getDraftLetter'
  | 'returnDraft'
  | 'passQuality'
> = {
  async listReviewerCandidates(call, services) {
    const { proceedings } = services
    const on = pacificDateOf(services.now())
    const match = await steps.reviewerCandidates(proceedings, call.row.caseId, on)
    if (!match.ok) return match
    const register = new Map(
      (await proceedings.reviewers.list()).map((each) => [each.reviewerId, each]),
    )
    const candidates = [
      ...match.value.ranked.map((each) => ({ ...each, mayDecide: true })),
      ...match.value.excluded.map((each) => ({ ...each, mayDecide: false, score: null })),
    ].flatMap((candidate) => {
      const reviewer = register.get(candidate.reviewerId)
      if (!reviewer) return []
      const { name, certifications, openCases, capacity } = reviewer
      return {
        ...candidate,
        name: `${name.first} ${name.last}`,
        specialties: certifications.map((certification) => certification.specialty),
        openCases,
        capacity,
      }
    })
    return ok({ rules: match.value.rules, candidates })
  },

  async getAssignedReviewer(call, { proceedings }) {
    const { reviewerId } = call.row
    const reviewer = reviewerId === null ? null : await proceedings.reviewers.get(reviewerId)
    return ok({
      reviewer:
        reviewer === null
          ? null
          : {
              reviewerId: reviewer.reviewerId,
              name: `${reviewer.name.first} ${reviewer.name.last}`,
            },
    })
  },

  async selectReviewer(call, { proceedings }) {
    return acted(await steps.selectReviewer(proceedings, call.act(), call.row.caseId, call.body))
  },

  async releaseReviewer(call, { proceedings }) {
    return acted(await steps.releaseReviewer(proceedings, call.act(), call.row.caseId, call.body))
  },

  async getConflictCertificate(call, { proceedings }) {
    const printed = await steps.printConflictCertificate(proceedings, call.row.caseId)
    return asFile(printed, `${call.row.caseNumber}-conflict-check.pdf`)
  },

  async listAttestationStatements() {
    return ok({
      statements: Object.entries(attestationStatements).map(([id, sentence]) => ({ id, sentence })),
    })
  },

  async attestReview(call, { proceedings }) {
    return acted(await steps.attestReview(proceedings, call.act(), call.row.caseId, call.body))
  },

  async getFacts(call, services) {
    const found = await steps.readFacts(services.proceedings, call.row.caseId)
    if (!found.ok) return found
    const { factsConfirmed, factsRejected } = await stateOf(services, call.row.caseId)
    const reviewOf = (factId: string): 'confirmed' | 'rejected' | 'proposed' =>
      factsConfirmed.includes(factId)
        ? 'confirmed'
        : factsRejected.includes(factId)
          ? 'rejected'
          : 'proposed'
    return ok({
      facts: found.value.map((fact) => ({ ...fact, review: reviewOf(fact.factId) })),
    })
  },

  async reviewFacts(call, { proceedings }) {
    return acted(await steps.reviewFacts(proceedings, call.act(), call.row.caseId, call.body))
  },

  async getAssessments(call, { proceedings }) {
    const made = await steps.readAssessments(proceedings, call.row.caseId)
    if (!made.ok) return made
    return ok({ assessments: made.value })
  },

  async writeCaseSummary(call, { proceedings }) {
    return acted(await steps.writeCaseSummary(proceedings, call.act(), call.row.caseId, call.body))
  },

  async decideIssue(call, services) {
    const { records } = await stateOf(services, call.row.caseId)
    const fileOf = (documentId: string): string =>
      records.find((file) => liesIn(documentId, file.documentId))?.documentId ?? documentId
    return acted(
      await steps.decideIssue(services.proceedings, call.act(), call.row.caseId, {
        ...call.body,
        treatmentId: call.params.treatmentId,
        sources: call.body.sources.map((source) =>
          source.kind === 'record' ? { ...source, file: fileOf(source.documentId) } : source,
        ),
      }),
    )
  },

  async submitDraft(call, { proceedings }) {
    return acted(await steps.submitDraft(proceedings, call.act(), call.row.caseId))
  },

  async getDraft(call, services) {
    const today = pacificDateOf(services.now())
    return steps.readDraft(services.proceedings, call.row.caseId, today)
  },

  async getDraftLetter(call, services) {
    const today = pacificDateOf(services.now())
    const printed = await steps.printDraft(services.proceedings, call.row.caseId, today)
    return asFile(printed, `${call.row.caseNumber}-draft.pdf`)
  },

  async returnDraft(call, { proceedings }) {
    return acted(await steps.returnDraft(proceedings, call.act(), call.row.caseId, call.body))
  },

  async passQuality(call, { proceedings }) {
    return acted(await steps.passQuality(proceedings, call.act(), call.row.caseId, call.body))
  },
}
