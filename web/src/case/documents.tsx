import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { addressOf } from '#api'
import { operations } from '~/client.ts'
import { useFileDocuments } from '~/record/file-documents.ts'
import { PageFacts } from '~/record/page-facts.tsx'
import { usePageMarks } from '~/record/page-marks.ts'
import { PageStrip } from '~/record/page-strip.tsx'
import { PageView } from '~/record/page-view.tsx'
import { type Hit, useRecordSearch } from '~/record/record-search.ts'
import { SearchPanel } from '~/record/search-panel.tsx'
import { useMay } from '~/session.ts'
import { dayInWords } from '~/ui/days.ts'
import { TextField } from '~/ui/field.tsx'
import { useNarrow } from '~/ui/narrow.ts'
import { Empty } from '~/ui/states.tsx'
import { partyWords } from '~/ui/words.ts'
import { type ReceivedFile, useCase } from './case-context.ts'
import { DocumentList } from './document-list.tsx'
import { MissingRecords } from './missing-records.tsx'

/** The received files with the documents in them, and the open page beside. */
export function Documents() {
  const { files } = useCase()
  const search = useSearch({ from: '/cases/$caseId/documents' })
  const file = files.find(({ documentId }) => documentId === search.file) ?? files.at(-1)
  if (!file) {
    return (
      <Empty title="No file has been received yet">
        <p>Files arrive after the review is assigned and the parties were told what to send.</p>
      </Empty>
    )
  }
  return <OpenDocuments file={file} />
}

function OpenDocuments({ file }: { readonly file: ReceivedFile }) {
  const { caseId, files, assignedOn } = useCase()
  const { page: asked = 1, start, end, q = '' } = useSearch({ from: '/cases/$caseId/documents' })
  const navigate = useNavigate({ from: '/cases/$caseId/documents' })
  const may = useMay()
  const page = Math.min(Math.max(1, asked), file.pages ?? 1)
  const span = start !== undefined && end !== undefined ? { start, end } : null
  const words = q === '' ? {} : { q }
  const open = (fileId: string, number: number): void =>
    void navigate({ search: { file: fileId, page: number, ...words } })
  const openHit = (hit: Hit): void =>
    void navigate({ search: { file: hit.fileId, page: hit.page, ...hit.span, ...words } })
  const search = useRecordSearch(
    q,
    { fileId: file.documentId, page, span },
    (next) =>
      void navigate({
        search: { file: file.documentId, page, ...span, ...(next === '' ? {} : { q: next }) },
      }),
    openHit,
  )
  const byFile = useFileDocuments()
  const documents = byFile.get(file.documentId) ?? []
  const marks = usePageMarks(file.documentId)
  const beginnings = useMemo(
    () =>
      new Map((byFile.get(file.documentId) ?? []).map(({ pages, title }) => [pages.first, title])),
    [byFile, file.documentId],
  )
  const [wanted, setWanted] = useState('')
  const count = files.reduce((sum, each) => sum + (byFile.get(each.documentId)?.length ?? 0), 0)
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
        <SearchPanel search={search} onOpen={openHit} />
        <Outline>
          {count > 8 ? (
            <TextField
              label={`Which of the ${count} documents`}
              hint="Part of a title, an author or a date"
              type="search"
              value={wanted}
              onChange={setWanted}
            />
          ) : null}
          {files.map((each) => (
            <section key={each.documentId} className="file" aria-label={each.fileName}>
              <FileHead file={each} />
              <DocumentList
                file={each}
                documents={(byFile.get(each.documentId) ?? []).filter(({ title, author, date }) =>
                  `${title} ${author ?? ''} ${date ?? ''} ${dayInWords(date)}`
                    .toLowerCase()
                    .includes(wanted.trim().toLowerCase()),
                )}
                page={each === file ? page : null}
                onOpen={(number) => open(each.documentId, number)}
              />
            </section>
          ))}
          {may('listMissingRecords') ? <MissingRecords /> : null}
        </Outline>
      </div>
      <PageView
        file={file}
        page={page}
        span={span}
        search={search}
        head={
          <PageFacts
            file={file}
            page={page}
            document={documents.find(({ pages }) => page >= pages.first && page <= pages.last)}
            mark={marks.get(page)}
          />
        }
        strip={
          <PageStrip
            key={file.documentId}
            documentId={file.documentId}
            pages={file.pages ?? 0}
            page={page}
            marks={marks}
            beginnings={beginnings}
            onPage={(number) => open(file.documentId, number)}
          />
        }
        onPage={(number) => open(file.documentId, number)}
      />
    </div>
  )
}

/** The files and documents; folded away where the page would be pushed off a small screen. */
function Outline({ children }: { readonly children: ReactNode }) {
  const narrow = useNarrow()
  return narrow ? (
    <details className="outline">
      <summary>Files and documents</summary>
      {children}
    </details>
  ) : (
    children
  )
}

function FileHead({ file }: { readonly file: ReceivedFile }) {
  const { caseId } = useCase()
  return (
    <div className="file-head">
      <h3>{file.fileName}</h3>
      <p className="under">
        {file.pages === null ? '' : `${file.pages} ${file.pages === 1 ? 'page' : 'pages'} `}
        from the {partyWords[file.from].toLowerCase()}, {dayInWords(file.receivedOn)}.{' '}
        <a
          href={addressOf(operations.getDocumentFile, {
            params: { caseId, documentId: file.documentId },
          })}
          download={file.fileName}
        >
          Download<span className="visually-hidden"> {file.fileName}</span>
        </a>
      </p>
    </div>
  )
}
