import type { CaseView } from '~/case/case-context.ts'
import { type PartyRole, partyWords } from '~/ui/words.ts'

/** The parties that the application names and that can be written to. */
export function partiesOf(application: CaseView['application']): readonly PartyRole[] {
  return [
    'employee',
    ...(application.representative ? (['representative'] as const) : []),
    'requesting-physician',
    'claims-administrator',
  ]
}

/** The same as choices of a field. */
export function partyChoices(
  application: CaseView['application'],
): readonly (readonly [PartyRole, string])[] {
  return partiesOf(application).map((role) => [role, partyWords[role]] as const)
}
