import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { ChoiceField, TextField } from '~/ui/field.tsx'
import { plainTitle } from '~/ui/words.ts'
import { conceptsSearched } from './concepts-searched.ts'
import type { NewSource } from './new-source.ts'

/** The sources of the reasons: each with what it shows, and its proof. */
export function SourceEditor({
  sources,
  onChange,
  onShow,
}: {
  readonly sources: readonly NewSource[]
  readonly onChange: (sources: readonly NewSource[]) => void
  readonly onShow: (documentId: string, page: number) => void
}) {
  const { caseId, files } = useCase()
  const assessments = useRead(operations.getAssessments, { params: { caseId } })
  const concepts = conceptsSearched(assessments.data?.assessments ?? [])
  const change = (at: number, next: NewSource): void =>
    onChange(sources.map((source, index) => (index === at ? next : source)))
  return (
    <fieldset className="source-editor">
      <legend>Sources of the reasons</legend>
      {sources.length === 0 ? (
        <p className="quiet">
          None yet. Select words on a page and quote them, or add one of these.
        </p>
      ) : null}
      <ol>
        {sources.map((source, index) => (
          <li key={`${index} ${source.kind}`}>
            <p className="source-kind">
              {index + 1}.{' '}
              {source.kind === 'record'
                ? 'Passage of the record'
                : source.kind === 'absence'
                  ? 'Not documented'
                  : 'Guideline'}
              <button
                type="button"
                className="small-button"
                onClick={() => onChange(sources.filter((_, at) => at !== index))}
              >
                Remove<span className="visually-hidden"> source {index + 1}</span>
              </button>
            </p>
            {source.kind === 'record' ? (
              <p className="source-proof">
                <q>{source.quote}</q>{' '}
                <button
                  type="button"
                  className="link-button"
                  onClick={() => onShow(source.documentId, source.page)}
                >
                  {files.find(({ documentId }) => documentId === source.documentId)?.fileName}, page{' '}
                  {source.page}
                </button>
              </p>
            ) : null}
            <TextField
              label="It shows that"
              value={source.says}
              onChange={(says) => change(index, { ...source, says })}
            />
            {source.kind === 'absence' ? (
              <ChoiceField
                label="What the record does not document"
                hint="The server searches every page for it and keeps the search as the proof."
                value={source.concept}
                onChange={(concept) => change(index, { ...source, concept })}
                choices={[
                  ['', 'Choose what to search for'],
                  ...concepts.map((concept) => [concept, plainTitle(concept)] as const),
                ]}
              />
            ) : null}
            {source.kind === 'guideline' ? (
              <TextField
                label="Title, edition, section"
                value={source.citation}
                onChange={(citation) => change(index, { ...source, citation })}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <p className="buttons">
        <Button onPress={() => onChange([...sources, { kind: 'absence', says: '', concept: '' }])}>
          Add “not documented”
        </Button>
        <Button
          onPress={() => onChange([...sources, { kind: 'guideline', says: '', citation: '' }])}
        >
          Add a guideline
        </Button>
      </p>
    </fieldset>
  )
}
