import type { ListedDocument } from '#case'
import { atAStretch, canonicalJson, type InTurns } from '#foundation'
import { sha256Of } from '#integrity'
import type { RecordDocument } from './document.ts'
import type { FileOfRecord } from './documents-of-file.ts'
import type { PageText } from './page.ts'
import { isStamp } from './page-features.ts'

/** A page of the record: where it lies, what it belongs to, and whether it can be read. */
export type LedgerLine = {
  readonly fileId: string
  /** Counted from 1. */
  readonly page: number
  readonly documentId: string
  /** The first page of the record with the same words. */
  readonly duplicateOf?: { readonly fileId: string; readonly page: number }
  /** False for a picture without words: somebody has to look at it. */
  readonly readable: boolean
  /** Of a page read from its picture, 0 to 1. */
  readonly confidence?: number
}

/** Every page of every file, each in exactly one line. */
export type RecordsLedger = {
  readonly lines: readonly LedgerLine[]
  /** What the lines belong to, blank sheets too. Ledgers of the first format have none. */
  readonly documents?: readonly ListedDocument[]
  readonly pages: number
  readonly duplicates: number
  readonly unreadable: readonly { readonly fileId: string; readonly page: number }[]
}

/**
 * The ledger of the record, in the order of files and pages. Pages are duplicates when their words
 * are the same but for fax lines and spacing; pages with fewer than 40 letters are never compared.
 * A file that could not be read has its pages as claimed, at least one.
 */
export function buildLedger(
  files: readonly FileOfRecord[],
  documents: readonly RecordDocument[],
): DocumentedLedger {
  return atAStretch(ledgerInTurns(files, documents))
}

type DocumentedLedger = RecordsLedger & { readonly documents: readonly ListedDocument[] }

/** `buildLedger`, page by page. */
export function* ledgerInTurns(
  files: readonly FileOfRecord[],
  documents: readonly RecordDocument[],
): InTurns<DocumentedLedger> {
  const seen = new Map<string, { fileId: string; page: number }>()
  const lines: LedgerLine[] = []
  for (const { fileId, reading, pages } of files) {
    const own = documents.filter((document) => document.fileId === fileId)
    const documentAt = (page: number) =>
      own.find(({ pages: { first, last } }) => first <= page && page <= last)?.documentId ?? fileId
    if (!reading) {
      for (let page = 1; page <= (pages ?? 1); page += 1) {
        lines.push({ fileId, page, documentId: documentAt(page), readable: false })
      }
      continue
    }
    for (const page of reading.pages) {
      const place = { fileId, page: page.page }
      yield
      const words = markOfWords(page)
      const original = words === null ? undefined : seen.get(words)
      if (words !== null && !original) seen.set(words, place)
      lines.push({
        ...place,
        documentId: documentAt(page.page),
        ...(original ? { duplicateOf: original } : {}),
        readable: page.source !== 'none',
        ...(page.confidence === undefined ? {} : { confidence: page.confidence }),
      })
    }
  }
  return {
    lines,
    documents: documents.map(asListed),
    pages: lines.length,
    duplicates: lines.filter(({ duplicateOf }) => duplicateOf).length,
    unreadable: lines
      .filter(({ readable }) => !readable)
      .map(({ fileId, page }) => ({ fileId, page })),
  }
}

/**
 * The letter's list of documents reviewed, made of the ledger and nothing else: each document of
 * its lines, in their order, but blank sheets; a file of blank sheets only is listed by them: it
 * came, and somebody looked. Pages that could not be read are listed as such, never left out.
 * Authority: 8 CCR 9792.10.6(d).
 */
