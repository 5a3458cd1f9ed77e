import { Link, useParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useCase } from '~/case/case-context.ts'
import { PageView, type Span } from '~/record/page-view.tsx'
import { type Hit, useRecordSearch } from '~/record/record-search.ts'
import { SearchPanel } from '~/record/search-panel.tsx'
import { ChoiceField } from '~/ui/field.tsx'
import { Empty } from '~/ui/states.tsx'
import { DecisionForm } from './decision-form.tsx'
import type { NewSource } from './new-source.ts'
import { QuotePicker } from './quote-picker.tsx'

/** The physician's desk: pages of the record on the left, the decision on the right. */
export function Decide() {
  const { caseId, treatmentId } = useParams({ from: '/cases/$caseId/decide/$treatmentId' })
  const { treatments, files, nextActs } = useCase()
  const view = treatments.find(({ treatment }) => treatment.id === treatmentId)
  const [fileId, setFileId] = useState(files.at(-1)?.documentId ?? '')
  const [page, setPage] = useState(1)
  const [span, setSpan] = useState<Span | null>(null)
  const [words, setWords] = useState('')
  const [selected, setSelected] = useState('')
  const [sources, setSources] = useState<readonly NewSource[]>(
    () => view?.decision?.sources.flatMap(toNewSource) ?? [],
  )
  const file = files.find(({ documentId }) => documentId === fileId)
  const open = (documentId: string, number: number, passage: Span | null = null): void => {
    setFileId(documentId)
    setPage(number)
    setSpan(passage)
    setSelected('')
  }
  const openHit = (hit: Hit): void => open(hit.fileId, hit.page, hit.span)
  const search = useRecordSearch(words, { fileId, page, span }, setWords, openHit)
  const keepSelected = useCallback((_: Span, text: string) => setSelected(text.trim()), [])
  if (!view || !nextActs.includes('decideIssue')) {
    return (
      <Empty title="This treatment is not yours to decide now">
        <p>
          <Link to="/cases/$caseId" params={{ caseId }}>
            Back to the case
          </Link>
        </p>
      </Empty>
    )
  }
  return (
    <div className="desk">
      <section className="desk-pages" aria-labelledby="pages-heading">
        <h2 id="pages-heading">Pages of the record</h2>
        <div className="desk-find">
          <ChoiceField
            label="File"
            value={fileId}
            onChange={(next) => open(next, 1)}
            choices={files.map(
              ({ documentId, fileName, pages }) =>
                [documentId, `${fileName}, ${pages} pages`] as const,
            )}
          />
          <SearchPanel search={search} onOpen={openHit} />
        </div>
        {file ? (
          <>
            <QuotePicker
              key={`${fileId} ${page} ${selected}`}
              documentId={fileId}
              page={page}
              selected={selected}
              onPick={(quote) =>
                setSources([
                  ...sources,
                  { kind: 'record', says: '', documentId: fileId, page, quote },
                ])
              }
            />
            <PageView
              file={file}
              page={page}
              span={span}
              search={search}
              onPage={(number) => open(fileId, number)}
              onSelect={keepSelected}
            />
          </>
        ) : null}
      </section>
      <DecisionForm view={view} sources={sources} onSources={setSources} onShow={open} />
    </div>
  )
}

function toNewSource(
  source: NonNullable<
    ReturnType<typeof useCase>['treatments'][number]['decision']
  >['sources'][number],
): readonly NewSource[] {
  switch (source.kind) {
    case 'record':
      return [
        {
          kind: 'record',
          says: source.says,
          documentId: source.documentId,
          page: source.page,
          quote: source.quote,
        },
      ]
    case 'guideline':
      return [{ kind: 'guideline', says: source.says, citation: source.citation }]
    case 'absence':
      // A kept search does not name its concept; the reviewer names it again.
      return [{ kind: 'absence', says: source.says, concept: '' }]
  }
}
