import { type CaseState, foldEvents } from '#case'
import {
  isNonEmpty,
  type NonEmpty,
  ok,
  type PlainDate,
  pacificDateOf,
  type Refusal,
  type Result,
} from '#foundation'
import type { PartyRole } from '#intake'
import type { ArtifactReference } from '#integrity'
import type { FileContent, Receipt, ReceiptLine } from '#records'
import { type Acted, appendDecided, type CommandBody, decideAll, loadCase } from './act-on.ts'
import { getJson, putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'
import { type OpenedFile, openSentFiles } from './open-sent-files.ts'
import { orStorageFull } from './storage-full.ts'

/** A file as somebody sent it. */
export type SentFile = {
  readonly fileName: string
  /** Its place in the folder that was sent. */
  readonly path?: string
  /** Bytes, or a file that nobody writes to any more. */
  readonly content: FileContent
  /** Of the content, where it was computed on the way. */
  readonly sha256?: string
}

/** What files come with. */
export type Delivery = {
  readonly from: PartyRole
  readonly files: readonly SentFile[]
  /** By default the day of the act. */
  readonly receivedOn?: PlainDate
  /** When the sender found them, where they were not sent with the others (Labor Code 4610.5(m)). */
  readonly foundOn?: PlainDate
}

/**
 * Takes what was sent into the record of a case: looks at each file by its content, unpacks
 * archives, stores what is new, and acknowledges all of it by one receipt. Bytes and receipt are
 * durable before the events that name them. A file that cannot be taken is refused in the receipt
 * and the others are taken; one that is in the record already is named as such, also where it comes
 * twice at the same time. Their pages are read afterwards (`readWaitingFile`).
 *
 * Refusals: those of the files where none of them was taken, `case-unknown`, `storage-full`.
 */
export function receiveFiles(
  deps: Deps,
  act: Act,
  caseId: string,
  delivery: Delivery,
): Promise<Result<Acted & { readonly receipt: Receipt }>> {
  return orStorageFull(async () => {
    const known = await loadCase(deps, caseId)
    if (!known.ok) return known
    return deps.workFiles.withFolders(async (another) => {
      const opened = await openSentFiles(deps, delivery.files, another)
      for (const file of opened) if (file.ok) await keep(deps, file)
      return acknowledge(deps, act, caseId, delivery, opened)
    })
  })
}

/** The receipts that were given in a case, in their order. */
export async function listReceipts(deps: Deps, caseId: string): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = []
  for (const { event } of await deps.cases.load(caseId)) {
    if (event.type === 'ReceiptGiven') {
      receipts.push(await getJson<Receipt>(deps.artifacts, event.receipt))
    }
  }
  return receipts
}

/** Someone else may act on the case at the same time; after so many turns the sender tries again. */
const attempts = 20

async function acknowledge(
  deps: Deps,
  act: Act,
  caseId: string,
  delivery: Delivery,
  opened: readonly OpenedFile[],
): Promise<Result<Acted & { readonly receipt: Receipt }>> {
  const receiptId = deps.newId()
  for (let attempt = 1; ; attempt += 1) {
    const state = foldEvents(await deps.cases.load(caseId))
    const decided = decideFiles(act, delivery, opened, state, receiptId)
    const refusals = decided.lines.flatMap(({ refusals: some }) => some)
    if (isNonEmpty(refusals) && decided.lines.every(({ refusals: some }) => some.length > 0)) {
      return { ok: false, refusals }
    }
    const receipt: Receipt = {
      receiptId,
      caseNumber: state.caseNumber ?? '',
      receivedAt: act.at,
      from: delivery.from,
      files: decided.lines.map(({ line }) => line),
    }
    const count = (outcome: ReceiptLine['outcome']): number =>
      receipt.files.filter((file) => file.outcome === outcome).length
    const acted = await appendDecided(deps, act, caseId, state, [
      ...decided.commands,
      {
        type: 'GiveReceipt',
        receiptId,
        from: delivery.from,
        receipt: await putJson(deps.artifacts, 'receipt', receipt),
        received: count('received'),
        alreadyThere: count('already-there'),
        refused: count('refused'),
      },
    ])
    if (acted.ok) return ok({ ...acted.value, receipt })
    if (acted.refusals[0].code !== 'case-changed-meanwhile' || attempt === attempts) return acted
  }
}