export function listDocuments(
  ledger: Pick<RecordsLedger, 'lines' | 'documents'>,
): readonly ListedDocument[] {
  const byId = new Map((ledger.documents ?? []).map((each) => [each.documentId, each]))
  const listed = new Map<string, ListedDocument>()
  const filled = new Set<string>()
  for (const { documentId, fileId, page } of ledger.lines) {
    const document = byId.get(documentId)
    if (!document) continue
    const first = listed.get(documentId)?.pages.first ?? page
    listed.set(documentId, { ...document, fileId, pages: { first, last: page } })
    if (document.kind !== 'blank') filled.add(fileId)
  }
  return [...listed.values()].filter(
    ({ kind, fileId }) => kind !== 'blank' || !filled.has(fileId ?? ''),
  )
}

/**
 * What is wrong with a ledger and the list that was made with it; null where nothing is: every page
 * of every file is in one line, lines and documents are in order, and the list is that of the
 * ledger, to the page. Of a ledger of the first format the pages are compared only.
 */
export function findLedgerDefect(
  ledger: RecordsLedger,
  listed: readonly ListedDocument[],
  files: readonly { readonly fileId: string; readonly pages: number | null }[],
): string | null {
  const wanted = files.flatMap(({ fileId, pages }) =>
    Array.from({ length: pages ?? 1 }, (_, index) => `${fileId} ${index + 1}`),
  )
  const places = ledger.lines.map(({ fileId, page }) => `${fileId} ${page}`)
  const wrong = places.findIndex((place, index) => place !== wanted[index])
  if (wrong >= 0) return `page ${places[wrong]} is not in its place`
  if (places.length !== wanted.length) return `page ${wanted[places.length]} has no line`
  if (ledger.pages !== places.length) return `it counts ${ledger.pages} pages`
  return ledger.documents
    ? findListDefect(ledger, ledger.documents, listed)
    : findPagesDefect(ledger, listed)
}

function findListDefect(
  ledger: RecordsLedger,
  documents: readonly ListedDocument[],
  listed: readonly ListedDocument[],
): string | null {
  const held = new Map<string, number>()
  for (const { documentId } of ledger.lines) held.set(documentId, (held.get(documentId) ?? 0) + 1)
  for (const { documentId, pages } of documents) {
    const count = pages.last - pages.first + 1
    if (held.get(documentId) !== count) return `${documentId} does not have its ${count} pages`
  }
  if (held.size !== documents.length) return 'a page belongs to a document that is not there'
  const list = listDocuments(ledger)
  if (list.length !== listed.length) {
    return `the list has ${listed.length} documents, the ledger ${list.length}`
  }
  const other = list.find((each, at) => canonicalJson(each) !== canonicalJson(listed[at]))
  return other ? `the list has not ${other.documentId} in its place` : null
}

function findPagesDefect(ledger: RecordsLedger, listed: readonly ListedDocument[]): string | null {
  for (const { documentId, pages } of listed) {
    const own = ledger.lines.filter((line) => line.documentId === documentId)
    // Sheets of a blank file were listed as the file.
    if (own.length > 0 && own.length !== pages.last - pages.first + 1) {
      return `${documentId} has other pages in the list`
    }
  }
  return null
}

function asListed(document: RecordDocument): ListedDocument {
  const { documentId, fileId, title, kind, author, date, pages } = document
  return {
    documentId,
    fileId,
    title,
    kind,
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    pages,
  }
}

/** Marks of pages that are in memory anyway: a ledger is asked for many times, its pages stay. */
const marks = new WeakMap<PageText, string | null>()

/** The same for pages with the same words; null where there are too few to compare. */
function markOfWords(page: PageText): string | null {
  const known = marks.get(page)
  if (known !== undefined) return known
  const words = comparableWords(page)
  const mark = words === null ? null : sha256Of(words)
  marks.set(page, mark)
  return mark
}

function comparableWords(page: PageText): string | null {
  const lines = page.text.split('\n').filter((line) => line.trim() !== '')
  const words = lines
    .filter((line, at) => (at >= 3 && at < lines.length - 3) || !isStamp(line.trim()))
    .join('')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return words.length < 40 ? null : words
}
