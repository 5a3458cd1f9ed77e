import { Link } from '@tanstack/react-router'
import { addressOf } from '#api'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { momentInWords } from '~/ui/days.ts'
import { Tag } from '~/ui/tag.tsx'
import { partyWords, type Tone } from '~/ui/words.ts'
import { bytesInWords } from './bytes-in-words.ts'
import type { Receipt } from './delivery.ts'

type Outcome = Receipt['files'][number]['outcome']

const outcomes: Readonly<Record<Outcome, readonly [string, Tone]>> = {
  received: ['received', 'good'],
  'already-there': ['already there', 'plain'],
  refused: ['refused', 'bad'],
}

/** What became of files that came together: every file with its pages and hash; also as a PDF. */
export function ReceiptCard({
  receipt,
  fresh = false,
  folded = false,
}: {
  readonly receipt: Receipt
  /** It was given just now. */
  readonly fresh?: boolean
  /** Its files are shown when asked for. */
  readonly folded?: boolean
}) {
  const { caseId } = useCase()
  const { receiptId, receivedAt, from, files } = receipt
  const count = (outcome: Outcome): number =>
    files.filter((file) => file.outcome === outcome).length
  return (
    <section className={fresh ? 'card receipt is-fresh' : 'card receipt'} aria-label="Receipt">
      <div className="card-head">
        <h3>
          Receipt of {momentInWords(receivedAt)}
          <span className="under">
            From the {partyWords[from].toLowerCase()}: {count('received')} received
            {count('already-there') > 0 ? `, ${count('already-there')} already there` : ''}
            {count('refused') > 0 ? `, ${count('refused')} refused` : ''}
          </span>
        </h3>
        <a
          href={addressOf(operations.getReceiptLetter, { params: { caseId, receiptId } })}
          download
        >
          Receipt as PDF
        </a>
      </div>
      {folded ? (
        <details>
          <summary>{files.length === 1 ? 'The file' : `The ${files.length} files`}</summary>
          <ReceiptFiles files={files} />
        </details>
      ) : (
        <ReceiptFiles files={files} />
      )}
    </section>
  )
}

function ReceiptFiles({ files }: Pick<Receipt, 'files'>) {
  const { caseId } = useCase()
  return (
    <ul className="receipt-files">
      {files.map((file) => {
        const [words, tone] = outcomes[file.outcome]
        const name = file.path ?? file.fileName
        return (
          <li key={`${name} ${file.sha256} ${file.outcome}`}>
            <p>
              <Tag tone={tone}>{words}</Tag>{' '}
              {file.documentId === undefined ? (
                <strong>{name}</strong>
              ) : (
                <Link
                  to="/cases/$caseId/documents"
                  params={{ caseId }}
                  search={{ file: file.documentId }}
                >
                  {name}
                </Link>
              )}
            </p>
            <p className="under">
              {[
                bytesInWords(file.bytes),
                ...(file.pages === null
                  ? []
                  : [`${file.pages} ${file.pages === 1 ? 'page' : 'pages'}`]),
                `SHA-256 ${file.sha256.slice(0, 16)}…`,
              ].join(' · ')}
            </p>
            {file.refusal ? (
              <>
                <p className="failed refused-because">{file.refusal.because}</p>
                <p>{file.refusal.next}</p>
              </>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
