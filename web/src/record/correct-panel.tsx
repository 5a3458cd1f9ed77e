import { Button } from '~/ui/button.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { Correcting, Edited } from './correcting.ts'
import { documentAt, isUncertain } from './document-edits.ts'
import { documentKinds, kindInWords } from './document-kinds.ts'
import { EditDocument } from './edit-document.tsx'
import { documentFacts } from './file-documents.ts'

/** Says what the documents of a file are: each act has a key and a button; saved as one list. */
export function CorrectPanel({
  correcting,
  page,
  onPage,
  onDone,
}: {
  readonly correcting: Correcting
  readonly page: number
  readonly onPage: (page: number) => void
  readonly onDone: () => void
}) {
  const { documents, act } = correcting
  const at = documentAt(documents, page)
  const document = documents[at]
  return (
    <div className="correct">
      <p className="hint">
        Each act is one key; the list is saved when you say so. Enter confirms what is shown and
        goes to the next uncertain document.
      </p>
      <div className="buttons correct-acts">
        <KeyButton
          name="s"
          words="Begins here"
          disabled={!document || document.pages.first === page}
          onPress={() => act({ act: 'split' })}
        />
        <KeyButton
          name="m"
          words="Belongs to the one before"
          disabled={at < 1}
          onPress={() => act({ act: 'join' })}
        />
        <KeyButton
          name="e"
          words="Edit"
          disabled={!document}
          onPress={() => act({ act: 'edit' })}
        />
        <KeyButton
          name="u"
          words="Undo"
          disabled={!correcting.changed}
          onPress={() => act({ act: 'undo' })}
        />
        <KeyButton name="Enter" words="Right, next" onPress={() => act({ act: 'confirm' })} />
      </div>
      <fieldset className="kinds">
        <legend>The document on page {page} is</legend>
        {documentKinds.map(([kind, name]) => (
          <button
            key={kind}
            type="button"
            className="kind"
            aria-pressed={document?.kind === kind}
            disabled={!document}
            onClick={() => act({ act: 'kind', kind })}
          >
            <kbd>{name}</kbd> {kindInWords(kind)}
          </button>
        ))}
      </fieldset>
      <Refused error={correcting.error} took="The list was not saved." />
      <div className="correct-save">
        <output className="under">
          {correcting.uncertain === 0
            ? 'No document is uncertain.'
            : `${correcting.uncertain} of ${documents.length} ${documents.length === 1 ? 'document is' : 'documents are'} uncertain; saving says they are right.`}
        </output>
        <div className="buttons">
          <Button
            kind="primary"
            busy={correcting.saving}
            disabled={!correcting.changed}
            onPress={correcting.save}
          >
            Save the list
          </Button>
          {correcting.changed ? (
            <Button kind="quiet" onPress={correcting.discard}>
              Discard
            </Button>
          ) : null}
          <Button kind="quiet" disabled={correcting.changed} onPress={onDone}>
            Done
          </Button>
        </div>
      </div>
      <ol className="corrected">
        {documents.map((each) => (
          <li key={each.pages.first}>
            <button
              type="button"
              className="document"
              aria-current={each === document || undefined}
              onClick={() => onPage(each.pages.first)}
            >
              <span>{each.title}</span>
              <span className="under">{documentFacts(each)}</span>
              <Standing document={each} known={correcting.known} />
            </button>
          </li>
        ))}
      </ol>
      {correcting.editing && document ? (
        <EditDocument
          key={document.pages.first}
          document={document}
          onSay={correcting.say}
          onClose={correcting.closeEditing}
        />
      ) : null}
    </div>
  )
}

function KeyButton({
  name,
  words,
  disabled = false,
  onPress,
}: {
  readonly name: string
  readonly words: string
  readonly disabled?: boolean
  readonly onPress: () => void
}) {
  return (
    <button type="button" className="small-button" disabled={disabled} onClick={onPress}>
      <kbd>{name}</kbd> {words}
    </button>
  )
}

/** Whether a document is proposed, uncertain, said by a person, or changed now, and what it was. */
function Standing({
  document,
  known,
}: {
  readonly document: Edited
  readonly known: Correcting['known']
}) {
  const before = known.find(
    ({ pages }) => pages.first <= document.pages.first && document.pages.first <= pages.last,
  )
  const same =
    before !== undefined &&
    documentFacts(before) === documentFacts(document) &&
    before.title === document.title &&
    before.kind === document.kind
  if (!same) {
    return (
      <span className="standing">
        <Tag tone="brand">changed, not saved</Tag>
        {before ? (
          <span className="under">
            {before.corrected ? 'Was: ' : 'Proposed: '}
            {before.title}, {documentFacts(before)}
          </span>
        ) : null}
      </span>
    )
  }
  if (isUncertain(document)) {
    return (
      <span className="standing">
        <Tag tone="warn">
          {document.confidence === undefined
            ? 'not identified'
            : `uncertain, ${Math.round(document.confidence * 100)} % sure`}
        </Tag>
      </span>
    )
  }
  return document.corrected ? (
    <span className="standing">
      <Tag tone="good">{before.corrected ? 'said by a person' : 'confirmed, not saved'}</Tag>
    </span>
  ) : null
}
