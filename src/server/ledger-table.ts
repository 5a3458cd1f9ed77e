import type { LedgerAnswer } from './present-ledger.ts'

const columns = [
  'File',
  'Received on',
  'From',
  'Archive',
  'Receipt',
  'SHA-256',
  'Page',
  'Document',
  'Kind',
  'Author',
  'Date',
  'Listed',
  'Readable',
  'Read from',
  'Confidence',
  'Duplicate of',
  'Opened by',
  'Cited in',
] as const

/** The ledger as a table (RFC 4180), one line for every page. */
export function ledgerTable(ledger: LedgerAnswer): string {
  const files = new Map(ledger.files.map((file) => [file.fileId, file]))
  const documents = new Map(ledger.documents.map((each) => [each.documentId, each]))
  const listed = new Set(ledger.listed.map(({ documentId }) => documentId))
  const rows = ledger.lines.map((line) => {
    const file = files.get(line.fileId)
    const document = documents.get(line.documentId)
    const { unpackedFrom } = file ?? {}
    return [
      file?.fileName,
      file?.receivedOn,
      file?.from,
      unpackedFrom ? `${unpackedFrom.fileName}/${unpackedFrom.path}` : '',
      file?.receiptId,
      file?.sha256,
      line.page,
      document?.title,
      document?.kind,
      document?.author,
      document?.date,
      listed.has(line.documentId) ? 'yes' : 'no',
      line.readable ? (line.poorlyRead ? 'poorly' : 'yes') : 'no',
      { layer: 'text layer', ocr: 'picture', none: '' }[line.source],
      line.confidence,
      line.duplicateOf
        ? `${files.get(line.duplicateOf.fileId)?.fileName}, page ${line.duplicateOf.page}`
        : '',
      line.opened
        .map(({ by, name, firstAt, times }) => `${name ?? by} (${firstAt}, ${times} times)`)
        .join('; '),
      line.cited.map(citedIn).join('; '),
    ]
  })
  return [columns, ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n')
}

function citedIn(cited: LedgerAnswer['lines'][number]['cited'][number]): string {
  switch (cited.in) {
    case 'fact':
      return `confirmed statement ${cited.factId}`
    case 'rationale':
      return `reasons of ${cited.treatmentId}`
    case 'criterion':
      return `criterion ${cited.criterionId} of ${cited.treatmentId}`
  }
}

/** What a table program would take for a formula gets an apostrophe: files name themselves. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
