import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '#api'
import { useAct, useRead } from '~/act.ts'
import { partyChoices } from '~/acts/party-choices.ts'
import { useCase } from '~/case/case-context.ts'
import { dueDay } from '~/case/next-running.ts'
import { PlaceLink } from '~/case/place-link.tsx'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { dayInWords, daysLeftInWords, daysUntil } from '~/ui/days.ts'
import { ChoiceField, LongField, TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { type PartyRole, partyWords } from '~/ui/words.ts'
import { RecordParts } from './record-parts.tsx'

type Missing = AnswerOf<typeof operations.listMissingRecords>['missing'][number]

/** Documents that the pages mention and the record does not hold: each is asked for, or said why not. */
export function MissingRecords() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.listMissingRecords, {
    params: { caseId },
  })
  const standing = (one: Missing['standing']): readonly Missing[] =>
    data?.missing.filter((each) => each.standing === one) ?? []
  return (
    <>
      <RecordParts />
      <h2>Mentioned, but not in the record</h2>
      {isPending ? <Loading what="what is missing" /> : null}
      <Refused error={error} />
      {data && data.missing.length === 0 ? (
        <Empty title="Nothing is missing">
          <p>Every document that the pages mention with a date is here.</p>
        </Empty>
      ) : null}
      {standing('missing').length > 0 ? <ToRequest missing={standing('missing')} /> : null}
      <Requested missing={standing('requested')} />
      <Group title="Came since it was asked for" missing={standing('found')} />
      <Group title="Not asked for" missing={standing('dismissed')} />
    </>
  )
}

/** What nobody asked for yet: ticked, and requested from a party together. */
function ToRequest({ missing }: { readonly missing: readonly Missing[] }) {
  const { caseId, application, actsBesides } = useCase()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [from, setFrom] = useState<PartyRole>('claims-administrator')
  const [note, setNote] = useState('')
  const act = useAct(
    operations.requestMissingRecords,
    'The documents were asked for; the time to send them runs.',
  )
  const chosen = missing.filter(({ missingId }) => ticked.has(missingId))
  const [first, ...rest] = chosen.map(({ missingId }) => missingId)
  const mayRequest = actsBesides.includes('requestMissingRecords')
  return (
    <form
      className="missing-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (first === undefined) return
        act.mutate(
          {
            params: { caseId },
            body: {
              missingIds: [first, ...rest],
              from,
              ...(note.trim() ? { note: note.trim() } : {}),
            },
          },
          { onSuccess: () => setNote('') },
        )
      }}
    >
      <ul className="missing-list">
        {missing.map((one) => (
          <li key={one.missingId} className="card">
            {mayRequest ? (
              <label className="tick">
                <input
                  type="checkbox"
                  checked={ticked.has(one.missingId)}
                  onChange={({ target: { checked } }) => {
                    const next = new Set(ticked)
                    if (checked) next.add(one.missingId)
                    else next.delete(one.missingId)
                    setTicked(next)
                  }}
                />
                <Name missing={one} />
              </label>
            ) : (
              <Name missing={one} />
            )}
            <Mentions missing={one} />
            {actsBesides.includes('dismissMissingRecord') ? <Dismiss missing={one} /> : null}
          </li>
        ))}
      </ul>
      {mayRequest ? (
        <section className="card missing-request" aria-labelledby="request-heading">
          <h3 id="request-heading">Ask for the ticked documents</h3>
          <ChoiceField
            label="From"
            value={from}
            onChange={setFrom}
            choices={partyChoices(application)}
          />
          <LongField label="Note" optional rows={2} value={note} onChange={setNote} />
          <Refused error={act.error} took="Nothing was asked for." />
          <Button submit kind="primary" busy={act.isPending} disabled={first === undefined}>
            {chosen.length === 0
              ? 'Tick what to ask for'
              : `Ask for ${chosen.length} ${chosen.length === 1 ? 'document' : 'documents'}`}
          </Button>
        </section>
      ) : null}
    </form>
  )
}

/** What was asked for, with the clocks of requests that run. */
function Requested({ missing }: { readonly missing: readonly Missing[] }) {
  const { caseId, clocks } = useCase()
  if (missing.length === 0) return null
  const running = clocks.filter(({ clock, status }) => clock === 'R6' && status === 'running')
  return (
    <section className="missing-group" aria-labelledby="requested-heading">
      <h3 id="requested-heading">Asked for, not yet here</h3>
      {running.map(({ deadline }) => (
        <p key={dueDay(deadline.due)}>
          <Tag tone={daysUntil(dueDay(deadline.due)) < 0 ? 'bad' : 'warn'}>
            {daysLeftInWords(daysUntil(dueDay(deadline.due)))}
          </Tag>{' '}
          To be sent by <strong>{dayInWords(dueDay(deadline.due))}</strong>.{' '}
          <Link to="/cases/$caseId/clocks" params={{ caseId }}>
            How this was counted
          </Link>
        </p>
      ))}
      <List missing={missing} />
    </section>
  )
}

function Group({
  title,
  missing,
}: {
  readonly title: string
  readonly missing: readonly Missing[]
}) {
  if (missing.length === 0) return null
  return (
    <section className="missing-group" aria-label={title}>
      <h3>{title}</h3>
      <List missing={missing} />
    </section>
  )
}

function List({ missing }: { readonly missing: readonly Missing[] }) {
  return (
    <ul className="missing-list">
      {missing.map((one) => (
        <li key={one.missingId} className="card">
          <p>
            <Name missing={one} />
          </p>
          <Standing missing={one} />
          <Mentions missing={one} />
        </li>
      ))}
    </ul>
  )
}

function Standing({ missing }: { readonly missing: Missing }) {
  const { requested, dismissed, standing } = missing
  if (dismissed && standing === 'dismissed') {
    return (
      <p className="under">
        {dayInWords(dismissed.on)}: {dismissed.reason}
      </p>
    )
  }
  return requested ? (
    <p className="under">
      Asked for on {dayInWords(requested.on)} from the {partyWords[requested.from].toLowerCase()}
    </p>
  ) : null
}

function Name({ missing: { what, date, through, author } }: { readonly missing: Missing }) {
  return (
    <span>
      <strong>{what}</strong>, {dayInWords(date.value)}
      {through ? ` to ${dayInWords(through.value)}` : ''}
      {author ? `, ${author}` : ''}
    </span>
  )
}

function Mentions({ missing: { mentions } }: { readonly missing: Missing }) {
  return (
    <ul className="mentions">
      {mentions.map((mention) => (
        <li key={`${mention.sha256} ${mention.page} ${mention.span.start}`}>
          <q>{mention.quote}</q> <PlaceLink place={mention} />
        </li>
      ))}
    </ul>
  )
}

/** Says why a document need not be asked for. */
function Dismiss({ missing }: { readonly missing: Missing }) {
  const { caseId } = useCase()
  const [reason, setReason] = useState('')
  const act = useAct(operations.dismissMissingRecord, 'It will not be asked for.')
  return (
    <details className="dismiss">
      <summary>
        Not needed<span className="visually-hidden">: {missing.what}</span>
      </summary>
      <TextField label="Why it is not asked for" value={reason} onChange={setReason} />
      <Refused error={act.error} took="This was not kept." />
      <Button
        busy={act.isPending}
        disabled={reason.trim() === ''}
        onPress={() =>
          act.mutate({
            params: { caseId, missingId: missing.missingId },
            body: { reason: reason.trim() },
          })
        }
      >
        Leave it out
      </Button>
    </details>
  )
}
