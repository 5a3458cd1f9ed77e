import { useEffect, useRef, useState } from 'react'
import { Button } from '~/ui/button.tsx'
import { ChoiceField, TextField } from '~/ui/field.tsx'
import type { Correcting, Edited } from './correcting.ts'
import { documentKinds, kindInWords } from './document-kinds.ts'

/** Kind, title, author and dates of a document, over the page. */
export function EditDocument({
  document,
  onSay,
  onClose,
}: {
  readonly document: Edited
  readonly onSay: Correcting['say']
  readonly onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { pages } = document
  const [kind, setKind] = useState(document.kind)
  const [title, setTitle] = useState(document.title)
  const [author, setAuthor] = useState(document.author ?? '')
  const [specialty, setSpecialty] = useState(document.specialty ?? '')
  const [service, setService] = useState(document.dateOfService ?? '')
  const [report, setReport] = useState(
    document.dateOfReport ?? (document.dateOfService === undefined ? (document.date ?? '') : ''),
  )
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog className="edit-document" ref={dialog} aria-labelledby="edit-heading" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() === '') return
          onSay({
            kind,
            title: title.trim(),
            author: author.trim() || undefined,
            specialty: specialty.trim() || undefined,
            dateOfService: service || undefined,
            dateOfReport: report || undefined,
            // The day that stands in the list follows from the two.
            date: service || report || undefined,
          })
        }}
      >
        <h2 id="edit-heading">
          {pages.first === pages.last
            ? `The document on page ${pages.first}`
            : `The document on pages ${pages.first} to ${pages.last}`}
        </h2>
        <TextField label="Title" required value={title} onChange={setTitle} />
        <ChoiceField
          label="Kind"
          value={kind}
          onChange={setKind}
          choices={documentKinds.map(([each]) => [each, kindInWords(each)] as const)}
        />
        <div className="field-row">
          <TextField label="Author" optional value={author} onChange={setAuthor} />
          <TextField label="Specialty" optional value={specialty} onChange={setSpecialty} />
        </div>
        <div className="field-row">
          <TextField
            label="Day of service or study"
            type="date"
            optional
            value={service}
            onChange={setService}
          />
          <TextField
            label="Day of the report"
            type="date"
            optional
            value={report}
            onChange={setReport}
          />
        </div>
        <div className="buttons">
          <Button submit kind="primary">
            Take this
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </dialog>
  )
}
