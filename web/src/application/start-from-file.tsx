import { useState } from 'react'
import type { AnswerOf } from '#api'
import { useAct } from '~/act.ts'
import { operations } from '~/client.ts'
import { announce } from '~/ui/announce.tsx'
import { Checklist } from '~/ui/checklist.tsx'
import { Refused } from '~/ui/refused.tsx'
import type { Filled } from './application-form.tsx'
import { BlankForms } from './blank-forms.tsx'
import { formOfApplication } from './form-of-application.ts'
import { makeApplication } from './make-application.ts'

type Form = AnswerOf<typeof operations.readApplicationForm>
type Reading = AnswerOf<typeof operations.readDecisionLetter>

/** Starts the form from a document: the utilization review letter, or an application file. */
export function StartFromFile({ onFilled }: { readonly onFilled: (filled: Filled) => void }) {
  const letter = useAct(operations.readDecisionLetter, 'The letter was read; compare each field.')
  const form = useAct(operations.readApplicationForm, 'The form was read; check it and submit.')
  const [note, setNote] = useState<Note | null>(null)

  async function takeFile(file: File): Promise<void> {
    setNote(null)
    letter.reset()
    form.reset()
    if (/json$/i.test(file.type) || /\.json$/i.test(file.name)) {
      const taken = applicationIn(await file.text())
      if (taken) {
        onFilled(taken.filled)
        announce('The file was read into the form.')
      }
      setNote(taken ? { kind: 'file', name: file.name, lost: taken.lost } : { kind: 'odd' })
      return
    }
    form.mutate(
      { body: file },
      {
        onSuccess: (reading) => {
          onFilled(filledFromForm(reading))
          setNote({ kind: 'file', name: file.name, lost: [] })
        },
      },
    )
  }

  function takeLetter(file: File): void {
    setNote(null)
    form.reset()
    letter.mutate({ body: file }, { onSuccess: (reading) => onFilled(filledFromLetter(reading)) })
  }

  return (
    <section className="card form-part start-from" aria-labelledby="start-heading">
      <h2 id="start-heading">Start from a document</h2>
      <p>
        The utilization review letter as a PDF fills in what it says, each field with its page. Our
        own form as a filled PDF, or an application file (JSON), fills in the whole form. Nothing is
        kept until you submit.
      </p>
      <p className="buttons">
        <FileButton accept="application/pdf" busy={letter.isPending} onFile={takeLetter}>
          Start from the utilization review letter (PDF)
        </FileButton>
        <FileButton
          accept="application/pdf,application/json,.json"
          busy={form.isPending}
          onFile={(file) => void takeFile(file)}
        >
          Start from a filled form (PDF or JSON)
        </FileButton>
      </p>
      <p>
        The blank form to fill in: <BlankForms />
      </p>
      <Refused error={letter.error ?? form.error} took="The file was not read." />
      {note?.kind === 'odd' ? (
        <p className="refused" role="alert">
          The file is no application: it is not one JSON object. docs/reference has its form.
        </p>
      ) : null}
      {note?.kind === 'file' ? (
        <p>
          {note.name} was read into the form; check it and submit.
          {note.lost.length > 0 ? ` This form has no place for: ${note.lost.join(', ')}.` : ''}
        </p>
      ) : null}
      {letter.data ? <LetterReport reading={letter.data} /> : null}
    </section>
  )
}

type Note =
  | { readonly kind: 'odd' }
  | { readonly kind: 'file'; readonly name: string; readonly lost: readonly string[] }

function FileButton({
  accept,
  busy,
  onFile,
  children,
}: {
  readonly accept: string
  readonly busy: boolean
  readonly onFile: (file: File) => void
  readonly children: string
}) {
  return (
    <label className="button file-button">
      {busy ? 'Reading …' : children}
      <input
        type="file"
        accept={accept}
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}

/** What the letter must contain, found or not: before the application is sent. */
function LetterReport({ reading }: { readonly reading: Reading }) {
  const missing = reading.checklist.filter(({ result }) => result === 'missing')
  return (
    <>
      <p>
        {reading.fields.length} fields were taken from {reading.pages}{' '}
        {reading.pages === 1 ? 'page' : 'pages'}.{' '}
        {missing.length === 0
          ? 'Everything that the decision must contain was found.'
          : missing.length === 1
            ? 'One thing that the decision must contain was not found.'
            : `${missing.length} things that the decision must contain were not found.`}
      </p>
      <details className="proof">
        <summary>What the decision must contain</summary>
        <Checklist checklist={reading.checklist} />
      </details>
    </>
  )
}

function filledFromLetter({ fields, treatments }: Reading): Filled {
  return {
    values: Object.fromEntries(fields.map(({ path, value }) => [path, value])),
    treatments,
    origins: Object.fromEntries(
      fields.map(({ path, page }) => [path, `From page ${page} of the letter`]),
    ),
  }
}

/** What our form says; a box that is not ticked there says no. */
function filledFromForm({ fields, treatments }: Form): Filled {
  const values = Object.fromEntries(fields.map(({ path, value }) => [path, value]))
  return {
    values: {
      ...values,
      ...(values['utilizationReview.formServed'] === 'yes'
        ? {}
        : { 'utilizationReview.formMissing': 'yes' }),
    },
    treatments: Math.max(1, treatments),
    origins: {},
  }
}

/** The application in a JSON text, and what of it this form cannot show; null where it is none. */
function applicationIn(
  text: string,
): { readonly filled: Filled; readonly lost: readonly string[] } | null {
  const application = parsed(text)
  if (typeof application !== 'object' || application === null || Array.isArray(application)) {
    return null
  }
  const { values, treatments } = formOfApplication(application)
  const kept = formOfApplication(makeApplication(values, treatments)).values
  return {
    filled: { values, treatments, origins: {} },
    lost: Object.keys(values).filter(
      (path) =>
        !(path in kept) && !/(?:formServed|formMissing|noUtilizationReview|\.id)$/.test(path),
    ),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
