import type { RecordDocument } from './document.ts'
import type { FileReading, PageText } from './page.ts'
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
}

/** Every page of every file, each in exactly one line. */
export type RecordsLedger = {
  readonly lines: readonly LedgerLine[]
  readonly pages: number
  readonly duplicates: number
  readonly unreadable: readonly { readonly fileId: string; readonly page: number }[]
}

/**
 * The ledger of the record, in the order of files and pages. Pages are duplicates when their words
 * are the same but for fax lines and spacing; pages with fewer than 40 letters are never compared.
 */
export function buildLedger(
  files: readonly { readonly fileId: string; readonly reading: FileReading }[],
  documents: readonly RecordDocument[],
): RecordsLedger {
  const seen = new Map<string, { fileId: string; page: number }>()
  const lines: LedgerLine[] = []
  for (const { fileId, reading } of files) {
    const own = documents.filter((document) => document.fileId === fileId)
    for (const page of reading.pages) {
      const place = { fileId, page: page.page }
      const words = comparableWords(page)
      const original = words === null ? undefined : seen.get(words)
      if (words !== null && !original) seen.set(words, place)
      lines.push({
        ...place,
        documentId: documentOf(own, page.page)?.documentId ?? fileId,
        ...(original ? { duplicateOf: original } : {}),
        readable: page.source !== 'none',
      })
    }
  }
  return {
    lines,
    pages: lines.length,
    duplicates: lines.filter(({ duplicateOf }) => duplicateOf).length,
    unreadable: lines
      .filter(({ readable }) => !readable)
      .map(({ fileId, page }) => ({ fileId, page })),
  }
}

function documentOf(documents: readonly RecordDocument[], page: number) {
  return documents.find(({ pages }) => pages.first <= page && page <= pages.last)
}

function comparableWords(page: PageText): string | null {
  const words = page.text
    .split('\n')
    .filter((line) => !isStamp(line.trim()))
    .join('')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return words.length < 40 ? null : words
}