type DecidedLine = { readonly line: ReceiptLine; readonly refusals: readonly Refusal[] }

/** What becomes of each file, one after the other, in the case as it is now. */
function decideFiles(
  act: Act,
  delivery: Delivery,
  opened: readonly OpenedFile[],
  before: CaseState,
  receiptId: string,
): { readonly commands: readonly CommandBody[]; readonly lines: readonly DecidedLine[] } {
  const commands: CommandBody[] = []
  const lines: DecidedLine[] = []
  let state = before
  for (const file of opened) {
    const there = state.records.find(({ sha256 }) => sha256 === file.sha256)
    if (there) {
      const { pages, documentId } = there
      lines.push({
        line: { ...lineOf(file), pages, documentId, outcome: 'already-there' },
        refusals: [],
      })
      continue
    }
    if (!file.ok) {
      lines.push(refusedLine(file, file.refusals))
      continue
    }
    const command = commandOf(act, delivery, file, receiptId)
    const decided = decideAll(act, state, [command])
    if (decided.ok) {
      state = decided.value.state
      commands.push(command)
      lines.push({
        line: {
          ...lineOf(file),
          pages: file.pages,
          documentId: command.documentId,
          outcome: 'received',
        },
        refusals: [],
      })
    } else {
      lines.push(refusedLine(file, decided.refusals))
    }
  }
  return { commands, lines }
}

function refusedLine(file: OpenedFile, refusals: NonEmpty<Refusal>): DecidedLine {
  const [{ code, because, next }] = refusals
  return {
    line: {
      ...lineOf(file),
      pages: file.ok ? file.pages : null,
      outcome: 'refused',
      refusal: { code, because, next },
    },
    refusals: refusals.map((refusal) => ({ ...refusal, where: file.path ?? file.fileName })),
  }
}

function lineOf(
  file: OpenedFile,
): Pick<ReceiptLine, 'fileName' | 'path' | 'sha256' | 'bytes' | 'mediaType'> {
  const { fileName, path, sha256, bytes, mediaType } = file
  return { fileName, ...(path === undefined ? {} : { path }), sha256, bytes, mediaType }
}

type ReceiveCommand = Extract<CommandBody, { readonly type: 'ReceiveRecord' }>

function commandOf(
  act: Act,
  delivery: Delivery,
  file: OpenedFile & { readonly ok: true },
  receiptId: string,
): ReceiveCommand {
  return {
    type: 'ReceiveRecord',
    documentId: documentIdOf(file.sha256),
    fileName: file.fileName,
    from: delivery.from,
    pages: file.pages,
    file: {
      sha256: file.sha256,
      bytes: file.bytes,
      mediaType: file.mediaType,
      kind: 'record-file',
    },
    receiptId,
    receivedOn: delivery.receivedOn ?? pacificDateOf(act.at),
    ...(delivery.foundOn === undefined ? {} : { foundOn: delivery.foundOn }),
    ...(file.unpackedFrom ? { unpackedFrom: file.unpackedFrom } : {}),
  }
}

/** The id of a received file, by its content. */
export function documentIdOf(sha256: string): string {
  return `f-${sha256.slice(0, 12)}`
}

function keep(deps: Deps, file: OpenedFile & { readonly ok: true }): Promise<ArtifactReference> {
  return file.content instanceof Uint8Array
    ? deps.artifacts.put(file.content, 'record-file', file.mediaType)
    : deps.artifacts.putFile(file.content.path, 'record-file', file.mediaType)
}
