import { useBlocker, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { addressOf } from '#api'
import { operations } from '~/client.ts'
import { CorrectPanel } from '~/record/correct-panel.tsx'
import { useCorrecting } from '~/record/correcting.ts'
import { correctionHelp } from '~/record/correction-keys.ts'
import { useFileDocuments } from '~/record/file-documents.ts'
import { leaveOff, leftOff } from '~/record/left-off.ts'
import { PageFacts } from '~/record/page-facts.tsx'
import { usePageMarks } from '~/record/page-marks.ts'
import { PageStrip } from '~/record/page-strip.tsx'
import { PageView } from '~/record/page-view.tsx'
import { ReadingState } from '~/record/reading-state.tsx'
import { RecordParts } from '~/record/record-parts.tsx'
import { type Hit, useRecordSearch } from '~/record/record-search.ts'
import { SearchPanel } from '~/record/search-panel.tsx'
import { useCorrectionKeys } from '~/record/use-viewer-keys.ts'
import type { PlaceSearch } from '~/router.tsx'
import { useMay } from '~/session.ts'
import { Button } from '~/ui/button.tsx'
import { dayInWords } from '~/ui/days.ts'
import { TextField } from '~/ui/field.tsx'
import { useNarrow } from '~/ui/narrow.ts'
import { Empty } from '~/ui/states.tsx'
import { partyWords } from '~/ui/words.ts'
import { type ReceivedFile, useCase } from './case-context.ts'
import { DocumentList } from './document-list.tsx'

/** The received files with the documents in them, and the open page beside. */
export function Documents() {
  const { caseId, files } = useCase()
  const search = useSearch({ from: '/cases/$caseId/documents' })
  const place = search.file === undefined ? leftOff(caseId) : search
  const file = files.find(({ documentId }) => documentId === place?.file) ?? files[0]
  return (
    <>
      <RecordParts />
      {file ? (
        <OpenDocuments file={file} asked={place?.page ?? 1} />
      ) : (
        <Empty title="No file has been received yet">
          <p>Files arrive after the review is assigned and the parties were told what to send.</p>
        </Empty>
      )}
    </>
  )
}

function OpenDocuments({
  file,
  asked,
}: {
  readonly file: ReceivedFile
  /** The page that an address names, or where one left off. */
  readonly asked: number
}) {
  const { caseId, files, actsBesides } = useCase()
  const { start, end, q = '' } = useSearch({ from: '/cases/$caseId/documents' })
  const navigate = useNavigate({ from: '/cases/$caseId/documents' })
  const page = Math.min(Math.max(1, asked), file.pages ?? 1)
  useEffect(
    () => leaveOff(caseId, { file: file.documentId, page }),
    [caseId, file.documentId, page],
  )
  const span = start !== undefined && end !== undefined ? { start, end } : null
  const words = q === '' ? {} : { q }
  // Who turns pages has the page where it should be: the window stays where it is.
  const open = (fileId: string, number: number): void =>
    void navigate({ search: { file: fileId, page: number, ...words }, resetScroll: false })
  const openHere = (number: number): void => open(file.documentId, number)
  const openHit = (hit: Hit): void =>
    void navigate({
      search: { file: hit.fileId, page: hit.page, ...hit.span, ...words },
      resetScroll: false,
    })
  const search = useRecordSearch(
    q,
    { fileId: file.documentId, page, span },
    (next) =>
      void navigate({
        search: { file: file.documentId, page, ...span, ...(next === '' ? {} : { q: next }) },
        resetScroll: false,
      }),
    openHit,
  )
  const byFile = useFileDocuments()
  const marks = usePageMarks(file.documentId)
  const [corrects, setCorrects] = useState(false)
  const correcting = useCorrecting(file, byFile.get(file.documentId) ?? [], page, openHere)
  useCorrectionKeys(corrects, correcting.act)
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      correcting.changed &&
      (next.pathname !== current.pathname ||
        (next.search as PlaceSearch).file !== file.documentId) &&
      !window.confirm('Corrections of the documents are not saved. Leave them?'),
    enableBeforeUnload: () => correcting.changed,
  })
  const { documents } = correcting
  const beginnings = useMemo(
    () => new Map(documents.map(({ pages, title }) => [pages.first, title])),
    [documents],
  )
  return (
    <div className="documents">
      <div className="documents-side">
        <SearchPanel search={search} onOpen={openHit} />
        {corrects ? (
          <CorrectPanel
            correcting={correcting}
            page={page}
            onPage={openHere}
            onDone={() => setCorrects(false)}
          />
        ) : (
          <Outline>
            <Notice />
            {actsBesides.includes('correctDocuments') && file.reading === 'read' ? (
              <p>
                <Button onPress={() => setCorrects(true)}>Correct the documents</Button>
              </p>
            ) : null}
            <FileList files={files} file={file} page={page} documents={byFile} onOpen={open} />
          </Outline>
        )}
      </div>
      {file.reading === 'read' ? (
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
              onPage={openHere}
            />
          }
          moreKeys={corrects ? [{ title: 'Correcting documents', keys: correctionHelp }] : []}
          onPage={openHere}
        />
      ) : (
        <ReadingState file={file} />
      )}
    </div>
  )
}

/** Every file with its documents; a long list can be narrowed by words. */
function FileList({
  files,
  file,
  page,
  documents,
  onOpen,
}: {
  readonly files: readonly ReceivedFile[]
  readonly file: ReceivedFile
  readonly page: number
  readonly documents: ReturnType<typeof useFileDocuments>
  readonly onOpen: (fileId: string, page: number) => void
}) {
  const [wanted, setWanted] = useState('')
  const count = [...documents.values()].reduce((sum, { length }) => sum + length, 0)
  return (
    <>
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
            documents={(documents.get(each.documentId) ?? []).filter(({ title, author, date }) =>
              `${title} ${author ?? ''} ${date ?? ''} ${dayInWords(date)}`
                .toLowerCase()
                .includes(wanted.trim().toLowerCase()),
            )}
            page={each === file ? page : null}
            onOpen={(number) => onOpen(each.documentId, number)}
          />
        </section>
      ))}
    </>
  )
}

function Notice() {
  const { caseId, assignedOn } = useCase()
  const may = useMay()
  return assignedOn && may('getAssignmentNotice') ? (
    <p>
      <a
        href={addressOf(operations.getAssignmentNotice, { params: { caseId } })}
        download="assignment-notice.pdf"
      >
        Notice of assignment, {dayInWords(assignedOn)}
      </a>
    </p>
  ) : null
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
    <>
      <h2>Documents</h2>
      {children}
    </>
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
