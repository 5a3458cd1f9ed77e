import type { CaseState, ServedRecipient } from '#case'
import type { IssuedDetermination } from '#determination'
import { isNonEmpty, ok, type PlainDate, pacificDateOf, type Result } from '#foundation'
import type { ArtifactReference } from '#integrity'
import { composeProofOfService, recipientsOf } from '#letters'
import { type Acted, actOn } from './act-on.ts'
import { getJson } from './artifacts.ts'
import { certifyClocks } from './certify-clocks.ts'
import { composeLetterOf } from './compose-letter.ts'
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
    const letter = await letterOfLaterDay(deps, state, pacificDateOf(act.at))
    if (!letter.ok) return letter
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
        ...(letter.value ? { letter: letter.value } : {}),
        certificates: certificates.value,
      },
    ])
  })
}

/**
 * The letter was printed when it was issued, and its days count from then. Served on a later day,
 * it is printed anew with that day, so that the letter and the certified clocks say the same.
 */
async function letterOfLaterDay(
  deps: Deps,
  state: CaseState,
  servedOn: PlainDate,
): Promise<Result<ArtifactReference | null>> {
  if (!state.determination || state.issuedOn === null || servedOn <= state.issuedOn) return ok(null)
  const issued = await getJson<IssuedDetermination>(deps.artifacts, state.determination)
  const letter = composeLetterOf(deps, state, { determination: issued.determination, servedOn })
  if (!letter.ok) return letter
  const printed = await deps.printer.printServedLetter(letter.value)
  return ok(await deps.artifacts.put(printed, 'served-letter', 'application/pdf'))
}
