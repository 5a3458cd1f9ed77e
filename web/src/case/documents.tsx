import { useNavigate, useSearch } from '@tanstack/react-router'
import { addressOf } from '#api'
import { operations } from '~/client.ts'
import { PageSearch } from '~/record/page-search.tsx'
import { PageView } from '~/record/page-view.tsx'
import { useMay } from '~/session.ts'
import { dayInWords } from '~/ui/days.ts'
import { Empty } from '~/ui/states.tsx'
import { partyWords } from '~/ui/words.ts'
import { useCase } from './case-context.ts'
import { DocumentList } from './document-list.tsx'
import { MissingRecords } from './missing-records.tsx'

/** The received files with the documents in them, and the open page beside. */
export function Documents() {
  const { caseId, files, assignedOn } = useCase()
  const search = useSearch({ from: '/cases/$caseId/documents' })
  const navigate = useNavigate({ from: '/cases/$caseId/documents' })
  const may = useMay()
  const file = files.find(({ documentId }) => documentId === search.file) ?? files.at(-1)
  if (!file) {
    return (
      <Empty title="No file has been received yet">
        <p>Files arrive after the review is assigned and the parties were told what to send.</p>
      </Empty>
    )
  }
  const page = Math.min(Math.max(1, search.page ?? 1), file.pages ?? 1)
  const open = (fileId: string, number: number): void =>
    void navigate({ search: { file: fileId, page: number } })
  return (
    <div className="documents">
      <div className="documents-side">
        <h2>Documents</h2>
        {assignedOn && may('getAssignmentNotice') ? (
          <p>
            <a
              href={addressOf(operations.getAssignmentNotice, { params: { caseId } })}
              download="assignment-notice.pdf"
            >
              Notice of assignment, {dayInWords(assignedOn)}
            </a>
          </p>
        ) : null}
        <PageSearch
          files={files}
          onOpen={(fileId, number, span) =>
            void navigate({ search: { file: fileId, page: number, ...span } })
          }
        />
        {files.map((each) => (
          <section key={each.documentId} className="file" aria-label={each.fileName}>
            <div className="file-head">
              <h3>{each.fileName}</h3>
              <p className="under">
                {each.pages} {each.pages === 1 ? 'page' : 'pages'} from the{' '}
                {partyWords[each.from].toLowerCase()}, {dayInWords(each.receivedOn)}.{' '}
                <a
                  href={addressOf(operations.getDocumentFile, {
                    params: { caseId, documentId: each.documentId },
                  })}
                  download={each.fileName}
                >
                  Download<span className="visually-hidden"> {each.fileName}</span>
                </a>
              </p>
            </div>
            <DocumentList
              file={each}
              page={each === file ? page : null}
              onOpen={(number) => open(each.documentId, number)}
            />
          </section>
        ))}
        {may('listMissingRecords') ? <MissingRecords /> : null}
      </div>
      <PageView
        file={file}
        page={page}
        span={
          search.start !== undefined && search.end !== undefined
            ? { start: search.start, end: search.end }
            : null
        }
        onPage={(number) => open(file.documentId, number)}
      />
    </div>
  )
}
