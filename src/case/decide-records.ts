import { isNonEmpty, pacificDateOf, type Refusal } from '#foundation'
import { isRecordClock, isRequestClock } from './clock-kinds.ts'
import { startClocks, stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { ListedDocument } from './event.ts'
import {
  beforeIssue,
  beforeQuality,
  type Decision,
  decided,
  inStatus,
  no,
  notAfterToday,
  notBefore,
  ofKind,
  said,
} from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * A file of the record, once; also before the assignment and while the reviewer reads. A file that
 * comes while quality reads sends the draft back: what was not looked at cannot be signed.
 */
export function receiveRecord(command: CommandOf<'ReceiveRecord'>, state: CaseState): Decision {
  const { documentId, fileName, from, pages, file, pageTexts, foundOn } = command
  const { receiptId, unpackedFrom } = command
  const receivedOn = command.receivedOn ?? pacificDateOf(command.at)
  return decided(
    [
      inStatus(state, ...beforeIssue),
      said(documentId, 'documentId'),
      said(fileName, 'fileName'),
      ofKind(file, 'record-file', 'file'),
      pageTexts ? ofKind(pageTexts, 'page-texts', 'pageTexts') : null,
      pages === null
        ? null
        : pages >= 1
          ? null
          : no('record-empty', `${fileName} has no page`, 'pages'),
      state.records.some(
        (record) => record.sha256 === file.sha256 || record.documentId === documentId,
      )
        ? no('record-already-received', `${fileName} is in the record already`, 'file')
        : null,
      notAfterToday(receivedOn, command, 'receivedOn'),
      foundOn === undefined ? null : notBefore(receivedOn, foundOn, 'it was found', 'foundOn'),
    ],
    () => [
      {
        type: 'RecordReceived',
        documentId,
        fileName,
        from,
        receivedOn,
        ...(foundOn === undefined ? {} : { foundOn }),
        pages,
        file,
        ...(pageTexts ? { pageTexts } : {}),
        ...(receiptId === undefined ? {} : { receiptId }),
        ...(unpackedFrom ? { unpackedFrom } : {}),
      },
      ...stopClocks(
        state,
        (clock) => isRequestClock(clock) && state.requestedRecords.at(-1)?.from === from,
        receivedOn,
      ),
      ...(state.status === 'quality' || state.status === 'quality-passed'
        ? [
            {
              type: 'DraftReturned' as const,
              reasons: [`${fileName} came after the draft`] as const,
            },
          ]
        : []),
    ],
  )
}

/** The receipt of what came together: it says of every file whether it was taken, and why not. */
export function giveReceipt(command: CommandOf<'GiveReceipt'>, state: CaseState): Decision {
  const { receiptId, from, receipt, received, alreadyThere, refused } = command
  return decided(
    [
      state.status === 'none' ? no('no-application', 'the case has no application') : null,
      said(receiptId, 'receiptId'),
      ofKind(receipt, 'receipt', 'receipt'),
      received + alreadyThere > 0
        ? null
        : no('record-empty', 'nothing of what came was taken', 'receipt'),
    ],
    () => [{ type: 'ReceiptGiven', receiptId, from, receipt, received, alreadyThere, refused }],
  )
}

/** A party is asked for more; the time to send it starts (8 CCR 9792.10.5(d)). */
export function requestRecords(command: CommandOf<'RequestRecords'>, state: CaseState): Decision {
  const { from, what, records = [] } = command
  const standing = inStatus(
    state,
    'records-open',
    'records-overdue',
    'records-complete',
    'reviewer-selected',
    'in-review',
    'remanded',
  )
  const clocks = standing ? null : startClocks(command, state)
  return decided(
    [standing, said(what, 'what'), clocks && !clocks.ok ? clocks.refusals : null],
    () => [
      {
        type: 'RecordsRequested',
        from,
        what,
        requestedOn: pacificDateOf(command.at),
        ...(isNonEmpty(records) ? { records } : {}),
      },
      ...(clocks?.ok ? clocks.value : []),
    ],
  )
}

/** Why a document that the record mentions is not asked for; once, until the review is decided. */
export function dismissMissingRecord(
  command: CommandOf<'DismissMissingRecord'>,
  state: CaseState,
): Decision {
  const { missingId, reason } = command
  return decided(
    [
      inStatus(state, ...beforeQuality, 'quality'),
      said(missingId, 'missingId'),
      said(reason, 'reason'),
      state.dismissedRecords.some((each) => each.missingId === missingId)
        ? no('missing-record-dismissed', 'a person gave a reason already', 'missingId')
        : null,
    ],
    () => [
      {
        type: 'MissingRecordDismissed',
        missingId,
        reason: reason.trim(),
        dismissedOn: pacificDateOf(command.at),
      },
    ],
  )
}

/** The documents found in the files, for the determination's list (9792.10.6(d)). */
export function listRecords(command: CommandOf<'ListRecords'>, state: CaseState): Decision {
  const { documents, ledger } = command
  return decided(
    [
      inStatus(
        state,
        'records-open',
        'records-overdue',
        'records-complete',
        'reviewer-selected',
        'in-review',
        'remanded',
      ),
      ofKind(ledger, 'records-ledger', 'ledger'),
      state.records.length === 0
        ? no('record-not-received', 'no file has been received', 'documents')
        : null,
      isNonEmpty(documents) ? null : no('records-not-listed', 'the list is empty', 'documents'),
      stillWaiting(state),
      documents.flatMap((document, index) => pagesOf(document, index, state)),
    ],
    () => (isNonEmpty(documents) ? [{ type: 'RecordsListed', documents, ledger }] : []),
  )
}

/** The file is complete by a person's finding: the clock of the decision starts (4610.6(d)). */
export function completeRecords(command: CommandOf<'CompleteRecords'>, state: CaseState): Decision {
  const standing = inStatus(state, 'records-open', 'records-overdue')
  const clocks = standing ? null : startClocks(command, state)
  const completedOn = pacificDateOf(command.at)
  const reason = command.reason?.trim()
  return decided(
    [
      standing,
      state.listedDocuments.length === 0
        ? no('records-not-listed', 'the documents of the record are not listed yet')
        : null,
      stillWaiting(state),
      reason ? [] : notReadable(state),
      state.listedDocuments.length > 0 && restsOnDecisionAlone(state) && !reason
        ? no(
            'only-utilization-review-decision',
            'nothing but the utilization review decision is in the record, and no reason is given',
            'reason',
          )
        : null,
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () => [
      { type: 'RecordsCompleted', completedOn, ...(reason ? { reason } : {}) },
      ...stopClocks(state, isRecordClock, completedOn),
      ...(clocks?.ok ? clocks.value : []),
    ],
  )
}

/** Whether every listed document is the utilization review decision (9792.10.6(b)(2)). */
export function restsOnDecisionAlone(state: CaseState): boolean {
  return state.listedDocuments.every((document) =>
    ['utilization-review-decision', 'cover-sheet', 'blank'].includes(document.kind),
  )
}

/** What nobody has read yet cannot be called complete or listed. */
function stillWaiting(state: CaseState): readonly Refusal[] {
  return state.records
    .filter(({ reading }) => reading === 'waiting')
    .map(({ fileName }) => no('record-not-read-yet', `${fileName} is not read yet`))
}

function notReadable(state: CaseState): readonly Refusal[] {
  return state.records
    .filter(({ reading }) => reading === 'failed')
    .map(({ fileName, notReadBecause }) =>
      no('record-not-readable', `${fileName} could not be read: ${notReadBecause}`, 'reason'),
    )
}

function pagesOf(document: ListedDocument, index: number, state: CaseState): readonly Refusal[] {
  const { first, last } = document.pages
  const file = state.records.find(
    (record) => record.documentId === (document.fileId ?? document.documentId),
  )
  const where = `documents[${index}]`
  if (!file && document.fileId !== undefined) {
    return [no('record-not-received', `no file ${document.fileId} was received`, where)]
  }
  return Number.isInteger(first) &&
    Number.isInteger(last) &&
    first >= 1 &&
    first <= last &&
    last <= (file?.pages ?? last)
    ? []
    : [no('listed-pages-wrong', `pages ${first}-${last} are not in the file`, `${where}.pages`)]
}
