import { composeAssignmentNotice } from '#case'
import { ok, pacificDateOf, type Result } from '#foundation'
import { composeAssignmentLetter } from '#letters'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'

/**
 * Opens the review and tells the parties who must send what by when (8 CCR 9792.10.4): the notice
 * is a document, its days come from certified clocks.
 */
export async function assignReview(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly noticeMethod: 'mail' | 'electronic' },
): Promise<Result<Acted>> {
  const { noticeMethod } = request
  return actOn(deps, act, caseId, async (state) => {
    const certificates = await certifyClocks(
      deps,
      act,
      { type: 'AssignReview', noticeMethod },
      state,
    )
    if (!certificates.ok) return certificates
    const { application, caseNumber } = state
    if (!application || caseNumber === null) return ok([])
    const notice = composeAssignmentNotice(
      application,
      caseNumber,
      pacificDateOf(act.at),
      noticeMethod,
      Object.values(certificates.value).map(({ deadline }) => deadline),
    )
    const letter = await deps.printer.printNotice(
      composeAssignmentLetter({ notice, application, caseNumber, organization: deps.organization }),
    )
    return ok([
      {
        type: 'AssignReview',
        noticeMethod,
        notice: await deps.artifacts.put(letter, 'assignment-notice', 'application/pdf'),
        certificates: certificates.value,
      },
    ])
  })
}
