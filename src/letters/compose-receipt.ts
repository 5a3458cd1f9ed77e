import { sayInstant } from '#deadlines'
import { pacificDateOf, sayDate } from '#foundation'
import type { Receipt, ReceiptLine } from '#records'
import { partyWords } from './party-words.ts'
import type { Notice, NoticeBlock } from './ports.ts'
import type { LetterOrganization } from './served-letter.ts'

/**
 * The receipt of files that came together (8 CCR 9792.10.5), on paper: every file with its pages
 * and its SHA-256, by which the sender can show what was sent, and why one was not taken.
 */
export function composeReceipt(request: {
  readonly receipt: Receipt
  readonly organization: LetterOrganization
}): Notice {
  const { receipt } = request
  const refused = receipt.files.filter(({ outcome }) => outcome === 'refused')
  return {
    title: 'Receipt for Records',
    date: sayDate(pacificDateOf(receipt.receivedAt)),
    organization: request.organization,
    reference: `Receipt ${receipt.receiptId} ${receipt.caseNumber}`,
    blocks: [
      {
        kind: 'table',
        header: ['Case', receipt.caseNumber],
        rows: [
          ['Receipt', receipt.receiptId],
          ['Received', sayInstant(receipt.receivedAt)],
          ['From', partyWords[receipt.from]],
          ['Files', sayOutcomes(receipt.files)],
        ],
      },
      { kind: 'heading', text: 'FILES' },
      {
        kind: 'table',
        header: ['File', 'Pages', 'Bytes', 'Outcome', 'SHA-256'],
        rows: receipt.files.map((file) => [
          file.path ?? file.fileName,
          file.pages === null ? 'counted when read' : String(file.pages),
          file.bytes.toLocaleString('en-US'),
          outcomeWords[file.outcome],
          // In groups, so that the lines of a narrow column can break.
          (file.sha256.match(/.{16}/g) ?? []).join(' '),
        ]),
      },
      ...(refused.length === 0 ? [] : refusedFiles(refused)),
      {
        kind: 'paragraph',
        text: 'A file that is “already there” has the same content as one received before; it is kept once. The SHA-256 of a file names its content: another file has another.',
      },
      { kind: 'paragraph', text: 'Authority: 8 CCR 9792.10.5.' },
    ],
  }
}

const outcomeWords: Readonly<Record<ReceiptLine['outcome'], string>> = {
  received: 'received',
  'already-there': 'already there',
  refused: 'refused',
}

function sayOutcomes(files: readonly ReceiptLine[]): string {
  return Object.entries(Object.groupBy(files, ({ outcome }) => outcome))
    .map(([outcome, some]) => `${some.length} ${outcomeWords[outcome as ReceiptLine['outcome']]}`)
    .join(', ')
}

function refusedFiles(files: readonly ReceiptLine[]): readonly NoticeBlock[] {
  return [
    { kind: 'heading', text: 'NOT TAKEN' },
    {
      kind: 'list',
      items: files.map(
        ({ path, fileName, refusal }) =>
          `${path ?? fileName}: ${refusal?.because ?? ''}. ${refusal?.next ?? ''}`,
      ),
    },
  ]
}
