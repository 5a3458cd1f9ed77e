import { Link } from '@tanstack/react-router'
import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { partyWords } from '~/ui/words.ts'
import { ReceiptCard } from '~/upload/receipt-card.tsx'
import { UploadPanel } from '~/upload/upload-panel.tsx'
import { OwedRecords } from './owed-records.tsx'
import { isWaiting, useReadingFiles } from './reading-files.ts'
import { ReadAgain, ReadingProgress } from './reading-state.tsx'
import { RecordParts } from './record-parts.tsx'

/** What came in and what is owed: files with their reading, receipts, the checklist of the rules. */
export function Received() {
  const { caseId, nextActs, actsBesides } = useCase()
  const mayUpload = [...nextActs, ...actsBesides].includes('uploadRecord')
  const { data, error, isPending } = useRead(operations.listReceipts, { params: { caseId } })
  return (
    <>
      <RecordParts />
      <div className="received">
        <div className="received-main">
          {mayUpload ? (
            <section className="card" aria-labelledby="add-heading">
              <h2 id="add-heading">Add files</h2>
              <UploadPanel receipts={false} />
            </section>
          ) : null}
          <section aria-labelledby="receipts-heading">
            <h2 id="receipts-heading">Receipts</h2>
            {isPending ? <Loading what="the receipts" /> : null}
            <Refused error={error} />
            {data && data.receipts.length === 0 ? (
              <Empty title="No receipt yet">
                <p>Everybody who sends files gets one, with every file, its pages and its hash.</p>
              </Empty>
            ) : null}
            {data?.receipts
              .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
              .map((receipt, index) => (
                <ReceiptCard key={receipt.receiptId} receipt={receipt} folded={index > 0} />
              ))}
          </section>
          <Files />
        </div>
        <OwedRecords />
      </div>
    </>
  )
}

/** Every file with where its reading stands. */
function Files() {
  const { caseId } = useCase()
  const files = useReadingFiles()
  if (files.length === 0) return null
  const waiting = files.filter(isWaiting).length
  const failed = files.filter(({ reading }) => reading === 'failed').length
  return (
    <section className="card" aria-labelledby="files-heading">
      <div className="card-head">
        <h2 id="files-heading">Files</h2>
        <output className="under">
          {[
            waiting > 0 ? `${waiting} of ${files.length} being read` : '',
            failed > 0 ? `${failed} could not be read` : '',
            waiting + failed === 0 ? 'All are read' : '',
          ]
            .filter(Boolean)
            .join(', ')}
        </output>
      </div>
      <ul className="received-files">
        {files.map((file) => (
          <li key={file.documentId}>
            <p>
              <Link
                to="/cases/$caseId/documents"
                params={{ caseId }}
                search={{ file: file.documentId }}
              >
                {file.fileName}
              </Link>{' '}
              {file.reading === 'failed' ? <Tag tone="bad">could not be read</Tag> : null}
              {file.reading === 'waiting' ? <Tag tone="brand">being read</Tag> : null}
            </p>
            <p className="under">
              {file.pages === null ? '' : `${file.pages} ${file.pages === 1 ? 'page' : 'pages'}, `}
              from the {partyWords[file.from].toLowerCase()}, {dayInWords(file.receivedOn)}
            </p>
            {isWaiting(file) ? <ReadingProgress file={file} /> : null}
            {file.reading === 'failed' ? (
              <>
                <p className="failed">{file.notReadBecause}</p>
                <ReadAgain documentId={file.documentId} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
