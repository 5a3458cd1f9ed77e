import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { addressOf } from '#api'
import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { dayInWords, momentInWords } from '~/ui/days.ts'
import { ChoiceField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { partyWords, plainTitle } from '~/ui/words.ts'
import {
  countLines,
  type LedgerFilter,
  type Ledger as LedgerOf,
  ledgerFilters,
  passes,
} from './ledger-lines.ts'
import { LedgerLegend, LedgerMap } from './ledger-map.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { RecordParts } from './record-parts.tsx'

/** Every page of the record: drawn, counted, and line by line. */
export function Ledger() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(
    operations.getLedger,
    { params: { caseId } },
    { anew: true },
  )
  return (
    <>
      <RecordParts />
      {isPending ? <Loading what="the ledger" /> : null}
      <Refused error={error} />
      {data && data.files.length === 0 ? (
        <Empty title="The ledger is empty">
          <p>It gets a line for every page as soon as a file is received and read.</p>
        </Empty>
      ) : null}
      {data && data.files.length > 0 ? <Pages ledger={data} /> : null}
    </>
  )
}

function Pages({ ledger }: { readonly ledger: LedgerOf }) {
  const { caseId } = useCase()
  const [filter, setFilter] = useState<LedgerFilter>('all')
  const [fileId, setFileId] = useState('')
  const inFile = ledger.lines.filter((line) => fileId === '' || line.fileId === fileId)
  const lines = inFile.filter((line) => passes(line, filter))
  const counted = countLines(ledger.lines)
  return (
    <>
      <div className="ledger-head">
        <h2>Ledger of {counted.pages} pages</h2>
        <a
          className="button button-plain"
          href={addressOf(operations.getLedgerTable, { params: { caseId } })}
          download
        >
          Download as a table (CSV)
        </a>
      </div>
      {ledger.listIsCurrent === false ? (
        <p className="note">
          The documents were corrected after the list of documents reviewed was made. The list is
          made anew with the next completion of the records.
        </p>
      ) : null}
      <LedgerLegend />
      {ledger.files.map((file) => (
        <FilePages key={file.fileId} ledger={ledger} file={file} />
      ))}
      <ByDocument ledger={ledger} />
      <h3>Page by page</h3>
      <div className="filters">
        <fieldset className="stages">
          <legend className="visually-hidden">Show</legend>
          {ledgerFilters.map(([each, words]) => (
            <button
              key={each}
              type="button"
              className="stage"
              aria-pressed={filter === each}
              onClick={() => setFilter(each)}
            >
              {words} {inFile.filter((line) => passes(line, each)).length}
            </button>
          ))}
        </fieldset>
        {ledger.files.length > 1 ? (
          <ChoiceField
            label="File"
            value={fileId}
            onChange={setFileId}
            choices={[
              ['', 'All files'],
              ...ledger.files.map((file) => [file.fileId, file.fileName] as const),
            ]}
          />
        ) : null}
      </div>
      {lines.length === 0 ? (
        <Empty title="No page is like that" />
      ) : (
        <LedgerTable key={`${filter} ${fileId}`} ledger={ledger} lines={lines} />
      )}
    </>
  )
}

function FilePages({
  ledger,
  file,
}: {
  readonly ledger: LedgerOf
  readonly file: LedgerOf['files'][number]
}) {
  const navigate = useNavigate({ from: '/cases/$caseId/documents/ledger' })
  const { fileId } = file
  const open = useCallback(
    (page: number) =>
      void navigate({ to: '/cases/$caseId/documents', search: { file: fileId, page } }),
    [navigate, fileId],
  )
  const lines = ledger.lines.filter((line) => line.fileId === fileId)
  return (
    <section className="card ledger-file" aria-label={file.fileName}>
      <h3>{file.fileName}</h3>
      <p className="under">
        Received {momentInWords(file.receivedAt)} from the {partyWords[file.from].toLowerCase()}
        {file.unpackedFrom ? `, in ${file.unpackedFrom.fileName} as ${file.unpackedFrom.path}` : ''}
        . SHA-256 <span className="code">{file.sha256.slice(0, 16)}…</span>
      </p>
      {file.reading === 'waiting' ? <Tag tone="brand">Being read</Tag> : null}
      {file.reading === 'failed' ? (
        <p>
          <Tag tone="bad">Could not be read</Tag> {file.notReadBecause}
        </p>
      ) : null}
      {lines.length > 0 ? <LedgerMap lines={lines} onPage={open} /> : null}
      {file.remarks.length > 0 ? (
        <ul className="under bullets">
          {file.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** The same by document: what the letter's list of documents reviewed is made of. */
function ByDocument({ ledger }: { readonly ledger: LedgerOf }) {
  const listed = new Set(ledger.listed.map(({ documentId }) => documentId))
  return (
    <details className="card by-document">
      <summary>
        By document: {ledger.documents.length}, of which {listed.size} in the letter’s list
      </summary>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">Document</th>
              <th scope="col">Kind</th>
              <th scope="col">Date</th>
              <th scope="col">Pages</th>
              <th scope="col">Opened</th>
              <th scope="col">Cited</th>
              <th scope="col">In the list</th>
            </tr>
          </thead>
          <tbody>
            {ledger.documents.map((document) => {
              const { pages, opened, cited } = countLines(
                ledger.lines.filter(({ documentId }) => documentId === document.documentId),
              )
              return (
                <tr key={document.documentId}>
                  <th scope="row">{document.title}</th>
                  <td>{plainTitle(document.kind)}</td>
                  <td>{dayInWords(document.date)}</td>
                  <td>
                    {document.pages.first}–{document.pages.last}
                  </td>
                  <td>
                    {opened} of {pages}
                  </td>
                  <td>{cited}</td>
                  <td>{listed.has(document.documentId) ? 'yes' : 'no'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}
