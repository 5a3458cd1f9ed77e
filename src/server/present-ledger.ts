import type { Operations } from '#api'
import type { Result } from '#foundation'
import { ok } from '#foundation'
import * as steps from '#proceedings'
import { liesIn, type RecordDocument } from '#records'
import type { Opening, User } from '#store'
import type { AnswerTo } from './handler.ts'
import type { Principal } from './principal.ts'
import type { Services } from './services.ts'

export type LedgerAnswer = AnswerTo<Operations['getLedger']>
type Opened = LedgerAnswer['lines'][number]['opened'][number]

/** Those who assign reviewers know who they are; nobody else learns it from the ledger. */
export function mayKnowReviewer(principal: Principal): boolean {
  return principal.role === 'case-manager' || principal.role === 'administrator'
}

/** A document as it goes out: whether a person said what it is stands there in any case. */
export function presentDocument({
  corrected,
  ...document
}: RecordDocument): LedgerAnswer['documents'][number] {
  return { ...document, corrected: corrected ?? false }
}

/** The ledger of a case as it stands, with who opened each page and file. */
export async function presentLedger(
  services: Services,
  caseId: string,
  principal: Principal,
): Promise<Result<LedgerAnswer>> {
  const ledger = await steps.readLedger(services.proceedings, caseId)
  if (!ledger.ok) return ledger
  const { files, documents, lines, pages, duplicates, unreadable, listed, listIsCurrent } =
    ledger.value
  const opened = await openedBy(
    services,
    caseId,
    files.map(({ received }) => received.documentId),
    principal,
  )
  return ok({
    files: files.map((file) => presentFile(file, opened(file.received.documentId, null))),
    documents: documents.map(presentDocument),
    lines: lines.map((line) => ({ ...line, opened: opened(line.fileId, line.page) })),
    pages,
    duplicates,
    unreadable,
    listed,
    listIsCurrent,
  })
}

function presentFile(
  file: steps.LiveLedger['files'][number],
  opened: readonly Opened[],
): LedgerAnswer['files'][number] {
  const { received, receivedAt, pages, reading, notReadBecause, engine, remarks } = file
  return {
    fileId: received.documentId,
    fileName: received.fileName,
    from: received.from,
    receivedOn: received.receivedOn,
    receivedAt,
    ...(received.receiptId === undefined ? {} : { receiptId: received.receiptId }),
    ...(received.unpackedFrom === undefined ? {} : { unpackedFrom: received.unpackedFrom }),
    sha256: received.file.sha256,
    pages,
    reading,
    ...(notReadBecause === null ? {} : { notReadBecause }),
    ...(engine === null ? {} : { engine }),
    remarks,
    opened,
  }
}

/** Who opened a page or downloaded a file, first looks first. */
async function openedBy(
  services: Services,
  caseId: string,
  fileIds: readonly string[],
  principal: Principal,
): Promise<(fileId: string, page: number | null) => readonly Opened[]> {
  const openings = await services.accesses.opened(caseId)
  const users = new Map<string, User | null>()
  for (const userId of new Set(openings.map((opening) => opening.userId))) {
    users.set(userId, await services.users.get(userId))
  }
  const byPlace = new Map<string, Map<string, Opening>>()
  for (const opening of openings) {
    const fileId = fileIds.find((id) => liesIn(opening.documentId, id))
    if (fileId === undefined) continue
    const place = `${fileId} ${opening.page}`
    const own = byPlace.get(place) ?? new Map<string, Opening>()
    const known = own.get(opening.userId)
    own.set(opening.userId, known ? together(known, opening) : opening)
    byPlace.set(place, own)
  }
  return (fileId, page) =>
    [...(byPlace.get(`${fileId} ${page}`)?.values() ?? [])]
      .toSorted((first, second) => (first.firstAt < second.firstAt ? -1 : 1))
      .map(({ userId, firstAt, lastAt, times }) => ({
        ...whoever(users.get(userId) ?? null, principal),
        firstAt,
        lastAt,
        times,
      }))
}

/** A page was opened under the file's id and under that of a document in it. */
function together(one: Opening, other: Opening): Opening {
  return {
    ...one,
    firstAt: one.firstAt < other.firstAt ? one.firstAt : other.firstAt,
    lastAt: one.lastAt > other.lastAt ? one.lastAt : other.lastAt,
    times: one.times + other.times,
  }
}

/** The user by role and name; an expert reviewer by the role alone but to those who assign. */
function whoever(user: User | null, principal: Principal): Pick<Opened, 'by' | 'name'> {
  if (user === null) return { by: 'unknown' }
  if (user.role !== 'reviewer') return { by: user.role, name: user.displayName }
  return mayKnowReviewer(principal)
    ? { by: 'expert reviewer', name: user.displayName }
    : { by: 'expert reviewer' }
}
