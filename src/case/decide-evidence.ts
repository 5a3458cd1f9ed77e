import type { CommandOf } from './command.ts'
import { openTreatments } from './evolve.ts'
import { byAttestedReviewer, type Decision, decided, inStatus, no, ofKind, said } from './guards.ts'
import type { CaseState } from './state.ts'

const whileReviewing = ['records-complete', 'reviewer-selected', 'in-review', 'remanded'] as const

/** Statements were found in the record: proposals, from a complete file. */
export function recordFacts(command: CommandOf<'RecordFacts'>, state: CaseState): Decision {
  const { facts, count, finder } = command
  return decided(
    [inStatus(state, ...whileReviewing), ofKind(facts, 'facts', 'facts'), said(finder, 'finder')],
    () => [{ type: 'FactsFound', facts, count, finder }],
  )
}

/** The physician's word on the proposals. */
export function reviewFacts(command: CommandOf<'ReviewFacts'>, state: CaseState): Decision {
  const { confirmed, rejected } = command
  const both = confirmed.filter((id) => rejected.includes(id))
  return decided(
    [
      byAttestedReviewer(command, state),
      inStatus(state, 'in-review'),
      state.factsFound ? null : no('facts-before-criteria', 'no facts have been found yet'),
      both.length > 0 ? no('fact-both-ways', `confirmed and rejected: ${both.join(', ')}`) : null,
      confirmed.length + rejected.length === 0
        ? no('text-missing', 'no fact is confirmed or rejected')
        : null,
    ],
    () => [{ type: 'FactsReviewed', confirmed, rejected }],
  )
}

/** A guideline's criteria applied to the facts: a suggestion, for a treatment in dispute. */
export function recordAssessment(
  command: CommandOf<'RecordAssessment'>,
  state: CaseState,
): Decision {
  const { treatmentId, pack, packSha256, result, assessment } = command
  return decided(
    [
      inStatus(state, ...whileReviewing),
      state.factsFound ? null : no('facts-before-criteria', 'no facts have been found yet'),
      openTreatments(state).some((treatment) => treatment.id === treatmentId)
        ? null
        : no('treatment-not-in-dispute', `"${treatmentId}" is not in dispute`, 'treatmentId'),
      ofKind(assessment, 'assessment', 'assessment'),
    ],
    () => [{ type: 'CriteriaAssessed', treatmentId, pack, packSha256, result, assessment }],
  )
}
