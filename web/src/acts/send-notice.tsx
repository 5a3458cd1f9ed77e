import { useEffect, useRef, useState } from 'react'
import type { AnswerOf, CallOf } from '#api'
import { useAct, useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { ChoiceField, LongField } from '~/ui/field.tsx'
import { PdfView } from '~/ui/pdf-view.tsx'
import { placeInWords, refusalAt } from '~/ui/places.ts'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { ActForm } from './act-form.tsx'
import { type Recipient, Recipients } from './recipients.tsx'

type Offered = AnswerOf<typeof operations.listNoticeTemplates>['templates'][number]
type Body = CallOf<typeof operations.sendNotice>['body']

/** Chooses a notice, shows it as it will go out, and sends it. */
export function SendNotice() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.listNoticeTemplates, { params: { caseId } })
  const [chosen, setChosen] = useState('')
  if (isPending) return <Loading what="the notices" />
  if (error) return <Refused error={error} />
  const ready = data.templates.filter(({ lacks }) => lacks.length === 0)
  const template = ready.find((one) => one.template === chosen) ?? ready[0]
  return (
    <>
      <h3>Send a notice</h3>
      {template ? (
        <>
          <ChoiceField
            label="Notice"
            value={template.template}
            onChange={setChosen}
            choices={ready.map((one) => [one.template, one.title] as const)}
          />
          <NoticeForm key={template.template} template={template} />
        </>
      ) : (
        <p>No notice can be sent as the case now stands.</p>
      )}
    </>
  )
}

export function NoticeForm({
  template,
  prepared = false,
}: {
  readonly template: Offered
  /** Shown at once as it would go out, where no person has to add anything. */
  readonly prepared?: boolean
}) {
  const { caseId, caseNumber } = useCase()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [recipients, setRecipients] = useState<readonly Recipient[]>(
    template.recipients.map(({ role, method }) => ({ role, method })),
  )
  const [shown, setShown] = useState<string | null>(null)
  const preview = useAct(operations.previewNotice, 'The notice is shown as it would go out.')
  const send = useAct(operations.sendNotice, 'The notice was sent.')
  useEffect(() => () => (shown === null ? undefined : URL.revokeObjectURL(shown)), [shown])
  const asks = template.asks.filter((name) => !notAsked.has(name) && !name.includes('[]'))
  const body: Body = {
    template: template.template,
    recipients,
    values: asks
      .filter((name) => name !== 'missing' && (texts[name] ?? '').trim() !== '')
      .map((name) => ({ name, says: (texts[name] ?? '').trim() })),
    missing: (texts['missing'] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
  const show = (): void =>
    preview.mutate(
      { params: { caseId }, body },
      { onSuccess: (pdf) => setShown(URL.createObjectURL(pdf)) },
    )
  const opened = useRef(false)
  useEffect(() => {
    if (!prepared || opened.current) return
    opened.current = true
    show()
  })
  const change = (name: string, value: string): void => {
    setTexts((all) => ({ ...all, [name]: value }))
    setShown(null)
  }
  return (
    <ActForm
      title={template.title}
      says={`${template.authority}. Read it as it will go out, then send it.`}
      press="Send the notice"
      took="The notice was not sent."
      busy={send.isPending}
      error={send.error ?? preview.error}
      disabled={shown === null}
      onSubmit={() =>
        send.mutate({ params: { caseId }, body }, { onSuccess: () => setShown(null) })
      }
    >
      {asks.map((name) => (
        <LongField
          key={name}
          label={askWords[name] ?? placeInWords(name)}
          {...(name === 'missing' ? { hint: 'One line for each thing', optional: true } : {})}
          rows={name === 'missing' ? 3 : 2}
          value={texts[name] ?? ''}
          onChange={(value) => change(name, value)}
          error={refusalAt(preview.error ?? send.error, name)}
        />
      ))}
      <Recipients
        chosen={recipients}
        onChange={(next) => {
          setRecipients(next)
          setShown(null)
        }}
        error={refusalAt(send.error, 'recipients')}
      />
      <p className="buttons">
        <Button kind={shown === null ? 'primary' : 'plain'} busy={preview.isPending} onPress={show}>
          Show the notice
        </Button>
      </p>
      {shown === null ? null : (
        <PdfView address={shown} title={template.title} fileName={`${caseNumber}-notice.pdf`} />
      )}
    </ActForm>
  )
}

/** What the act of asking for listed documents supplies, and no person here. */
const notAsked: ReadonlySet<string> = new Set(['asked.role', 'asked.documents', 'asked.note'])

const askWords: Readonly<Record<string, string>> = {
  'asked.from': 'Who is asked, in words',
  'asked.what': 'What is asked',
  'conversion.reason': 'Why the review changes',
  missing: 'What is missing of the record',
}
