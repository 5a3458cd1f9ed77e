import type { ServedRecipient } from '#case'
import { isNonEmpty, ok, type Result, refuse } from '#foundation'
import type { Application, PartyRole } from '#intake'
import { recipientsOf } from '#letters'
import { proceedingsRefusals } from './refusals.ts'

/** A party, and the way in which something goes to it. */
export type ChosenRecipient = {
  readonly role: PartyRole
  readonly method: ServedRecipient['method']
}

/**
 * The parties chosen, with name and address as the application has them: nothing goes to an address
 * that somebody types in. Refusal: `recipient-not-a-party`.
 */
export function chooseRecipients(
  application: Application | null,
  chosen: readonly ChosenRecipient[],
): Result<readonly ServedRecipient[]> {
  const parties = application ? recipientsOf(application) : []
  const strangers = chosen.flatMap(({ role }, index) =>
    parties.some((party) => party.role === role)
      ? []
      : [
          refuse(
            proceedingsRefusals,
            'recipient-not-a-party',
            `the application names no address of the ${role.replaceAll('-', ' ')}`,
            `recipients[${index}].role`,
          ),
        ],
  )
  if (isNonEmpty(strangers)) return { ok: false, refusals: strangers }
  return ok(
    parties.flatMap((party) => {
      const choice = chosen.find(({ role }) => role === party.role)
      return choice ? [{ ...party, method: choice.method }] : []
    }),
  )
}
