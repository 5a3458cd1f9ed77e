import type { CaseEvent, RecordedEvent, ServedRecipient } from '#case'
import { ok, type PlainDate, pacificDateOf, type Result, refuse, refused } from '#foundation'
import type { PartyRole } from '#intake'
import type { ArtifactReference } from '#integrity'
import { noticeTemplates } from '#letters'
import { loadEvents } from './act-on.ts'
import { getBytes } from './artifacts.ts'
import type { Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'

/** Something that went out to the parties or came in from one of them. */
export type Correspondence = {
  /** The event that it belongs to. */
  readonly version: number
  readonly on: PlainDate
  readonly way: 'sent' | 'received'
  readonly title: string
  /** What it says, where that is short. */
  readonly says?: string
  readonly to: readonly ServedRecipient[]
  readonly from?: PartyRole
  /** The papers that `readPaper` gives, in order: the notice, the letter, its proof of service. */
  readonly papers: readonly string[]
  /** The received file, read under Documents. */
  readonly documentId?: string
  /** The receipt, printed by its number. */
  readonly receiptId?: string
}

/** Every document of ours that went out and everything that came in, in order. */
export async function listCorrespondence(
  deps: Deps,
  caseId: string,
): Promise<Result<readonly Correspondence[]>> {
  const events = await loadEvents(deps, caseId)
  if (!events.ok) return events
  return ok(events.value.flatMap((event, at) => letterOf(event, events.value.slice(0, at)) ?? []))
}

/** A paper of the correspondence as a PDF. Refusal: `not-there-yet`. */
export async function readPaper(
  deps: Deps,
  caseId: string,
  version: number,
  paper: number,
): Promise<Result<Uint8Array>> {
  const events = await loadEvents(deps, caseId)
  if (!events.ok) return events
  const at = events.value.findIndex((each) => each.version === version)
  const event = events.value[at]?.event
  const found = event ? papersOf(event, events.value.slice(0, at))[paper - 1] : undefined
  return found
    ? ok(await getBytes(deps.artifacts, found.artifact))
    : refused(
        refuse(
          proceedingsRefusals,
          'not-there-yet',
          `step ${version} of the case has no paper ${paper}`,
          'params.version',
        ),
      )
}

function letterOf(
  { version, at, event }: RecordedEvent,
  before: readonly RecordedEvent[],
): Correspondence | null {
  const papers = papersOf(event, before).map(({ title }) => title)
  const sent = (
    on: PlainDate,
    title: string,
    to: readonly ServedRecipient[],
    says?: string,
  ): Correspondence => ({
    version,
    on,
    way: 'sent',
    title,
    to,
    papers,
    ...(says === undefined ? {} : { says }),
  })
  const came = (
    on: PlainDate,
    title: string,
    from: PartyRole | undefined,
    says?: string,
    documentId?: string,
  ): Correspondence => ({
    version,
    on,
    way: 'received',
    title,
    to: [],
    papers,
    ...(from === undefined ? {} : { from }),
    ...(says === undefined ? {} : { says }),
    ...(documentId === undefined ? {} : { documentId }),
  })
  switch (event.type) {
    case 'ApplicationReceived':
      return came(event.application.receivedOn, 'Application for review', 'employee')
    case 'ApplicationAmended':
      return came(event.amendedOn, 'Change of the application', undefined, event.reason)
    case 'InformationAnswered':
      return came(event.answeredOn, 'Answer to our request', event.from, event.answer)
    case 'EligibilityFindingReceived':
      return came(event.receivedOn, 'Finding of eligibility', 'administrative-director')
    case 'LiabilityResolved':
      return came(
        event.noticeServedOn,
        'Notice that the dispute over liability is resolved',
        'claims-administrator',
        event.reason,
      )
    case 'ReviewReopened':
      return came(event.reopenedOn, 'Request to take the review up again', 'employee', event.reason)
    case 'RecordReceived':
      return came(
        event.receivedOn,
        event.fileName,
        event.from,
        [
          event.pages === null ? '' : `${event.pages} pages`,
          event.foundOn === undefined ? '' : `found on ${event.foundOn}`,
        ]
          .filter((words) => words !== '')
          .join(', '),
        event.documentId,
      )
    case 'AppealFiled':
      return came(event.filedOn, 'Petition against the determination', undefined)
    case 'EligibilityFindingServed':
      return sent(event.servedOn, 'Finding that the review is not opened', event.recipients)
    case 'NoticeSent':
      return sent(event.sentOn, titleOf(event.template), event.recipients)
    case 'ReviewAssigned':
      return sent(
        event.assignedOn,
        'Notice of assignment',
        [],
        `To every party by ${event.noticeMethod === 'mail' ? 'mail' : 'electronic service'}`,
      )
    case 'ReceiptGiven':
      return {
        ...sent(
          pacificDateOf(at),
          'Receipt of files',
          [],
          [
            `To: ${event.from.replaceAll('-', ' ')}`,
            `${event.received} received`,
            ...(event.alreadyThere > 0 ? [`${event.alreadyThere} already there`] : []),
            ...(event.refused > 0 ? [`${event.refused} refused`] : []),
          ].join(', '),
        ),
        receiptId: event.receiptId,
      }
    case 'DeterminationServed':
      return sent(event.servedOn, 'Final determination letter', event.recipients)
    default:
      return null
  }
}

type Paper = { readonly title: string; readonly artifact: Pick<ArtifactReference, 'sha256'> }

function papersOf(event: CaseEvent, before: readonly RecordedEvent[]): readonly Paper[] {
  switch (event.type) {
    case 'ReviewAssigned':
    case 'NoticeSent':
    case 'EligibilityFindingServed':
      return [{ title: 'The notice', artifact: event.notice }]
    case 'DeterminationServed': {
      const issued = before.findLast((one) => one.event.type === 'DeterminationIssued')?.event
      const letter =
        event.letter ?? (issued?.type === 'DeterminationIssued' ? issued.servedLetter : null)
      return [
        ...(letter ? [{ title: 'The letter', artifact: letter }] : []),
        { title: 'Proof of service', artifact: event.proof },
      ]
    }
    default:
      return []
  }
}

function titleOf(template: string): string {
  return noticeTemplates.find(({ id }) => id === template)?.title ?? template.replaceAll('-', ' ')
}
