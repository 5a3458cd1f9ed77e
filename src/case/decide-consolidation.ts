import { isNonEmpty, pacificDateOf, type Refusal } from '#foundation'
import { type Application, type DisputedTreatment, employeeKeyOf, physicianKeyOf } from '#intake'
import { stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import { type Decision, decided, inStatus, no, said } from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * Another eligible application joins this review (8 CCR 9792.10.4(a)): same employee, same
 * requesting physician, same date of injury. Its treatments get the next ids here; what is in
 * dispute here already is not taken in twice.
 */
export function takeInApplication(
  command: CommandOf<'TakeInApplication'>,
  state: CaseState,
): Decision {
  const { application, caseId, caseNumber } = command
  const treatments = state.application ? renumbered(application, state.application) : []
  return decided(
    [
      inStatus(
        state,
        'eligible',
        'records-open',
        'records-overdue',
        'records-complete',
        'reviewer-selected',
        'in-review',
      ),
      said(caseNumber, 'caseNumber'),
      state.application ? mismatch(state.application, application) : null,
      caseNumber === state.caseNumber
        ? no('not-to-consolidate', 'a review does not join itself', 'caseNumber')
        : null,
      state.takenIn.some((one) => one.caseNumber === caseNumber)
        ? no('not-to-consolidate', `${caseNumber} has joined already`, 'caseNumber')
        : null,
      state.application && treatments.length === 0
        ? no('not-to-consolidate', 'every treatment of it is in dispute here already')
        : null,
    ],
    () =>
      isNonEmpty(treatments)
        ? [
            {
              type: 'ApplicationTakenIn',
              fromCaseId: caseId,
              fromCaseNumber: caseNumber,
              treatments,
              takenInOn: pacificDateOf(command.at),
            },
          ]
        : [],
  )
}

/** This review goes on in another one; its clocks stop. */
export function consolidateInto(command: CommandOf<'ConsolidateInto'>, state: CaseState): Decision {
  const { caseId, caseNumber } = command
  const consolidatedOn = pacificDateOf(command.at)
  return decided(
    [
      inStatus(state, 'eligible', 'records-open', 'records-overdue', 'records-complete'),
      said(caseId, 'caseId'),
      caseNumber === state.caseNumber
        ? no('not-to-consolidate', 'a review does not join itself', 'caseNumber')
        : null,
      state.takenIn.length > 0
        ? no('not-to-consolidate', 'other reviews have joined this one; it is the one that goes on')
        : null,
    ],
    () => [
      { type: 'ConsolidatedInto', caseId, caseNumber, consolidatedOn },
      ...stopClocks(state, () => true, consolidatedOn),
    ],
  )
}

function mismatch(here: Application, there: Application): readonly Refusal[] {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['employee', employeeKeyOf(here), employeeKeyOf(there)],
    ['requesting physician', physicianKeyOf(here), physicianKeyOf(there)],
    ['date of injury', here.dateOfInjury, there.dateOfInjury],
    ['program', here.program, there.program],
  ]
  return pairs
    .filter(([, one, other]) => one !== other)
    .map(([what]) => no('not-to-consolidate', `the ${what} is another one`, 'application'))
}

/** The treatments that are new here, with ids that are free here. */
function renumbered(there: Application, here: Application): readonly DisputedTreatment[] {
  const added = there.disputedTreatments.filter(
    (treatment) => !here.disputedTreatments.some((known) => same(known, treatment)),
  )
  const ids = new Map<string, string>()
  for (const treatment of there.disputedTreatments) {
    const known = here.disputedTreatments.find((other) => same(other, treatment))
    ids.set(
      treatment.id,
      known?.id ?? `t${here.disputedTreatments.length + added.indexOf(treatment) + 1}`,
    )
  }
  return added.map(({ associatedWith, ...treatment }) => {
    const parent = associatedWith === undefined ? undefined : ids.get(associatedWith)
    return {
      ...treatment,
      id: ids.get(treatment.id) ?? treatment.id,
      ...(parent === undefined ? {} : { associatedWith: parent }),
    }
  })
}

function same(one: DisputedTreatment, other: DisputedTreatment): boolean {
  const key = (treatment: DisputedTreatment): string =>
    [
      treatment.treatment.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' '),
      treatment.side ?? '',
      ...(treatment.levels ?? []),
      ...(treatment.datesOfService ?? []),
    ].join('|')
  return key(one) === key(other)
}
