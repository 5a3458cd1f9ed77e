import { describe, expect, it } from 'vitest'
import { documentsOfFile, type FileOfRecord } from './documents-of-file.ts'
import { makeFile } from './made-records.test-support.ts'
import type { FileReading } from './page.ts'
import {
  buildLedger,
  findLedgerDefect,
  listDocuments,
  type RecordsLedger,
} from './records-ledger.ts'

const fileOf = (fileId: string, reading: FileReading | null, pages: number): FileOfRecord => ({
  fileId,
  fileName: `${fileId}.pdf`,
  sha256: 'a'.repeat(64),
  reading,
  pages,
})

function madeRecord(seed: number) {
  const files = [seed, seed + 500].map((each) => {
    const { reading } = makeFile(each, 8, {}, { headless: 0.3, noise: 0.01, decoys: 0.2 })
    return fileOf(`f-${each}`, reading, reading.pages.length)
  })
  files.push(fileOf('f-lost', null, 3))
  return {
    files,
    ledger: buildLedger(
      files,
      files.flatMap((file) => documentsOfFile(file, null)),
    ),
  }
}

describe('the list of documents reviewed', () => {
  it('is the ledger: every page that is not blank in one document, in order, none left out', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { files, ledger } = madeRecord(seed)
      const listed = listDocuments(ledger)
      expect(findLedgerDefect(ledger, listed, files)).toBeNull()
      const inList = listed.flatMap(({ fileId, pages }) =>
        Array.from(
          { length: pages.last - pages.first + 1 },
          (_, at) => `${fileId} ${pages.first + at}`,
        ),
      )
      const kinds = new Map(ledger.documents.map(({ documentId, kind }) => [documentId, kind]))
      const filled = ledger.lines
        .filter(({ documentId }) => kinds.get(documentId) !== 'blank')
        .map(({ fileId, page }) => `${fileId} ${page}`)
      expect(inList).toEqual(filled)
    }
  })

  it('has the sheets of a file that is blank throughout: it came, and somebody looked', () => {
    const page = { page: 1, width: 1, height: 1, text: 'BLANK PAGE', words: [], source: 'layer' }
    const reading = { sha256: 'b', engine: 'e', remarks: [], pages: [page] } as FileReading
    const file = fileOf('f-blank', reading, 1)
    const ledger = buildLedger([file], documentsOfFile(file, null))
    expect(listDocuments(ledger)).toMatchObject([{ kind: 'blank', fileId: 'f-blank' }])
  })

  it('is refused when it is not that of the ledger', () => {
    const { files, ledger } = madeRecord(7)
    const listed = listDocuments(ledger)
    const [first, ...rest] = listed
    const defects: readonly [RecordsLedger, typeof listed][] = [
      [ledger, rest],
      [ledger, first ? [...rest, first] : []],
      [ledger, listed.map((each) => ({ ...each, title: `${each.title} ` }))],
      [{ ...ledger, lines: ledger.lines.slice(1) }, listed],
      [{ ...ledger, lines: ledger.lines.toReversed() }, listed],
      [{ ...ledger, pages: ledger.pages + 1 }, listed],
    ]
    for (const [wrong, list] of defects) {
      expect(findLedgerDefect(wrong, list, files)).not.toBeNull()
    }
  })

  it('of a ledger without documents is compared by its pages', () => {
    const { files, ledger } = madeRecord(7)
    const { documents: _, ...old } = ledger
    const listed = listDocuments(ledger)
    expect(findLedgerDefect(old, listed, files)).toBeNull()
    const [first, ...rest] = listed
    const longer = first
      ? [{ ...first, pages: { first: first.pages.first, last: first.pages.last + 1 } }, ...rest]
      : []
    expect(findLedgerDefect(old, longer, files)).not.toBeNull()
  })
})
