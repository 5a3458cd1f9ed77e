import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCase } from '~/case/case-context.ts'
import { PageView } from '~/record/page-view.tsx'
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
  const [sources, setSources] = useState<readonly NewSource[]>(
    () => view?.decision?.sources.flatMap(toNewSource) ?? [],
  )
  const file = files.find(({ documentId }) => documentId === fileId)
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
        <ChoiceField
          label="File"
          value={fileId}
          onChange={(next) => {
            setFileId(next)
            setPage(1)
          }}
          choices={files.map(
            ({ documentId, fileName, pages }) =>
              [documentId, `${fileName}, ${pages} pages`] as const,
          )}
        />
        {file ? (
          <>
            <QuotePicker
              key={`${fileId} ${page}`}
              documentId={fileId}
              page={page}
              onPick={(quote) =>
                setSources([
                  ...sources,
                  { kind: 'record', says: '', documentId: fileId, page, quote },
                ])
              }
            />
            <PageView file={file} page={page} span={null} onPage={setPage} />
          </>
        ) : null}
      </section>
      <DecisionForm
        view={view}
        sources={sources}
        onSources={setSources}
        onShow={(documentId, number) => {
          setFileId(documentId)
          setPage(number)
        }}
      />
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
