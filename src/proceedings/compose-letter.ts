import { type CaseState, foldEvents } from '#case'
import type { Determination, IssuedDetermination } from '#determination'
import { type PlainDate, type Refusal, type Result, refuse, refused } from '#foundation'
import {
  composeServedLetter,
  type ReadLetter,
  readLetterText,
  recipientsOf,
  type ServedLetter,
} from '#letters'
import { liesIn } from '#records'
import { getBytes, getJson } from './artifacts.ts'
import type { Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'

/**
 * The served letter of an issued determination once more, for other formats than the PDF that was
 * kept: composed from the case as it stood when the reviewer signed, so that it says the same.
 * Refusals: `case-unknown`, `not-there-yet` before a determination is issued.
 */
export async function composeLetter(deps: Deps, caseId: string): Promise<Result<ServedLetter>> {
  const events = await deps.cases.load(caseId)
  const at = events.findLastIndex(({ event }) => event.type === 'DeterminationIssued')
  const issuing = events[at]?.event
  if (issuing?.type !== 'DeterminationIssued') {
    return refused(
      events.length === 0
        ? unknownCase(caseId)
        : refuse(proceedingsRefusals, 'not-there-yet', 'no determination has been issued'),
    )
  }
  const served = events.slice(at).find(({ event }) => event.type === 'DeterminationServed')?.event
  const issued = await getJson<IssuedDetermination>(deps.artifacts, issuing.determination)
  return composeLetterOf(deps, foldEvents(events.slice(0, at)), {
    determination: issued.determination,
    servedOn: served?.type === 'DeterminationServed' ? served.servedOn : issuing.issuedOn,
  })
}

/**
 * The published determination as data, read from the public text that was kept: what was released
 * and nothing else, so that no other format of it can say more. Refusals: `case-unknown`,
 * `not-there-yet` before publication.
 */
export async function recallPublished(deps: Deps, caseId: string): Promise<Result<ReadLetter>> {
  const events = await deps.cases.load(caseId)
  const published = events.findLast(({ event }) => event.type === 'DeterminationPublished')?.event
  if (published?.type !== 'DeterminationPublished') {
    return refused(
      events.length === 0
        ? unknownCase(caseId)
        : refuse(proceedingsRefusals, 'not-there-yet', 'the determination is not published'),
    )
  }
  const text = new TextDecoder().decode(await getBytes(deps.artifacts, published.text))
  return readLetterText(text, { file: 'public-letter.txt' })
}

function unknownCase(caseId: string): Refusal {
  return refuse(proceedingsRefusals, 'case-unknown', `there is no case "${caseId}"`, 'caseId')
}

/** The served letter of a determination in a case. Refuses what the deadlines refuse. */
export function composeLetterOf(
  deps: Pick<Deps, 'organization'>,
  state: CaseState,
  letter: { readonly determination: Determination; readonly servedOn: PlainDate },
): Result<ServedLetter> {
  const { application } = state
  if (!application) throw new TypeError('a case with an attested reviewer has an application')
  return composeServedLetter({
    determination: letter.determination,
    application,
    documentsReviewed: state.listedDocuments.map((document) => ({
      ...document,
      fileName:
        state.records.find((file) =>
          liesIn(document.fileId ?? document.documentId, file.documentId),
        )?.fileName ?? '',
    })),
    recipients: recipientsOf(application),
    servedOn: letter.servedOn,
    organization: deps.organization,
  })
}
