import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCase } from '~/case/case-context.ts'
import { useSession } from '~/session.ts'
import { announce } from '~/ui/announce.tsx'
import { ChoiceField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { type PartyRole, partyWords } from '~/ui/words.ts'
import { FileDrop } from './file-drop.tsx'
import { sendFile } from './send-file.ts'

type Sending = {
  readonly name: string
  readonly part: number
  readonly error: Error | null
}

/** Adds files to the record: dropped or chosen, one after the other, each with its progress. */
export function UploadRecord() {
  const { caseId } = useCase()
  const session = useSession()
  const queries = useQueryClient()
  const role = session.data?.user?.role
  const [from, setFrom] = useState<PartyRole>(
    role === 'employee' ? 'employee' : 'claims-administrator',
  )
  const [sending, setSending] = useState<readonly Sending[]>([])

  async function send(files: readonly File[]): Promise<void> {
    setSending(files.map(({ name }) => ({ name, part: 0, error: null })))
    const change = (index: number, next: Partial<Sending>): void =>
      setSending((all) => all.map((each, at) => (at === index ? { ...each, ...next } : each)))
    for (const [index, content] of files.entries()) {
      try {
        await sendFile({ caseId, from, content }, (part) => change(index, { part }))
        change(index, { part: 1 })
        announce(`${content.name} was received.`)
      } catch (fault) {
        change(index, { error: fault instanceof Error ? fault : new Error('not sent') })
      }
    }
    await queries.invalidateQueries()
  }

  return (
    <>
      <h3>Add files to the record</h3>
      {role === 'case-manager' ? (
        <ChoiceField
          label="The files come from"
          value={from}
          onChange={setFrom}
          choices={(Object.keys(partyWords) as PartyRole[]).map(
            (each) => [each, partyWords[each]] as const,
          )}
        />
      ) : null}
      <FileDrop onFiles={(files) => void send(files)} />
      <ul className="sendings">
        {sending.map(({ name, part, error }) => (
          <li key={name}>
            <p>
              {name}:{' '}
              {error ? 'not received' : part < 1 ? `${Math.round(part * 100)} %` : 'received'}
            </p>
            {error ? null : <progress max={1} value={part} aria-label={`Sending ${name}`} />}
            <Refused error={error} took={`${name} was not received.`} />
          </li>
        ))}
      </ul>
    </>
  )
}
