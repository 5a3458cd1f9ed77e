import type { CommandOf } from './command.ts'
import { type Decision, decided, no, said } from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * The organization hands the case to an office or a case manager, in any status: who answers for
 * it is the organization's own affair and changes nothing in the review.
 */
export function placeCase(command: CommandOf<'PlaceCase'>, state: CaseState): Decision {
  const office = command.office === undefined ? state.office : tidy(command.office)
  const caseManager = command.caseManager === undefined ? state.caseManager : command.caseManager
  return decided(
    [
      state.status === 'none' ? no('no-application', 'the case has no application') : null,
      office === null ? null : said(office, 'office'),
      office === state.office && caseManager === state.caseManager
        ? no('placed-already', 'the case is with that office and case manager')
        : null,
    ],
    () => [{ type: 'CasePlaced', office, caseManager }],
  )
}

/** One office is not two because of a blank. */
function tidy(office: string | null): string | null {
  return office === null ? null : office.trim().replaceAll(/\s+/g, ' ')
}
