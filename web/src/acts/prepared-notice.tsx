import { useState } from 'react'
import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { NoticeForm } from './send-notice.tsx'

/** A notice that the case asks for: one press shows it as it will go out, one more sends it. */
export function PreparedNotice({ template }: { readonly template: string }) {
  const [open, setOpen] = useState(false)
  const [title, says] = wordsOf(template)
  if (open) return <Opened template={template} />
  return (
    <>
      <h3>{title}</h3>
      <p>{says}</p>
      <Button kind="plain" onPress={() => setOpen(true)}>
        Open the notice
      </Button>
    </>
  )
}

function Opened({ template }: { readonly template: string }) {
  const { caseId } = useCase()
  const { data, error } = useRead(operations.listNoticeTemplates, { params: { caseId } })
  if (error) return <Refused error={error} />
  if (!data) return <Loading what="the notice" />
  const offered = data.templates.find((one) => one.template === template)
  return offered ? (
    <NoticeForm template={offered} prepared />
  ) : (
    <p>This notice is not in force today.</p>
  )
}

function wordsOf(template: string): readonly [title: string, says: string] {
  return template === 'late-records'
    ? [
        'Say that the records are late',
        'The time of the claims administrator is over and the records are not complete. The notice names the days and the penalties that the file shows.',
      ]
    : [
        'Remind of carrying the determination out',
        'What was overturned is not shown to be authorized or paid. The notice names the treatments and the days.',
      ]
}
