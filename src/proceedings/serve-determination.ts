import type { ServedRecipient } from '#case'
import { isNonEmpty, ok, pacificDateOf, type Result } from '#foundation'
import { composeProofOfService, recipientsOf } from '#letters'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'

/**
 * Sends the issued letter to the parties and keeps the proof of service; the clocks of
 * authorization, payment and appeal start (8 CCR 9792.10.7, 10575). Without recipients named, every
 * party gets it by mail.
 */
export async function serveDetermination(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly recipients?: readonly ServedRecipient[] } = {},
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const recipients =
      request.recipients ?? (state.application ? recipientsOf(state.application) : [])
    const certificates = await certifyClocks(
      deps,
      act,
      { type: 'ServeDetermination', recipients },
      state,
    )
    if (!certificates.ok) return certificates
    const proof = await deps.printer.printNotice(
      composeProofOfService({
        caseNumber: state.caseNumber ?? '',
        organization: deps.organization,
        documents: ['Final Determination Letter with the list of documents reviewed'],
        recipients: isNonEmpty(recipients) ? recipients : [],
        servedOn: pacificDateOf(act.at),
      }),
    )
    return ok([
      {
        type: 'ServeDetermination',
        recipients,
        proof: await deps.artifacts.put(proof, 'proof-of-service', 'application/pdf'),
        certificates: certificates.value,
      },
    ])
  })
}
